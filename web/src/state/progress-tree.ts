import type { ProgressData } from '../wire/messages';
import { ProgressNode, type NodeStatus } from './progress-node.svelte';
import { timeOf } from './time';

// More steps than anybody reads; a run with thousands of candidates is told by its counters.
const mostNodes = 10_000;

/** Puts a run's steps in their places. Steps are found by id, not by search. */
export class ProgressTree {
  readonly #roots: ProgressNode[];
  readonly #nodes = new Map<string, ProgressNode>();
  // Running steps of the outermost run, the latest last.
  readonly #open: ProgressNode[] = [];
  #run: string | undefined;

  constructor(roots: ProgressNode[]) {
    this.#roots = roots;
  }

  take(data: ProgressData, nodeId: string): void {
    this.#run ??= data.session_id;
    const key = this.#key(data.session_id, nodeId);
    if (data.status === 'start') this.#begin(data, key);
    else if (data.status === 'done' || data.status === 'error') {
      // Short steps are told by their end alone, and the start of another may have fallen out of the server's log.
      const node = this.#nodes.get(key) ?? this.#begin(data, key);
      if (node) this.#finish(node, data.status, timeOf(data.ts));
    }
  }

  /** A counter counts for the step that it belongs to. */
  count(data: ProgressData, current: number, total: number): void {
    const node = data.parent_id ? this.#nodes.get(this.#key(data.session_id, data.parent_id)) : undefined;
    if (!node) return;
    node.current = current;
    node.total = total;
  }

  /** Forgets all steps: the run begins anew. */
  clear(): void {
    this.#roots.length = 0;
    this.#nodes.clear();
    this.#open.length = 0;
    this.#run = undefined;
  }

  /** Ends all that still runs. */
  end(status: NodeStatus): void {
    for (const node of this.#nodes.values()) {
      if (node.status === 'running') this.#finish(node, status, Date.now());
    }
  }

  #begin(data: ProgressData, key: string): ProgressNode | null {
    const inner = data.session_id !== this.#run;
    if (this.#nodes.size >= mostNodes) return null;
    const node = new ProgressNode(key, data.kind ?? '', data.label ?? null, timeOf(data.ts));
    const parent = data.parent_id ? this.#nodes.get(this.#key(data.session_id, data.parent_id)) : undefined;
    // A run within the run (a model that is tuned) numbers its steps anew and knows no parent: it belongs to the step that is going on.
    const place = parent ?? (inner ? this.#open.at(-1) : undefined);
    (place?.children ?? this.#roots).push(node);
    this.#nodes.set(key, node);
    if (!inner) this.#open.push(node);
    return node;
  }

  #finish(node: ProgressNode, status: NodeStatus, time: number): void {
    node.status = status;
    node.endedAt = time;
    const at = this.#open.lastIndexOf(node);
    if (at >= 0) this.#open.splice(at, 1);
    // Not every end is told.
    for (const child of node.children) if (child.status === 'running') this.#finish(child, status, time);
  }

  // Counters do not say in which run they are: it is the outermost.
  #key(run: string | undefined, node: string): string {
    return run === undefined || run === this.#run ? node : `${run}/${node}`;
  }
}
