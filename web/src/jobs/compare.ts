import type { JobRequest, JobSummary, JsonValue } from '../wire/messages';
import { isObject, numberAt, objectAt, valueText, type JsonObject } from '../format/json';
import { metricLabel } from '../format/metrics';
import { sentence } from '../format/words';

/** What is known of a job that is compared. */
export interface Compared {
  summary: JobSummary;
  request: JobRequest;
  /** Its record, or null when it is not available. */
  record: JsonObject | null;
  /** Importance by variable, the mean over folds; empty when the model has none. */
  importance: ReadonlyMap<string, number>;
}

/** A setting of all the jobs; an absent one is null. */
export interface SettingRow {
  name: string;
  label: string;
  values: (string | null)[];
  differs: boolean;
}

// These have rows of their own, the table by its name.
const notSettings = new Set(['data_handle', 'algorithm', 'question']);

/** Algorithm, table and what was asked for, name by name in the order of their first occurrence. */
export function settingRows(jobs: readonly Compared[], tableName: (job: JobSummary) => string): SettingRow[] {
  const asked = jobs.map((job) => settings(job.request.params));
  const keys = [...new Set(asked.flatMap((s) => [...s.keys()]))];
  return [
    row('algorithm', 'Algorithm', jobs.map((j) => j.summary.algorithm ?? null)),
    row('table', 'Table', jobs.map((j) => tableName(j.summary))),
    row('question', 'Question', jobs.map((j) => j.summary.question || null)),
    ...keys.map((key) => row(key, settingLabel(key), asked.map((s) => s.get(key) ?? null))),
  ].filter((r) => r.values.some((v) => v !== null));
}

function row(name: string, label: string, values: (string | null)[]): SettingRow {
  return { name, label, values, differs: new Set(values).size > 1 };
}

function settings(params: JsonObject): Map<string, string> {
  const found = new Map<string, string>();
  const add = (object: JsonObject, before: string) => {
    for (const [name, v] of Object.entries(object)) {
      const path = before + name;
      if (notSettings.has(path)) continue;
      if (isObject(v) && !('candidates' in v)) add(v, `${path}.`);
      else if (v !== null) found.set(path, valueText(v));
    }
  };
  add(params, '');
  return found;
}

const groups: Record<string, string> = { outer_resampling_config: 'Resampling', preprocessor_config: 'Preprocessing', decomposition_config: 'Decomposition', tuner_config: 'Tuning', resampler_config: 'Resampling', execution_config: 'Execution' };
const plainGroups = new Set(['hyperparameters', 'config']);

function settingLabel(path: string): string {
  if (path === 'job_id') return 'Job of the model';
  const parts = path.split('.');
  const name = parts.at(-1) ?? path;
  const group = parts.slice(0, -1).filter((p) => !plainGroups.has(p)).map((p) => groups[p] ?? sentence(p));
  // Hyperparameters keep the names that the algorithm's documentation has.
  return [...group, parts.length > 1 && group.length === 0 ? name : group.length > 0 ? name.replaceAll('_', ' ') : sentence(name)].join(': ');
}

export type MetricPart = 'training' | 'test';

export interface MetricRow {
  name: string;
  label: string;
  means: (number | null)[];
  sds: (number | null)[];
}

/** The metrics of a part of the data that at least one of the jobs has. */
export function metricRows(jobs: readonly Compared[], part: MetricPart): MetricRow[] {
  const means = jobs.map((job) => metricsOf(job, part));
  const sds = jobs.map((job) => objectAt(job.record ?? undefined, 'metrics_sd', part));
  const names = [...new Set(means.flatMap((m) => Object.keys(m ?? {})))];
  return names
    .map((name) => ({ name, label: metricLabel(name), means: means.map((m) => numberAt(m, name)), sds: sds.map((s) => numberAt(s, name)) }))
    .filter((r) => r.means.some((m) => m !== null));
}

