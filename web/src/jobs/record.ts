import type { JsonValue } from '../wire/messages';
import { formatDuration } from '../format/durations';
import { isObject, numberAt, objectAt, textAt, valueText, type JsonObject } from '../format/json';
import { metricLabel } from '../format/metrics';
import { formatNumber, withSpread } from '../format/numbers';
import { plural, sentence } from '../format/words';

/** A line of a record: a value, a group of lines, or a small table. */
export type Entry = ValueEntry | { entry: 'group'; name: string; label: string; entries: Entry[] } | TableEntry;

interface ValueEntry {
  entry: 'value';
  name: string;
  label: string;
  text: string;
  /** Where the value is from: `user`, `default`, `tuned` or `unset`. */
  origin?: string;
}

interface TableEntry {
  entry: 'table';
  name: string;
  label: string;
  columns: string[];
  rows: string[][];
}

export interface RecordSection {
  id: string;
  title: string;
  entries: Entry[];
  /** Said where there is nothing to list. */
  empty?: string;
}

const fewDefaults = 16;

const subjects: Record<string, string> = { hyperparameters: 'Hyperparameters', clustering_config: 'Settings', decomposition_config: 'Settings' };

/** A run's record, in the order in which a reader asks. */
export function readRecord(record: JsonObject): RecordSection[] {
  if (isPrediction(record)) return readPrediction(record);
  const subject = Object.keys(subjects).find((name) => isObject(record[name])) ?? 'hyperparameters';
  const supervised = subject === 'hyperparameters';
  const origin = objectAt(record, 'origin');
  const sections: RecordSection[] = [
    { id: 'run', title: 'What was run', entries: runEntries(record, objectAt(record, subject), origin) },
    { id: 'settings', title: subjects[subject] ?? subject, entries: chosenFirst(ownSettings(objectAt(record, subject))), empty: 'It has none.' },
    { id: 'data', title: 'Data', entries: dataEntries(objectAt(record, 'provenance')) },
  ];
  if (supervised) {
    sections.push(
      config('preprocessing', 'Preprocessing', record['preprocessor_config'], 'None.'),
      config('decomposition', 'Decomposition before training', record['decomposition_config'], 'None.'),
      config('resampling', 'Outer resampling', record['outer_resampling_config'], 'None: trained once, on all rows.'),
      config('tuning', 'Tuning', record['tuner_config'], 'None.'),
      config('execution', 'Execution', record['execution_config'], 'As the server has it.'),
    );
  }
  sections.push(
    { id: 'metrics', title: 'Metrics', entries: metricEntries(record), empty: 'None.' },
    ...(supervised ? [{ id: 'folds', title: 'Folds', entries: foldEntries(record['folds']), empty: 'None.' }] : []),
    { id: 'provenance', title: 'Provenance', entries: provenanceEntries(objectAt(record, 'provenance')) },
  );
  return sections;
}

// Only a prediction has the job of its model instead of settings.
function isPrediction(record: JsonObject): boolean {
  return 'job_id' in record && !Object.keys(subjects).some((name) => isObject(record[name]));
}

function readPrediction(record: JsonObject): RecordSection[] {
  const provenance = objectAt(record, 'provenance');
  const metrics = objectAt(record, 'metrics');
  const entries = !metrics ? [] : isObject(metrics['metrics']) ? classMetricEntries(metrics, metrics['metrics']) : metricEntries(record);
  return [
    { id: 'run', title: 'What was run', entries: [value('job_id', 'Job of the model', record['job_id']), ...runEntries(record, null, null)] },
    { id: 'data', title: 'Data', entries: dataEntries(provenance) },
    { id: 'metrics', title: 'Metrics', entries, empty: 'None: the outcome is not known.' },
    { id: 'provenance', title: 'Provenance', entries: provenanceEntries(provenance) },
  ];
}

// The positive class is told of two classes only.
function classMetricEntries(told: JsonObject, metrics: JsonObject): Entry[] {
  const all = { ...metrics, confusion_long: told['confusion_long'] ?? null };
  return configEntries(Object.fromEntries(Object.entries(all).filter(([, v]) => v !== null)));
}

