const quiet = 60;

/** Asks again for something that has changed: once for many changes, one question at a time, and again when it changed meanwhile. */
export class Refresh {
  readonly #ask: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
  }

  /** Soon, when no further change comes. */
  soon(): void {
    if (this.#stopped || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.now().catch(() => undefined), quiet);
  }

  /** At once; done when an answer that was asked for after this call is taken. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      await this.#ask();
    } while (this.#again && !this.#stopped);
  }
}
