import { retryDelay } from './backoff';
import { ConnectionLostError, ServerError } from './errors';
import type { ReadyData, ServerEvent } from './messages';
import type { Api, CallOptions, MethodName, ParamsOf, Reply } from './methods';
import type { Socket } from './socket';
import { Watchdog, type WatchdogTimes } from './watchdog';
import { WireClient } from './wire-client';

/** Why a token is asked for: none is known; the one entered is wrong; the link was used; the one that
 * was known is right no more, as after a restart of the server. */
export type TokenNeed = 'none' | 'wrong' | 'link-used' | 'changed';

/** Where the connection is in its life. `retryAt` is when the next try comes by itself, in milliseconds of the epoch. */
export type LinkState =
  | { phase: 'connecting' }
  | { phase: 'needs-token'; why: TokenNeed }
  | { phase: 'online'; ready: ReadyData }
  /** `lost`: the connection broke; `not-running`: nothing answers there. */
  | { phase: 'offline'; why: 'lost' | 'not-running'; retryAt: number }
  /** The server runs and does not let this page in: by its origin, or because too many connections are open. */
  | { phase: 'refused'; retryAt: number };

/** Where the token is kept between reloads, and who else may know it. */
export interface TokenKeeper {
  get(): string | null;
  set(token: string | null): void;
  /** Asks the other tabs; null when none answers. */
  ask(): Promise<string | null>;
}

export interface LinkListener {
  state(state: LinkState): void;
  /** The token was right. `restarted`: it is not the server of before. */
  online(ready: ReadyData, restarted: boolean): void;
  event(event: ServerEvent): void;
}

export interface LinkTimes extends WatchdogTimes {
  /** How long the server may take to greet, in milliseconds. */
  greeting: number;
  /** How long it may take to look at a token: it takes its time after wrong ones. */
  admission: number;
}

export interface LinkOptions {
  open: () => Socket;
  /** Whether the server answers to HTTP. A WebSocket does not tell a server that is off from one that refuses. */
  reachable: () => Promise<boolean>;
  tokens: TokenKeeper;
  listener: LinkListener;
  times?: Partial<LinkTimes>;
  delay?: (failures: number) => number;
}

const usualTimes: LinkTimes = { ask: 15_000, wait: 15_000, greeting: 10_000, admission: 30_000 };

/** The connection's whole life: it opens, shows the token, watches, and opens again until it is stopped. */
export class Link implements Api {
  readonly #options: LinkOptions;
  readonly #times: LinkTimes;
  readonly #delay: (failures: number) => number;
  #state: LinkState = { phase: 'connecting' };
  #client: WireClient | null = null;
  #watchdog: Watchdog | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #code: string | null = null;
  #codeRefused = false;
  #instance: string | null = null;
  #typed = false;
  #failures = 0;
  #refusals = 0;
  // Counts the tries: what an older one still has to say does not matter any more.
  #try = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#times = { ...usualTimes, ...options.times };
    this.#delay = options.delay ?? retryDelay;
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Begins, with the one-time code of the address if there was one. */
  start(code: string | null = null): void {
    this.#code = code;
    void this.#open();
  }

  /** Tries a token that a person entered (`typed`) or another tab told. */
  use(token: string, typed: boolean): void {
    this.#options.tokens.set(token);
    this.#codeRefused = false;
    this.#typed = typed;
    void this.#open();
  }