function metricsOf(job: Compared, part: MetricPart): JsonObject | null {
  const metrics = objectAt(job.record ?? undefined, 'metrics');
  const own = metrics?.['metrics'];
  // A decomposition is measured on the data that it was made of, a prediction on its own; of classes there is more than the overall.
  const whole = isObject(own) ? own['overall'] : own;
  if (Array.isArray(whole)) return part === (job.summary.type === 'predict' ? 'test' : 'training') && isObject(whole[0]) ? whole[0] : null;
  return objectAt(metrics ?? undefined, part);
}

export interface RankRow {
  variable: string;
  /** From 1; null where the model does not have the variable. */
  ranks: (number | null)[];
}

/** The ranks of the variables by the size of their importance, those ranked best on the whole first. */
export function rankRows(jobs: readonly Compared[]): RankRow[] {
  const ranks = jobs.map((job) => ranksOf(job.importance));
  const variables = [...new Set(ranks.flatMap((r) => [...r.keys()]))];
  const known = ranks.filter((r) => r.size > 0);
  const mean = (variable: string) => known.reduce((sum, r) => sum + (r.get(variable) ?? r.size + 1), 0) / known.length;
  const order = new Map(variables.map((v) => [v, mean(v)]));
  return variables
    .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .map((variable) => ({ variable, ranks: ranks.map((r) => r.get(variable) ?? null) }));
}

function ranksOf(importance: ReadonlyMap<string, number>): Map<string, number> {
  const sizes = [...importance].filter(([variable]) => variable !== '(Intercept)').map(([variable, v]) => ({ variable, size: Math.abs(v) }));
  sizes.sort((a, b) => b.size - a.size);
  // Equal sizes share a rank.
  const ranks = new Map<string, number>();
  sizes.forEach(({ variable, size }, i) => {
    const before = sizes[i - 1];
    ranks.set(variable, before && before.size === size ? (ranks.get(before.variable) ?? i + 1) : i + 1);
  });
  return ranks;
}

/** Importance by variable out of slice `varimp`: the mean over folds of the first measure. */
export function importanceOf(columns: ReadonlyMap<string, ArrayLike<unknown>>): Map<string, number> {
  const variables = columns.get('variable');
  const measure = [...columns].find(([name]) => name !== 'variable' && name !== 'fold')?.[1];
  const sums = new Map<string, { sum: number; n: number }>();
  for (let i = 0; variables && measure && i < variables.length; i++) {
    const [name, v] = [variables[i], measure[i]];
    if (typeof name !== 'string' || typeof v !== 'number' || !Number.isFinite(v)) continue;
    const { sum, n } = sums.get(name) ?? { sum: 0, n: 0 };
    sums.set(name, { sum: sum + v, n: n + 1 });
  }
  return new Map([...sums].map(([name, { sum, n }]) => [name, sum / n]));
}

/** Sizes that a decomposition or clustering has beside its settings. */
export function sizeRows(jobs: readonly Compared[]): SettingRow[] {
  const of = (name: string) => jobs.map((job) => numberAt(objectAt(job.record ?? undefined, 'provenance', 'data_training'), name));
  const shown = (values: (number | null)[]): (string | null)[] => values.map((v) => (v === null ? null : v.toLocaleString('en')));
  const resolved = jobs.map((job) => {
    const settings: JsonValue = objectAt(job.record ?? undefined, 'decomposition_config', 'config') ?? objectAt(job.record ?? undefined, 'clustering_config', 'config') ?? {};
    return numberAt(objectAt(settings), 'k');
  });
  return [
    row('n_rows', 'Rows', shown(of('n_rows'))),
    row('n_cols', 'Columns', shown(of('n_cols'))),
    row('k', 'Components or clusters (k)', shown(resolved)),
  ].filter((r) => r.values.some((v) => v !== null));
}

/** Whether jobs can be compared: complete ones of one type. */
export function comparable(summary: JobSummary): boolean {
  return summary.status === 'complete';
}
