import { objectAt, type JsonObject } from '../format/json';
import type { App } from '../state/app.svelte';
import type { Job } from '../state/job.svelte';
import { Input } from './input';

/** The table of a job whose result has `rows` rows; or why its columns cannot stand beside them. */
export function inputOf(app: App, job: Job, rows: number): Input | 'gone' | 'other' {
  const handle = job.summary.data_handle;
  const table = handle ? app.session?.table(handle) : undefined;
  if (!handle || !table) return 'gone';
  return table.rows === rows ? new Input(app.api, handle, rows) : 'other';
}

/** The columns that went into a result. */
export function featuresOf(record: JsonObject | null): string[] {
  const names = objectAt(record ?? undefined, 'provenance', 'data_training')?.['column_names'];
  return [names].flat().filter((n) => typeof n === 'string');
}