  /** Does not wait for the next try. Where a token is asked for, only a token helps. */
  retryNow(): void {
    if (this.#state.phase === 'offline' || this.#state.phase === 'refused') void this.#open();
  }

  /** Something happened (the page was shown, the network came back) after which the connection may be dead or possible again. */
  wake(): void {
    this.retryNow();
    this.#watchdog?.check();
  }

  stop(): void {
    this.#try++;
    this.#drop();
  }

  call<M extends MethodName>(method: M, params: ParamsOf<M>, options?: CallOptions): Promise<Reply<M>> {
    if (!this.#client || this.#state.phase !== 'online') return Promise.reject(new ConnectionLostError('There is no connection to the server.'));
    return this.#client.call(method, params, options);
  }

  async #open(): Promise<void> {
    const attempt = ++this.#try;
    this.#drop();
    if (this.#state.phase !== 'refused') this.#set({ phase: 'connecting' });
    if (this.#code === null && this.#options.tokens.get() === null) {
      const told = await this.#options.tokens.ask();
      if (attempt !== this.#try) return;
      if (told === null) return this.#need(this.#codeRefused ? 'link-used' : 'none');
      this.#options.tokens.set(told);
    }
    let client!: WireClient;
    const greeting = new Promise<ReadyData>((resolve, reject) => {
      client = new WireClient(this.#options.open(), {
        event: (event) => {
          if (event.event === 'ready') resolve(event.data);
          else if (attempt === this.#try) this.#options.listener.event(event);
        },
        closed: () => {
          reject(new ConnectionLostError());
          if (attempt === this.#try) void this.#lost(attempt);
        },
      });
    });
    this.#client = client;
    this.#timer = setTimeout(() => client.close(), this.#times.greeting);
    try {
      const ready = await greeting;
      if (attempt !== this.#try) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => client.close(), this.#times.admission);
      this.#refusals = 0;
      const refused = await this.#authenticate(client);
      if (attempt !== this.#try) return;
      clearTimeout(this.#timer);
      if (refused) this.#need(refused);
      else this.#opened(client, ready);
    } catch (error) {
      if (!(error instanceof ConnectionLostError)) throw error;
    }
  }

  // Null when the server is content. What was refused is never shown again by itself.
  async #authenticate(client: WireClient): Promise<TokenNeed | null> {
    const { tokens } = this.#options;
    try {
      if (this.#code !== null) {
        const { result } = await client.call('auth', { code: this.#code });
        this.#code = null;
        if (result.token) tokens.set(result.token);
        return null;
      }
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      this.#code = null;
      this.#codeRefused = true;
    }
    // A used link may stand in the address of a tab that knows the token, or beside one that does.
    const token = tokens.get() ?? (await tokens.ask());
    if (token === null) return 'link-used';
    try {
      await client.call('auth', { token });
      tokens.set(token);
      return null;
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      tokens.set(null);
      return this.#typed ? 'wrong' : this.#codeRefused ? 'link-used' : 'changed';
    }
  }

  #opened(client: WireClient, ready: ReadyData): void {
    const restarted = this.#instance !== null && this.#instance !== ready.instance;
    this.#instance = ready.instance;
    this.#typed = false;
    this.#codeRefused = false;
    this.#failures = 0;
    this.#watchdog = new Watchdog(
      () => client.lastHeard,
      () => void client.call('ping', {}).catch(() => undefined),
      () => client.close(),
      this.#times,
    );
    this.#set({ phase: 'online', ready });
    this.#options.listener.online(ready, restarted);
  }

  async #lost(attempt: number): Promise<void> {
    const wasOnline = this.#state.phase === 'online';
    this.#drop();
    const reachable = wasOnline || (await this.#options.reachable());
    if (attempt !== this.#try) return;
    const wait = this.#delay(this.#failures++);
    const retryAt = Date.now() + wait;
    this.#refusals = reachable && !wasOnline ? this.#refusals + 1 : 0;
    // Once may be chance: the server came up between the two questions.
    if (this.#refusals > 1) this.#set({ phase: 'refused', retryAt });
    else this.#set({ phase: 'offline', why: reachable ? 'lost' : 'not-running', retryAt });
    this.#timer = setTimeout(() => void this.#open(), wait);
  }

  #need(why: TokenNeed): void {
    this.#try++;
    this.#drop();
    this.#set({ phase: 'needs-token', why });
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#watchdog?.stop();
    this.#watchdog = null;
    const client = this.#client;
    this.#client = null;
    client?.close();
  }

  #set(state: LinkState): void {
    this.#state = state;
    this.#options.listener.state(state);
  }
}
