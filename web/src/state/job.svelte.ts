import type { ErrorBody, JobStatus, JobSummary, JobType, ProgressData } from '../wire/messages';
import { finalStatuses } from '../wire/messages';
import { Progress } from './progress.svelte';

/** A job of the session, as far as the page knows it. */
export class Job {
  readonly id: string;
  summary = $state() as JobSummary;
  error = $state<ErrorBody | null>(null);
  readonly progress: Progress;

  /** @param progress What was told of it before it was known. */
  constructor(summary: JobSummary, progress = new Progress()) {
    this.id = summary.job_id;
    this.progress = progress;
    this.summary = summary;
    if (this.isFinal) this.#ended();
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

  /** Takes what a list or an event says of it. A job that has ended stays so: the word of it may have overtaken an older list. */
  update(summary: Partial<JobSummary>): void {
    const wasFinal = this.isFinal;
    const status = summary.status ?? this.status;
    if (wasFinal && !finalStatuses.has(status)) return;
    this.summary = { ...this.summary, ...summary };
    if (status !== 'queued') delete this.summary.queue_position;
    if (!wasFinal && this.isFinal) this.#ended();
  }

  /** The same as the server reckons it from its own events. */
  progressed(data: ProgressData): void {
    this.progress.take(data);
    if (this.isFinal) return;
    const summary = this.summary;
    if (summary.status === 'queued') summary.status = 'running';
    if (data.stage !== null) summary.stage = data.stage;
    if (typeof data.fraction === 'number') summary.fraction = data.fraction;
    summary.last_message = data.message;
  }

  #ended(): void {
    const { error, status } = this.summary;
    this.progress.end(status === 'complete');
    if (error) this.error = typeof error === 'string' ? { code: 'engine_error', message: error } : error;
  }
}