/** What of the sections has the text in a name, label or value. Nothing asked for: all. */
export function searchRecord(sections: readonly RecordSection[], text: string): RecordSection[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [...sections];
  const has = (...words: string[]) => words.some((w) => w.toLowerCase().includes(wanted));
  const found = (entries: readonly Entry[]): Entry[] =>
    entries.flatMap((e): Entry[] => {
      if (has(e.name, e.label)) return [e];
      if (e.entry === 'value') return has(e.text, e.origin ?? '') ? [e] : [];
      if (e.entry === 'table') return e.columns.some((c) => has(c)) || e.rows.some((row) => has(...row)) ? [e] : [];
      const inside = found(e.entries);
      return inside.length > 0 ? [{ ...e, entries: inside }] : [];
    });
  return sections.flatMap((s) => {
    const entries = has(s.title) ? s.entries : found(s.entries);
    return entries.length > 0 ? [{ ...s, entries }] : [];
  });
}

function runEntries(record: JsonObject, subject: JsonObject | null, origin: JsonObject | null): Entry[] {
  const algorithm = textAt(subject, 'algorithm') ?? textAt(record, 'algorithm');
  return [
    value('algorithm', 'Algorithm', algorithm, origin),
    ...['question', 'positive_class', 'weights', 'verbosity'].filter((name) => name in record).map((name) => value(name, sentence(name), record[name], origin)),
  ];
}

function dataEntries(provenance: JsonObject | null): Entry[] {
  const data = objectAt(provenance ?? undefined, 'data_training');
  if (!data) return [];
  const hash = textAt(data, 'hash');
  return [
    value('n_rows', 'Rows', data['n_rows']),
    value('n_cols', 'Columns', data['n_cols']),
    value('column_names', 'Names of the columns', data['column_names']),
    ...(hash ? [value('hash', `Hash (${[textAt(data, 'algorithm'), textAt(data, 'encoding')].filter(Boolean).join(', ')})`, hash)] : []),
  ];
}

function config(id: string, title: string, at: JsonValue | undefined, empty: string): RecordSection {
  return { id, title, entries: configEntries(isObject(at) ? at : null), empty };
}

// Settings stand beside the algorithm or type that they are of, in an object of the same or another name, with their origins among them.
function configEntries(at: JsonObject | null): Entry[] {
  if (!at) return [];
  const origin = objectAt(at, 'origin');
  return Object.entries(at)
    .filter(([name]) => name !== 'origin' && name !== '.class')
    .flatMap(([name, v]): Entry[] => {
      if ((name === 'hyperparameters' || name === 'config') && isObject(v)) return configEntries(v);
      return [entryOf(name, v, origin)];
    });
}

// An algorithm's own settings keep the names that its documentation has.
function ownSettings(at: JsonObject | null): Entry[] {
  const own = objectAt(at ?? undefined, 'hyperparameters') ?? objectAt(at ?? undefined, 'config');
  return configEntries(own).map((e) => ({ ...e, label: e.name }));
}

// What somebody or the tuning chose stands first; the many that were left alone follow together.
function chosenFirst(entries: Entry[]): Entry[] {
  const left = entries.filter((e) => e.entry === 'value' && (e.origin === 'default' || e.origin === 'unset'));
  const chosen = entries.filter((e) => !left.includes(e));
  if (left.length <= fewDefaults && chosen.length === 0) return entries;
  return left.length === 0 ? chosen : [...chosen, { entry: 'group', name: 'defaults', label: `Left at their defaults (${left.length})`, entries: left }];
}

