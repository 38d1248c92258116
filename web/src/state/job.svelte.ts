import type { ErrorBody, JobStatus, JobSummary, JobType } from '../wire/messages';
import { finalStatuses } from '../wire/messages';
import { Progress } from './progress.svelte';

/** A job of the session, as far as the page knows it. */
export class Job {
  readonly id: string;
  summary = $state() as JobSummary;
  error = $state<ErrorBody | null>(null);
  readonly progress = new Progress();

  constructor(summary: JobSummary) {
    this.id = summary.job_id;
    this.summary = summary;
  }

  get type(): JobType {
    return this.summary.type;
  }

  get status(): JobStatus {
    return this.summary.status;
  }

  get isFinal(): boolean {
    return finalStatuses.has(this.summary.status);
  }
}
