import type { IconName } from '../ui/Icon.svelte';
import type { JobStatus, JobSummary, JobType } from '../wire/messages';

interface StatusWords {
  label: string;
  /** What the tag's colour says too. */
  tone: 'good' | 'bad' | 'warn' | 'info' | '';
  icon: IconName;
}

export const statusWords: Record<JobStatus, StatusWords> = {
  queued: { label: 'Waiting', tone: '', icon: 'more' },
  running: { label: 'Running', tone: 'info', icon: 'play' },
  cancelling: { label: 'Cancelling', tone: 'warn', icon: 'stop' },
  complete: { label: 'Complete', tone: 'good', icon: 'check' },
  failed: { label: 'Failed', tone: 'bad', icon: 'warning' },
  cancelled: { label: 'Cancelled', tone: 'warn', icon: 'close' },
};

export const typeWords: Record<JobType, string> = { train: 'Supervised learning', decomp: 'Decomposition', cluster: 'Clustering', predict: 'Prediction' };

const kindWords: Record<string, string> = {
  train: 'Train',
  outer_fold: 'Outer fold',
  outer_resampling: 'Outer resamples',
  tune: 'Tuning',
  grid_cell: 'Tuning cell',
  train_alg: 'Fit',
  predict: 'Predict',
  varimp: 'Variable importance',
  metrics: 'Metrics',
  preprocess: 'Preprocess',
  decompose: 'Decompose',
  progress: 'Progress',
};

/** A kind of step or counter, readable. */
export function kindLabel(kind: string): string {
  return kindWords[kind] ?? sentence(kind);
}

/** `some_name` as "Some name". */
export function sentence(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 1 as "1st". */
export function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** What a queued job waits for. */
export function queueWords(position: number | undefined): string {
  if (position === undefined) return 'Waiting';
  return position <= 1 ? 'Next in line' : `${ordinal(position)} in line`;
}

/** What a job is called where there is no room for more than its algorithm. */
export function algorithmOf({ algorithm, type }: JobSummary): string {
  if (!algorithm) return typeWords[type];
  // A prediction has its model's algorithm, and would look like it.
  return type === 'predict' ? `${algorithm} prediction` : algorithm;
}

/** "CART on pima". */
export function titleOf(summary: JobSummary): string {
  return summary.data_name ? `${algorithmOf(summary)} on ${summary.data_name}` : algorithmOf(summary);
}

/** A time of the wire as the reader's clock shows it. */
export function clockTime(iso: string, now: number): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const sameDay = at.toDateString() === new Date(now).toDateString();
  return at.toLocaleString(undefined, sameDay ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' });
}
