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
