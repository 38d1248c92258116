import { isObject, objectAt, textAt, type JsonObject } from '../format/json';
import type { JsonValue } from '../wire/messages';
import { meanOf, sdOf } from './spread';

/** The parts of the data that a model is measured on, those that tell most first. */
export const splits = ['test', 'validation', 'training'] as const;
export type Split = (typeof splits)[number];

/** Metrics by name; null where one could not be computed. */
export type Values = ReadonlyMap<string, number | null>;

export interface ClassMetrics {
  level: string;
  values: Values;
}

export interface FoldMetrics {
  name: string;
  overall: Values;
  classes: readonly ClassMetrics[];
}

export interface ConfusionCount {
  reference: string;
  predicted: string;
  n: number;
}

export interface SplitMetrics {
  split: Split;
  /** Of the one model, or means over resamples. */
  overall: Values;
  /** Standard deviations over resamples. */
  sd: Values | null;
  /** One a resample; none of a single model. */
  folds: readonly FoldMetrics[];
  /** Of the one model, or means over resamples. */
  classes: readonly ClassMetrics[];
  positive: string | null;
  /** Summed over resamples. */
  confusion: readonly ConfusionCount[];
}

/** Slice `metrics`, of a single model or of a resampled one. */
export function readMetrics(document: JsonObject): SplitMetrics[] {
  return splits.flatMap((split) => {
    const told = objectAt(document, split);
    return told ? [readSplit(split, told)] : [];
  });
}

function readSplit(split: Split, told: JsonObject): SplitMetrics {
  const confusion = rowsOf(told['confusion_long']).flatMap(countOf);
  const perFold = objectAt(told, 'res_metrics');
  const mean = firstRow(told['mean_metrics']);
  if (!mean && !perFold) {
    const single = readModel(told);
    return { split, ...single, sd: null, folds: [], confusion };
  }
  const models = Object.entries(perFold ?? {}).flatMap(([name, fold]) => (isObject(fold) ? [{ name, ...readModel(fold) }] : []));
  const sd = firstRow(told['sd_metrics']);
  return {
    split,
    overall: mean ? valuesOf(mean) : new Map(),
    sd: sd ? valuesOf(sd) : null,
    folds: models.map(({ name, overall, classes }) => ({ name, overall, classes })),
    classes: meanClasses(models.map((m) => m.classes)),
    positive: models[0]?.positive ?? null,
    confusion,
  };
}

function readModel(told: JsonObject): Pick<SplitMetrics, 'overall' | 'classes' | 'positive'> {
  const metrics = told['metrics'];
  if (!isObject(metrics)) return { overall: valuesOf(firstRow(metrics) ?? {}), classes: [], positive: null };
  const classes = rowsOf(metrics['class']).map((row) => ({ level: String(row['level'] ?? ''), values: valuesOf(row) }));
  return { overall: valuesOf(firstRow(metrics['overall']) ?? {}), classes, positive: textAt(metrics, 'positive_class') };
}

function meanClasses(folds: readonly (readonly ClassMetrics[])[]): ClassMetrics[] {
  const levels = [...new Set(folds.flatMap((classes) => classes.map((c) => c.level)))];
  return levels.map((level) => {
    const of = folds.flatMap((classes) => classes.filter((c) => c.level === level));
    const names = [...new Set(of.flatMap((c) => [...c.values.keys()]))];
    return { level, values: new Map(names.map((name) => [name, meanOf(of.map((c) => c.values.get(name) ?? null))])) };
  });
}

/** The values of a metric, one a fold. */
export function foldValues(metrics: SplitMetrics, name: string): (number | null)[] {
  return metrics.folds.map((f) => f.overall.get(name) ?? null);
}

/** The standard deviations over folds of a class's metrics; null of a single model. */
export function classSd(metrics: SplitMetrics, level: string, name: string): number | null {
  return sdOf(metrics.folds.map((f) => f.classes.find((c) => c.level === level)?.values.get(name) ?? null));
}

/** Names of metrics in the order of their first occurrence. */
export function metricNames(metrics: readonly SplitMetrics[]): string[] {
  return [...new Set(metrics.flatMap((m) => [...m.overall.keys()]))];
}

/** A data frame of a document: a list of rows. */
export function rowsOf(value: JsonValue | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

function firstRow(value: JsonValue | undefined): JsonObject | null {
  return rowsOf(value)[0] ?? null;
}

/** The numbers of a row of metrics. */
export function valuesOf(row: JsonObject): Map<string, number | null> {
  return new Map(Object.entries(row).flatMap(([name, v]) => (typeof v === 'number' || v === null ? [[name, v] as const] : [])));
}

function countOf(row: JsonObject): ConfusionCount[] {
  const { reference, predicted, n } = row;
  return typeof n === 'number' ? [{ reference: String(reference ?? ''), predicted: String(predicted ?? ''), n }] : [];
}
