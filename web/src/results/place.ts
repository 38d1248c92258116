import { getContext, setContext } from 'svelte';
import type { Job } from '../state/job.svelte';
import type { Input } from './input';
import type { Results } from './load';

/** The job whose model a prediction applied. */
export interface ModelJob {
  title: string;
  /** Where it is shown. */
  href: string | null;
  /** Whether it was trained on the very table that was predicted. */
  sameTable: boolean;
}

/** Where results are shown, and what is there beside them: a session, or a report. */
export interface ResultPlace {
  /** The results of a complete job, with the answers that earlier views of it got. */
  results(job: Job): Results;
  /** The table of a job whose result has `rows` rows, or a sentence on why its columns cannot stand beside the result. */
  input(job: Job, rows: number): Input | string;
  /** The job of that id whose model `job` applied; null when it is not known. */
  model(job: Job, id: string): ModelJob | null;
  /** What is said of a model whose job is not known. */
  readonly unknownModel: string | null;
  /** The colour of each kind of step. */
  readonly kindColors: Readonly<Record<string, string>>;
}

const key = Symbol('place');

export function providePlace(place: ResultPlace): void {
  setContext(key, place);
}

/** The place of the results, for any component that shows them. */
export function usePlace(): ResultPlace {
  return getContext<ResultPlace>(key);
}
