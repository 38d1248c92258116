import type { FetchWindow, GridWindow } from './grid-window';

export interface BlockCacheOptions {
  /** Rows that are fetched at a time. */
  blockRows: number;
  /** Blocks that are kept; those used last stay. */
  keep: number;
  /** Called when a block came or failed. */
  onchange: () => void;
  /** Called when `busy` changed. */
  onbusy?: (busy: boolean) => void;
}

/** Milliseconds of rest after which rows are fetched, once a fetch had to be given up because they were scrolled past. */
const rest = 80;

/**
 * Rows by blocks, fetched when they are wanted. What is no longer wanted while it is on its way is given up; a block ahead, in the direction of
 * scrolling, is fetched when nothing else is.
 */
export class BlockCache {
  readonly #fetch: FetchWindow;
  readonly #options: BlockCacheOptions;
  // A map keeps the order of insertion: the first is the one that was used longest ago.
  readonly #blocks = new Map<number, GridWindow>();
  readonly #loading = new Map<number, AbortController>();
  readonly #failed = new Map<number, unknown>();
  #wanted: number[] = [];
  #ahead: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldBusy = false;

  constructor(fetch: FetchWindow, options: BlockCacheOptions) {
    this.#fetch = fetch;
    this.#options = options;
  }

  /** The block that holds `row`, or undefined when it is not here. */
  block(row: number): GridWindow | undefined {
    return this.#blocks.get(this.#index(row));
  }

  /** The first row of the block that holds `row`. */
  start(row: number): number {
    return this.#index(row) * this.#options.blockRows;
  }

  get busy(): boolean {
    return this.#loading.size > 0 || this.#timer !== undefined;
  }

  /** The wanted block that could not be fetched, if there is one. */
  get failure(): { first: number; last: number; error: unknown } | null {
    for (const block of this.#wanted) {
      if (!this.#failed.has(block)) continue;
      const first = block * this.#options.blockRows;
      return { first, last: first + this.#options.blockRows - 1, error: this.#failed.get(block) };
    }
    return null;
  }

  /** Says which rows are looked at, `last` included, of how many, and whether the way leads down (1) or up (-1). */
  want(first: number, last: number, total: number, direction: 1 | -1): void {
    const wanted = [];
    for (let block = this.#index(first); block <= this.#index(last); block++) wanted.push(block);
    const ahead = direction > 0 ? this.#index(last) + 1 : this.#index(first) - 1;
    this.#wanted = wanted;
    this.#ahead = ahead >= 0 && ahead * this.#options.blockRows < total ? ahead : null;
    for (const block of wanted) this.#use(block);
    if (this.#abandon() || this.#timer !== undefined) this.#wait();
    else this.#load();
    this.#tellBusy();
  }

  /** Tries again what failed. */
  retry(): void {
    this.#failed.clear();
    this.#load();
    this.#tellBusy();
  }

  /** Gives up all that is on its way; the cache is of no use afterwards. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const controller of this.#loading.values()) controller.abort();
    this.#loading.clear();
    this.#tellBusy();
  }

  #index(row: number): number {
    return Math.floor(row / this.#options.blockRows);
  }

  #use(block: number): void {
    const kept = this.#blocks.get(block);
    if (!kept) return;
    this.#blocks.delete(block);
    this.#blocks.set(block, kept);
  }

  #abandon(): boolean {
    let abandoned = false;
    for (const [block, controller] of this.#loading) {
      if (this.#wanted.includes(block) || block === this.#ahead) continue;
      this.#loading.delete(block);
      controller.abort();
      abandoned = true;
    }
    return abandoned;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#load();
      this.#tellBusy();
    }, rest);
  }

  #tellBusy(): void {
    if (this.busy === this.#toldBusy) return;
    this.#toldBusy = this.busy;
    this.#options.onbusy?.(this.#toldBusy);
  }

  #load(): void {
    for (const block of this.#wanted) if (this.#isAbsent(block)) void this.#fetchBlock(block);
    if (this.#loading.size === 0 && this.#ahead !== null && this.#isAbsent(this.#ahead)) void this.#fetchBlock(this.#ahead);
  }

  #isAbsent(block: number): boolean {
    return !this.#blocks.has(block) && !this.#loading.has(block) && !this.#failed.has(block);
  }

  async #fetchBlock(block: number): Promise<void> {
    const controller = new AbortController();
    this.#loading.set(block, controller);
    try {
      const rows = this.#options.blockRows;
      const window = await this.#fetch(block * rows, rows, controller.signal);
      if (this.#loading.get(block) !== controller) return;
      this.#blocks.set(block, window);
      this.#evict();
    } catch (error) {
      if (this.#loading.get(block) !== controller) return;
      this.#failed.set(block, error);
    }
    this.#loading.delete(block);
    this.#options.onchange();
    this.#load();
    this.#tellBusy();
  }

  #evict(): void {
    for (const block of this.#blocks.keys()) {
      if (this.#blocks.size <= this.#options.keep) return;
      if (!this.#wanted.includes(block)) this.#blocks.delete(block);
    }
  }
}
