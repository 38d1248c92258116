// Longest work in one go, in milliseconds: below what a person feels, with room for the drawing that follows.
const budget = 8;
// Pages that are not shown get no animation frames.
const hiddenDelay = 200;

export type Later = (work: () => void) => void;

/** Calls with the next animation frame, or soon where there are none. */
export const nextFrame: Later = (work) => {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    work();
  };
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(once);
  setTimeout(once, hiddenDelay);
};

/** Work in the order in which it came, done frame by frame, so that a burst of events does not hold up the page. */
export class FrameQueue {
  readonly #later: Later;
  #work: (() => void)[] = [];
  #at = 0;
  #awaited = false;
  #after: (() => void)[] = [];

  constructor(later: Later = nextFrame) {
    this.#later = later;
  }

  add(work: () => void): void {
    this.#work.push(work);
    this.#await();
  }

  /** Once, when the work of this turn is done. */
  atEndOfTurn(work: () => void): void {
    this.#after.push(work);
    this.#await();
  }

  #await(): void {
    if (this.#awaited) return;
    this.#awaited = true;
    this.#later(() => this.#run());
  }

  #run(): void {
    this.#awaited = false;
    const until = performance.now() + budget;
    try {
      while (this.#at < this.#work.length && performance.now() < until) this.#work[this.#at++]?.();
    } finally {
      for (const work of this.#after.splice(0)) work();
      if (this.#at < this.#work.length) this.#await();
      else {
        this.#work = [];
        this.#at = 0;
      }
    }
  }
}
