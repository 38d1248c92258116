/** What tabs of one origin tell each other. */
export interface Known {
  token: string;
  session: string | null;
}

type Message = { kind: 'ask' } | ({ kind: 'known' } & Known) | { kind: 'new-token'; token: string };

// A tab that is there answers in a few milliseconds.
const patience = 200;
const name = 'rtemis.tabs';

/** The other tabs with this page: one that is connected helps those that are not. Only pages of the same origin hear it. */
export class Tabs {
  readonly #channel: BroadcastChannel;
  readonly #known: () => Known | null;
  #closed = false;
  readonly #waiting = new Set<(known: Known) => void>();

  /**
   * @param known What this tab can tell.
   * @param onToken Another tab has found the right token.
   */
  constructor(known: () => Known | null, onToken: (token: string) => void) {
    this.#known = known;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: { data: Message }) => {
      if (data.kind === 'ask') this.#answer();
      else if (data.kind === 'known') for (const take of this.#waiting) take(data);
      else if (data.kind === 'new-token') onToken(data.token);
    };
  }

  /** What another tab knows; null when there is none that does. */
  ask(): Promise<Known | null> {
    return new Promise((resolve) => {
      const take = (known: Known | null) => {
        clearTimeout(timer);
        this.#waiting.delete(take);
        resolve(known);
      };
      const timer = setTimeout(() => take(null), patience);
      this.#waiting.add(take);
      this.#send({ kind: 'ask' });
    });
  }

  /** Tells the others of a token that the server took. */
  announce(token: string): void {
    this.#send({ kind: 'new-token', token });
  }

  close(): void {
    this.#closed = true;
    this.#channel.close();
  }

  #answer(): void {
    const known = this.#known();
    if (known) this.#send({ kind: 'known', ...known });
  }

  #send(message: Message): void {
    if (!this.#closed) this.#channel.postMessage(message);
  }
}