function metricEntries(record: JsonObject): Entry[] {
  const metrics = objectAt(record, 'metrics');
  if (Array.isArray(metrics?.['metrics'])) return [entryOf('metrics', metrics['metrics'], null)];
  const parts = ['training', 'validation', 'test'].filter((part) => isObject(metrics?.[part]));
  if (parts.length === 0) return [];
  const means = parts.map((part) => objectAt(metrics ?? undefined, part));
  const sds = parts.map((part) => objectAt(record, 'metrics_sd', part));
  const names = [...new Set(means.flatMap((m) => Object.keys(m ?? {})))];
  return [
    {
      entry: 'table',
      name: 'metrics',
      label: sds.some((sd) => sd !== null) ? 'Mean ± standard deviation over folds' : 'Values',
      columns: ['Metric', ...parts.map(sentence)],
      rows: names.map((name) => [metricLabel(name), ...means.map((m, i) => withSpread(numberAt(m, name), numberAt(sds[i] ?? null, name)))]),
    },
  ];
}

function foldEntries(folds: JsonValue | undefined): Entry[] {
  if (!Array.isArray(folds)) return [];
  return folds.filter(isObject).map((fold, i) => {
    const { index, hyperparameters, ...rest } = fold;
    const resolved: Entry[] = isObject(hyperparameters)
      ? [{ entry: 'group', name: 'hyperparameters', label: 'Resolved hyperparameters', entries: chosenFirst(ownSettings(hyperparameters)) }]
      : [];
    const others = Object.entries(rest).filter(([, v]) => v !== null).map(([name, v]) => entryOf(name, v, null));
    return { entry: 'group', name: `fold_${valueText(index)}`, label: folds.length === 1 ? 'The run' : `Fold ${index ? valueText(index) : i + 1}`, entries: [...others, ...resolved] };
  });
}

function provenanceEntries(provenance: JsonObject | null): Entry[] {
  if (!provenance) return [];
  return Object.entries(provenance)
    .filter(([name, v]) => name !== 'data_training' && v !== null && v !== '')
    .map(([name, v]) => {
      const seconds = name === 'elapsed_seconds' ? numberAt(provenance, name) : null;
      return seconds === null ? entryOf(name, v, null) : value(name, 'Elapsed', formatDuration(seconds * 1000));
    });
}

function entryOf(name: string, v: JsonValue, origin: JsonObject | null): Entry {
  if (Array.isArray(v) && v.length > 0 && v.every(isFlat)) {
    const columns = [...new Set(v.flatMap((row) => Object.keys(row)))];
    // One row of many numbers reads better downwards.
    if (v.length === 1 && v[0]) return { entry: 'table', name, label: label(name), columns: ['Metric', 'Value'], rows: Object.entries(v[0]).map(([k, x]) => [metricLabel(k), cell(x)]) };
    return { entry: 'table', name, label: label(name), columns: columns.map(metricLabel), rows: v.map((row) => columns.map((c) => cell(row[c]))) };
  }
  if (Array.isArray(v) && v.some(isObject)) {
    return { entry: 'group', name, label: `${label(name)} (${plural(v.length, 'entry', 'entries')})`, entries: v.map((x, i) => entryOf(String(i + 1), x, null)) };
  }
  if (isObject(v) && !('candidates' in v)) return { entry: 'group', name, label: label(name), entries: configEntries(v) };
  return value(name, label(name), v, origin);
}

function value(name: string, text: string, v: JsonValue | undefined, origin: JsonObject | null = null): ValueEntry {
  const from = textAt(origin, name);
  return { entry: 'value', name, label: text, text: valueText(v), ...(from ? { origin: from } : {}) };
}

const names: Record<string, string> = {
  param_grid: 'Combinations tried',
  best: 'Best combination',
  confusion_long: 'Confusion matrix',
  class: 'By class',
  n_resamples: 'Number of resamples',
  stratify_var: 'Stratified by',
  id_strat: 'Kept together by',
  param_combo_id: 'Combination',
  rtemis_version: 'rtemis version',
  r_version: 'R version',
};

const label = (name: string): string => names[name] ?? sentence(name);
const cell = (v: JsonValue | undefined): string => valueText(v, formatNumber);
const isFlat = (v: JsonValue): v is { [key: string]: JsonValue } => isObject(v) && Object.values(v).every((x) => typeof x !== 'object' || x === null);
