import { createSubscriber } from 'svelte/reactivity';

/** The time, read anew at each beat by whatever shows it; it stands still while nothing does. */
class Clock {
  readonly #follow: () => void;

  /** @param beat Milliseconds from one reading to the next. */
  constructor(beat: number) {
    this.#follow = createSubscriber((update) => {
      const timer = setInterval(update, beat);
      return () => clearInterval(timer);
    });
  }

  get now(): number {
    this.#follow();
    return Date.now();
  }
}

/** Beats by the second, for times that are shown. */
export const clock = new Clock(1000);

/** Beats as often as an eye asks, for what would cost too much to follow at every change. */
export const glance = new Clock(250);
