import { ServerError } from '../wire/errors';
import { Link, type LinkOptions, type LinkState } from '../wire/link';
import type { ReadyData, ServerEvent, SessionEntry } from '../wire/messages';
import type { Api, CallOptions, MethodName, ParamsOf, Reply } from '../wire/methods';
import type { App, Notice } from './app.svelte';
import { Attachment } from './attachment.svelte';
import { Catalog } from './catalog';
import { codeOf } from './code';
import type { Later } from './frames';
import { Kept, type Keep } from './keep';
import type { Session } from './session.svelte';
import { Tabs, type Known } from './tabs';

export interface LiveAppOptions extends Pick<LinkOptions, 'open' | 'reachable' | 'times' | 'delay'> {
  keep: Keep;
  later?: Later;
}

// What is brought up to date after a call, before its answer is given.
const changesJobs: ReadonlySet<MethodName> = new Set<MethodName>(['train', 'decomp', 'cluster', 'predict', 'job.cancel', 'job.delete']);
const changesTables: ReadonlySet<MethodName> = new Set<MethodName>(['data.upload.end', 'data.arrange', 'data.delete', 'session.rename']);

/** The page's connection and session, alive. */
export class LiveApp implements App, Api {
  readonly api: Api = this;
  readonly catalog = new Catalog(this);
  link = $state.raw<LinkState>({ phase: 'connecting' });
  ready = $state.raw<ReadyData | null>(null);
  #tokenWanted = $state(false);
  readonly #link: Link;
  readonly #attachment: Attachment;
  readonly #tabs: Tabs;
  readonly #token: Kept;
  #asked: Promise<Known | null> | null = null;

  constructor(options: LiveAppOptions) {
    this.#token = new Kept(options.keep, 'rtemis.token');
    const kept = new Kept(options.keep, 'rtemis.session');
    this.#tabs = new Tabs(
      () => this.#known(),
      (token) => {
        if (this.link.phase === 'needs-token') this.#link.use(token, false);
      },
    );
    this.#link = new Link({
      ...options,
      tokens: {
        get: () => this.#token.get(),
        set: (token) => this.#token.set(token),
        ask: async () => (await this.#others())?.token ?? null,
      },
      listener: {
        state: (state) => this.#linkChanged(state),
        online: (ready, restarted) => this.#online(ready, restarted),
        event: (event: ServerEvent) => this.#attachment.event(event),
      },
    });
    this.#attachment = new Attachment({ api: this.#link, kept, others: async () => (await this.#others())?.session ?? null, later: options.later });
  }

  get stage(): App['stage'] {
    if (this.#tokenWanted || (!this.session && this.link.phase !== 'online')) return 'connect';
    if (this.session) return 'session';
    return this.choices ? 'choose' : 'joining';
  }

  get session(): Session | null {
    return this.#attachment.session;
  }

  get choices(): readonly SessionEntry[] | null {
    return this.#attachment.choices;
  }

  get notice(): Notice | null {
    return this.#attachment.notice;
  }

  /** Begins, with the one-time code of the address if there was one. */
  start(code: string | null = null): void {
    this.#asked = this.#tabs.ask();
    this.#link.start(code);
  }

  /** The page is shown again, or the network is back. */
  wake(): void {
    this.#link.wake();
  }

  stop(): void {
    this.#link.stop();
    this.#attachment.stop();
    this.#tabs.close();
  }

  async call<M extends MethodName>(method: M, params: ParamsOf<M>, options?: CallOptions): Promise<Reply<M>> {
    await this.#attachment.settled;
    try {
      const reply = await this.#link.call(method, params, options);
      const refresh = changesJobs.has(method) ? 'jobs' : changesTables.has(method) ? 'tables' : null;
      // The call has worked whether or not the list could be asked for.
      if (refresh) await this.#attachment.refresh(refresh).catch(() => undefined);
      return reply;
    } catch (error) {
      if (error instanceof ServerError && error.code === 'not_attached') this.#attachment.lost();
      throw error;
    }
  }

  connect(entered: string): void {
    const code = codeOf(entered);
    if (code !== null) this.#link.start(code);
    else this.#link.use(entered.trim(), true);
  }

  retry(): void {
    this.#link.retryNow();
  }

  dismissNotice(): void {
    this.#attachment.notice = null;
  }

  async listSessions(): Promise<SessionEntry[]> {
    return (await this.call('session.list', {})).result.sessions;
  }

  createSession(name?: string): Promise<void> {
    return this.#attachment.create(name);
  }

  joinSession(id: string): Promise<void> {
    return this.#attachment.join(id);
  }

  async renameSession(name: string): Promise<void> {
    await this.call('session.rename', { name });
  }

  leaveSession(): Promise<void> {
    return this.#attachment.leave();
  }

  deleteSession(): Promise<void> {
    return this.#attachment.delete();
  }

  refreshTables(): Promise<void> {
    return this.#attachment.refresh('tables');
  }

  async deleteTable(handle: string): Promise<void> {
    await this.call('data.delete', { data_handle: handle });
  }

  async cancelJob(id: string): Promise<void> {
    await this.call('job.cancel', { job_id: id });
  }

  async deleteJob(id: string): Promise<void> {
    await this.call('job.delete', { job_id: id });
  }

  #linkChanged(state: LinkState): void {
    this.link = state;
    if (state.phase === 'needs-token') {
      this.#tokenWanted = true;
      // Nobody knew it then; somebody may know it later.
      this.#asked = null;
    } else if (state.phase === 'online') this.#tokenWanted = false;
  }

  #online(ready: ReadyData, restarted: boolean): void {
    this.ready = ready;
    if (restarted) this.catalog.clear();
    this.#attachment.online(restarted);
    void this.#attachment.settled.then(() => {
      this.#asked = null;
      // Only now: a tab that waited for the token then asks for the session.
      const known = this.#known();
      if (known) this.#tabs.announce(known.token);
    });
  }

  #known(): Known | null {
    const token = this.#token.get();
    return token !== null && this.link.phase === 'online' ? { token, session: this.session?.id ?? null } : null;
  }

  // The others are asked while the connection opens, so that nobody waits for their silence; their answer serves until the page is in a session.
  #others(): Promise<Known | null> {
    return this.#asked ?? this.#tabs.ask();
  }
}
