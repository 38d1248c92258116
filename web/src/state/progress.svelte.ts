import type { ProgressData } from '../wire/messages';
import type { ProgressNode } from './progress-node.svelte';
import { ProgressTree } from './progress-tree';

export { ProgressNode, type NodeStatus } from './progress-node.svelte';

/** How far something that is counted has come, such as outer resampling or tuning. */
export interface Counter {
  id: string;
  kind: string;
  /** What is counted, in the server's words. */
  label: string | null;
  current: number;
  total: number;
}

export interface LogLine {
  ts: string;
  message: string;
  level: ProgressData['level'];
}

/** The latest lines of a job that are kept. */
export const keptLines = 2000;

/** What a job's progress events add up to: a tree of steps, counters, and sentences. */
export class Progress {
  roots = $state<ProgressNode[]>([]);
  /** Those that are running, and the last of each kind that has ended. */
  counters = $state<Counter[]>([]);
  log = $state.raw<LogLine[]>([]);
  readonly #tree = new ProgressTree(this.roots);
  // Lines are gathered and shown by `settle`: a new array for each would be costly.
  #lines: LogLine[] = [];

  /** Takes an event. Sentences are seen after `settle`. */
  take(data: ProgressData): void {
    if (data.node_id === undefined) this.#say(data);
    else if (data.level === 'progress') this.#count(data, data.node_id);
    else this.#tree.take(data, data.node_id);
  }

  /** Shows what was taken since the last time. */
  settle(): void {
    if (this.#lines.length === 0) return;
    this.log = [...this.log, ...this.#lines].slice(-keptLines);
    this.#lines = [];
  }

  /** The job begins, perhaps again after a restart of the server: what it did before counts no more. */
  begin(): void {
    this.#tree.clear();
    this.counters.length = 0;
  }

  /** The job has ended: no step goes on. */
  end(well: boolean): void {
    this.#tree.end(well ? 'done' : 'error');
    this.settle();
  }

  #say({ ts, message, level }: ProgressData): void {
    // "Checking data..." and then "done" is one sentence.
    const lines = this.#lines.length > 0 ? this.#lines : this.log;
    const last = lines.at(-1);
    if (level === 'done' && last?.level === 'start') {
      const said: LogLine = { ts, message: `${last.message} ${message}`, level };
      if (lines === this.log) this.log = [...this.log.slice(0, -1), said];
      else this.#lines[this.#lines.length - 1] = said;
    } else {
      this.#lines.push({ ts, message, level });
      if (this.#lines.length > 2 * keptLines) this.#lines = this.#lines.slice(-keptLines);
    }
  }

  #count(data: ProgressData, id: string): void {
    const { kind = '', current, total } = data;
    if (typeof current !== 'number' || typeof total !== 'number') return;
    const known = this.counters.find((c) => c.id === id);
    if (known) {
      known.current = current;
      known.total = total;
    } else {
      const ended = this.counters.findIndex((c) => c.kind === kind && c.current >= c.total);
      if (ended >= 0) this.counters.splice(ended, 1);
      this.counters.push({ id, kind, label: data.label ?? labelOf(data.message), current, total });
    }
    this.#tree.count(data, current, total);
  }
}

// "Outer resamples 0/3" counts "Outer resamples".
function labelOf(message: string): string | null {
  return message.replace(/\s*\d+\s*\/\s*\d+\s*$/, '') || null;
}
