import type { DataEntry } from '../wire/messages';
import type { Job } from './job.svelte';

/** The session that the page is attached to. */
export class Session {
  id = $state('');
  name = $state('');
  connections = $state(1);
  tables = $state<DataEntry[]>([]);
  /** Oldest first. */
  jobs = $state<Job[]>([]);

  table(handle: string): DataEntry | undefined {
    return this.tables.find((t) => t.data_handle === handle);
  }

  job(id: string): Job | undefined {
    return this.jobs.find((j) => j.id === id);
  }
}
