import type { JobSummary, ServerEvent, SessionSnapshot } from '../wire/messages';
import type { Api } from '../wire/methods';
import type { FrameQueue } from './frames';
import { Job } from './job.svelte';
import { Progress } from './progress.svelte';
import { Refresh } from './refresh';
import { Session } from './session.svelte';

/**
 * Keeps a `Session` in step with the server: its events in their order, each once, and the lists that are asked for when an event says that they changed.
 */
export class SessionStore {
  readonly session = new Session();
  readonly #queue: FrameQueue;
  readonly #jobs = new Map<string, Job>();
  // What was told of jobs before a list named them.
  readonly #early = new Map<string, Progress>();
  readonly #unsettled = new Set<Progress>();
  readonly #info: Refresh;
  readonly #list: Refresh;
  #lastSeq = 0;

  constructor(api: Api, queue: FrameQueue) {
    this.#queue = queue;
    this.#info = new Refresh(async () => this.#inTurn((await api.call('session.info', {})).result, (snapshot) => this.#snapshot(snapshot)));
    this.#list = new Refresh(async () => this.#inTurn((await api.call('job.list', {})).result.jobs, (jobs) => this.#listed(jobs)));
  }

  /** The number of the latest event that came; all before it came too. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Takes an event of the session; one that came before is let go. */
  take(event: ServerEvent): void {
    if (event.seq !== undefined) {
      if (event.seq <= this.#lastSeq) return;
      // Events between are gone for good: the lists tell what they came to.
      if (event.seq > this.#lastSeq + 1) this.refreshSoon();
      this.#lastSeq = event.seq;
    }
    this.#queue.add(() => this.#reduce(event));
  }

  /** Takes the answer to joining; done when it and the jobs are seen. */
  async attached(snapshot: SessionSnapshot): Promise<void> {
    await Promise.all([this.#inTurn(snapshot, (s) => this.#snapshot(s)), this.#list.now()]);
  }

  /** Asks for all that events can't tell. */
  refreshSoon(): void {
    this.#info.soon();
    this.#list.soon();
  }

  refreshTables(): Promise<void> {
    return this.#info.now();
  }

  refreshJobs(): Promise<void> {
    return this.#list.now();
  }

  /** Asks nothing any more. */
  stop(): void {
    this.#info.stop();
    this.#list.stop();
  }

  // Answers take their turn behind the events that came before them.
  #inTurn<T>(value: T, take: (value: T) => void): Promise<void> {
    return new Promise((done) =>
      this.#queue.add(() => {
        take(value);
        done();
      }),
    );
  }

  #reduce(event: ServerEvent): void {
    switch (event.event) {
      case 'job.progress': {
        const job = this.#jobs.get(event.data.job_id);
        if (job) job.progressed(event.data);
        const progress = job?.progress ?? this.#earlyProgress(event.data.job_id);
        if (!job) progress.take(event.data);
        this.#settleLater(progress);
        break;
      }
      case 'job.started':
        this.#jobs.get(event.data.job_id)?.progress.begin();
        this.#update(event.data.job_id, { status: 'running', started_at: event.data.started_at });
        break;
      case 'job.complete':
        this.#update(event.data.job_id, event.data.summary);
        break;
      case 'job.failed':
        this.#update(event.data.job_id, { status: 'failed', error: event.data.error });
        this.#list.soon();
        break;
      case 'job.cancelled':
        this.#update(event.data.job_id, { status: 'cancelled' });
        this.#list.soon();
        break;
      case 'session.connection_left':
        this.session.connections = event.data.n_connections;
        break;
      case 'session.events_dropped':
        this.refreshSoon();
        break;
      case 'session.changed':
        if (event.data.changed === 'jobs') this.#list.soon();
        else this.#info.soon();
        break;
    }
  }

  #update(id: string, summary: Partial<JobSummary>): void {
    const job = this.#jobs.get(id);
    if (job) job.update(summary);
    else this.#list.soon();
  }

  #earlyProgress(id: string): Progress {
    let progress = this.#early.get(id);
    if (!progress) {
      this.#early.set(id, (progress = new Progress()));
      this.#list.soon();
    }
    return progress;
  }

  // One new array of lines a turn, not one an event.
  #settleLater(progress: Progress): void {
    if (this.#unsettled.size === 0) {
      this.#queue.atEndOfTurn(() => {
        for (const p of this.#unsettled) p.settle();
        this.#unsettled.clear();
      });
    }
    this.#unsettled.add(progress);
  }

  #snapshot(snapshot: SessionSnapshot): void {
    this.session.id = snapshot.session_id;
    this.session.name = snapshot.name;
    this.session.connections = snapshot.n_connections;
    this.session.tables = snapshot.data;
  }

  #listed(summaries: JobSummary[]): void {
    for (const summary of summaries) {
      const known = this.#jobs.get(summary.job_id);
      if (known) known.update(summary);
      else this.#jobs.set(summary.job_id, new Job(summary, this.#early.get(summary.job_id)));
      this.#early.delete(summary.job_id);
    }
    const ids = new Set(summaries.map((s) => s.job_id));
    for (const id of [...this.#jobs.keys()]) if (!ids.has(id)) this.#jobs.delete(id);
    this.session.jobs = [...this.#jobs.values()];
  }
}
