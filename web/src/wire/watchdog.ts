export interface WatchdogTimes {
  /** Silence after which the page asks for a sign of life, in milliseconds. */
  ask: number;
  /** How long it then waits for one. */
  wait: number;
}

/**
 * Watches a connection that may have died without a word. Silence alone proves nothing (timers of hidden pages are slowed down): a connection is given up
 * only when it was asked and did not answer.
 */
export class Watchdog {
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #lastHeard: () => number;
  readonly #ask: () => void;
  readonly #giveUp: () => void;
  readonly #times: WatchdogTimes;
  #asked: number | null = null;

  constructor(lastHeard: () => number, ask: () => void, giveUp: () => void, times: WatchdogTimes) {
    this.#lastHeard = lastHeard;
    this.#ask = ask;
    this.#giveUp = giveUp;
    this.#times = times;
    this.#timer = setInterval(() => this.#look(times.ask), times.wait / 4);
  }

  /** Asks now unless something came just before: the computer may have slept. */
  check(): void {
    this.#look(1000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(silence: number): void {
    const now = Date.now();
    const heard = this.#lastHeard();
    if (this.#asked !== null && heard >= this.#asked) this.#asked = null;
    if (this.#asked !== null) {
      if (now - this.#asked >= this.#times.wait) this.#giveUp();
    } else if (now - heard >= silence) {
      this.#asked = now;
      this.#ask();
    }
  }
}
