import { isObject, objectAt, textAt, type JsonObject } from '../format/json';
import { betterWhen, mainMetric } from '../format/metrics';
import type { JsonValue } from '../wire/messages';
import { rowsOf, valuesOf, type Values } from './metrics';
import { meanOf } from './spread';

/** A combination of options that was tried. */
export interface Combination {
  id: number;
  /** The value of every option, searched or found on the way. */
  options: ReadonlyMap<string, JsonValue>;
  /** Means over the inner resamples. */
  validation: Values;
  training: Values;
  /** Whether the tuner chose it. */
  best: boolean;
}

/** The search within one outer resample, or the only one. */
export interface Search {
  /** The outer resample's number; null when there is none. */
  fold: number | null;
  combinations: Combination[];
}

export interface Tuning {
  /** Options that had several candidates. */
  searched: string[];
  /** Options that the search found on the way, such as a number of rounds. */
  found: string[];
  metrics: string[];
  /** What was optimized. */
  metric: string | null;
  maximize: boolean;
  searches: Search[];
}

/** What was tried to tune a model, out of its record; null when it was not tuned. */
export function readTuning(record: JsonObject): Tuning | null {
  const folds = rowsOf(record['folds']);
  const searches = folds.flatMap((fold) => {
    const tuning = objectAt(fold, 'tuning');
    return tuning ? [readSearch(folds.length > 1 ? Number(fold['index']) : null, tuning)] : [];
  });
  const options = [...new Set(searches.flatMap((s) => s.combinations.flatMap((c) => [...c.options.keys()])))];
  if (searches.length === 0 || options.length === 0) return null;
  const asked = objectAt(record, 'hyperparameters', 'hyperparameters');
  const candidates = options.filter((o) => isObject(asked?.[o]) && 'candidates' in asked[o]);
  const searched = candidates.length > 0 ? candidates : options;
  const metrics = [...new Set(searches.flatMap((s) => s.combinations.flatMap((c) => [...c.validation.keys()])))];
  const config = objectAt(record, 'tuner_config', 'config');
  const metric = textAt(config, 'metric') ?? mainMetric(metrics);
  const maximize = config?.['maximize'];
  return {
    searched,
    found: options.filter((o) => !searched.includes(o)),
    metrics,
    metric,
    maximize: typeof maximize === 'boolean' ? maximize : metric === null || betterWhen(metric) !== 'lower',
    searches,
  };
}

const idName = 'param_combo_id';

function readSearch(fold: number | null, tuning: JsonObject): Search {
  const best = objectAt(tuning, 'best');
  const [training, validation] = [byId(tuning['training']), byId(tuning['validation'])];
  const combinations = rowsOf(tuning['param_grid']).map((row, i) => {
    const id = Number(row[idName] ?? i + 1);
    const options = new Map(Object.entries(row).filter(([name]) => name !== idName));
    return {
      id,
      options,
      validation: validation.get(id) ?? new Map(),
      training: training.get(id) ?? new Map(),
      best: best !== null && Object.entries(best).every(([name, value]) => same(options.get(name), value)),
    };
  });
  return { fold, combinations };
}

function byId(rows: JsonValue | undefined): Map<number, Values> {
  return new Map(
    rowsOf(rows).map((row, i) => {
      const { [idName]: id, ...metrics } = row;
      return [Number(id ?? i + 1), valuesOf(metrics)] as const;
    }),
  );
}

const same = (a: JsonValue | undefined, b: JsonValue | undefined) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A combination over all outer resamples. */
export interface TriedOption {
  /** The searched options' values. */
  values: JsonValue[];
  /** Mean of the metric over the outer resamples. */
  mean: number | null;
  /** The metric in each outer resample, in their order; null where it was not tried. */
  folds: (number | null)[];
  /** The places of the outer resamples that chose it. */
  bestIn: number[];
  /** The values of the options found on the way, one a resample that tried it. */
  found: JsonValue[][];
}

/** The combinations of searched options over all outer resamples, in the order in which they were tried first. */
export function triedOptions(tuning: Tuning, metric: string, part: 'validation' | 'training' = 'validation'): TriedOption[] {
  const tried = new Map<string, TriedOption>();
  tuning.searches.forEach((search, at) => {
    for (const c of search.combinations) {
      const values = tuning.searched.map((o) => c.options.get(o) ?? null);
      const key = JSON.stringify(values);
      let row = tried.get(key);
      if (!row) {
        row = { values, mean: null, folds: tuning.searches.map(() => null), bestIn: [], found: [] };
        tried.set(key, row);
      }
      row.folds[at] = c[part].get(metric) ?? null;
      row.found.push(tuning.found.map((o) => c.options.get(o) ?? null));
      if (c.best) row.bestIn.push(at);
    }
  });
  for (const row of tried.values()) row.mean = meanOf(row.folds);
  return [...tried.values()];
}

/** The different values of a searched option: numbers by size, all else as they come. */
export function optionValues(rows: readonly TriedOption[], option: number): JsonValue[] {
  const different = [...new Map(rows.map((r) => [JSON.stringify(r.values[option] ?? null), r.values[option] ?? null])).values()];
  return different.every((v) => typeof v === 'number') ? different.sort((a, b) => a - b) : different;
}
