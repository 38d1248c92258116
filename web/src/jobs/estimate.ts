import type { Counter } from '../state/progress.svelte';

const fewestUnits = 2;
const shortestMs = 3000;

export interface Position {
  /** Of the outermost counter, with a part of the running unit. */
  done: number;
  total: number;
  /** Whole units that were seen to end, of the finest counter. */
  units: number;
}

/**
 * How many units of the outermost counter are done, with the part of the running one that the counter inside it has come to. An inner counter that has
 * come to its end says nothing: it may be of the unit before.
 * @param counters Outermost first.
 */
export function position(counters: readonly Counter[]): Position | null {
  const [outer, inner] = counters;
  if (!outer || outer.total <= 0) return null;
  const within = inner && inner.total > 0 && inner.current < inner.total ? inner.current / inner.total : 0;
  const done = Math.min(outer.total, outer.current + within);
  return { done, total: outer.total, units: Math.floor(done * (within > 0 && inner ? inner.total : 1) + 1e-9) };
}

/** Estimates the time that a counted run still needs, from its rate since it began. */
export class Estimator {
  readonly #startedAt: number;
  #done = 0;
  #units = 0;
  #total = 0;
  #changedAt: number;

  /** @param startedAt When counting began, in milliseconds. */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
    this.#changedAt = startedAt;
  }

  /** The fraction that is done: it never goes back while the total stays. */
  get fraction(): number {
    return this.#total > 0 ? this.#done / this.#total : 0;
  }

  observe({ done, total, units }: Position, now: number): void {
    if (total === this.#total && done <= this.#done) return;
    if (total !== this.#total) this.#units = 0;
    this.#units = Math.max(this.#units, units);
    this.#done = done;
    this.#total = total;
    this.#changedAt = now;
  }

  /** Milliseconds left, or null when too little is known: before two units or three seconds. */
  remaining(now: number): number | null {
    const spent = this.#changedAt - this.#startedAt;
    if (this.#units < fewestUnits || now - this.#startedAt < shortestMs || spent <= 0) return null;
    const unit = spent / this.#done;
    const left = this.#total - this.#done;
    const since = Math.max(0, now - this.#changedAt);
    // The running unit is given at least a tenth of its time, however late it is, so that the estimate does not reach zero before the work does.
    const running = Math.min(1, left);
    return Math.max(unit * running - since, unit * running * 0.1) + unit * (left - running);
  }
}
