import { createSubscriber } from 'svelte/reactivity';

/** The time, read anew once a second by whatever shows it; it stands still while nothing does. */
class Clock {
  readonly #follow = createSubscriber((update) => {
    const timer = setInterval(update, 1000);
    return () => clearInterval(timer);
  });

  get now(): number {
    this.#follow();
    return Date.now();
  }
}

export const clock = new Clock();
