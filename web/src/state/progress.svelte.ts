import type { ProgressData } from '../wire/messages';

export type NodeStatus = 'running' | 'done' | 'error';

/** A step of a run: it begins, may count, and ends. Steps contain steps. */
export class ProgressNode {
  readonly id: string;
  readonly kind: string;
  readonly label: string | null;
  status = $state<NodeStatus>('running');
  current = $state<number | null>(null);
  total = $state<number | null>(null);
  startedAt: number;
  endedAt = $state<number | null>(null);
  children = $state<ProgressNode[]>([]);

  constructor(id: string, kind: string, label: string | null, startedAt: number) {
    this.id = id;
    this.kind = kind;
    this.label = label;
    this.startedAt = startedAt;
  }
}

/** How far something that is counted has come, such as outer resampling or tuning. */
export interface Counter {
  kind: string;
  label: string | null;
  current: number;
  total: number;
}

export interface LogLine {
  ts: string;
  message: string;
  level: ProgressData['level'];
}

/** What a job's progress events add up to: a tree of steps, counters, and sentences. */
export class Progress {
  roots = $state<ProgressNode[]>([]);
  counters = $state<Counter[]>([]);
  log = $state<LogLine[]>([]);
}
