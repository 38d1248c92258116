import { ConnectionLostError, messageOf, ServerError } from '../wire/errors';
import type { ServerEvent, SessionEntry, SessionSnapshot } from '../wire/messages';
import type { Api } from '../wire/methods';
import type { Notice } from './app.svelte';
import { FrameQueue, type Later } from './frames';
import type { Kept } from './keep';
import type { Session } from './session.svelte';
import { SessionStore } from './session-store';

export interface AttachmentOptions {
  api: Api;
  /** The id of the session, over a reload. */
  kept: Kept;
  /** The session that another tab is in. */
  others: () => Promise<string | null>;
  later?: Later | undefined;
}

/** Which session the page is in: joined again after every interruption, chosen where there is a choice. */
export class Attachment {
  choices = $state.raw<readonly SessionEntry[] | null>(null);
  notice = $state.raw<Notice | null>(null);
  #session = $state.raw<Session | null>(null);
  readonly #api: Api;
  readonly #kept: Kept;
  readonly #others: () => Promise<string | null>;
  readonly #queue: FrameQueue;
  // Takes the events. While a session is being joined it is that session's already, though `session` shows it only when it is complete.
  #store: SessionStore | null = null;
  #last: Promise<void> = Promise.resolve();
  #deleting = false;
  // Counts the connections, and says on which the page is in its session.
  #connection = 0;
  #joinedOn = 0;

  constructor({ api, kept, others, later }: AttachmentOptions) {
    this.#api = api;
    this.#kept = kept;
    this.#others = others;
    this.#queue = new FrameQueue(later);
  }

  get session(): Session | null {
    return this.#session;
  }

  /** Done when no joining or leaving goes on. Never fails. */
  get settled(): Promise<void> {
    return this.#last;
  }

  /** There is a connection: comes back to the session, or finds one. */
  online(restarted: boolean): void {
    const connection = ++this.#connection;
    this.#inBackground(async () => {
      // An earlier turn may have gone on with the new connection, or this one be gone by now.
      if (connection === this.#connection && this.#joinedOn !== connection) await this.#comeBack(restarted);
    });
  }

  event(event: ServerEvent): void {
    if (event.event === 'session.deleted') {
      if (!this.#deleting && event.data.session_id === this.#store?.session.id) this.lost();
    } else this.#store?.take(event);
  }

  /** The session was deleted by somebody else. */
  lost(): void {
    if (!this.#session || !this.#store) return;
    this.notice = { kind: 'session-deleted', name: this.#session.name };
    this.#forget();
    this.#inBackground(() => this.#choose());
  }

  stop(): void {
    this.#store?.stop();
  }

  async refresh(what: 'jobs' | 'tables'): Promise<void> {
    await (what === 'jobs' ? this.#store?.refreshJobs() : this.#store?.refreshTables());
  }

  create(name?: string): Promise<void> {
    return this.#inTurn(() => this.#move(() => this.#enterNew(name)));
  }

  async join(id: string): Promise<void> {
    if (this.#session?.id === id) return;
    await this.#inTurn(() => this.#move(() => this.#enter(id)));
  }

  leave(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#api.call('session.detach', {});
      this.#forget();
      await this.#choose();
    });
  }

  delete(): Promise<void> {
    return this.#inTurn(async () => {
      this.#deleting = true;
      try {
        await this.#api.call('session.delete', {});
        this.#forget();
        await this.#choose();
      } finally {
        this.#deleting = false;
      }
    });
  }

  async #comeBack(restarted: boolean): Promise<void> {
    const store = this.#store;
    const id = store?.session.id || this.#kept.get();
    if (!id) {
      if (this.choices) return this.#choose();
      const shared = await this.#others();
      if (shared === null || !(await this.#found(() => this.#enter(shared)))) await this.#find();
      return;
    }
    const same = store && store.session.id === id && !restarted;
    const found = await this.#found(() => (same ? this.#rejoin(store) : this.#enter(id)));
    if (restarted) this.notice = { kind: 'restarted', sessionLost: !found };
    else if (!found) this.notice = { kind: 'session-gone' };
    if (found) return;
    this.#forget();
    await this.#find();
  }

  // What a page does that is in no session: it takes the one that it can't be wrong about, or lets the person choose.
  async #find(): Promise<void> {
    const sessions = await this.#list();
    const only = sessions.length === 1 ? sessions[0] : undefined;
    if (only?.n_connections === 0 && (await this.#found(() => this.#enter(only.session_id)))) return;
    await this.#choose();
  }

  async #choose(): Promise<void> {
    const sessions = await this.#list();
    if (sessions.length === 0) return this.#enterNew();
    this.#session = null;
    this.choices = sessions;
  }

  async #list(): Promise<SessionEntry[]> {
    return (await this.#api.call('session.list', {})).result.sessions;
  }

  async #rejoin(store: SessionStore): Promise<void> {
    const { result } = await this.#api.call('session.join', { session_id: store.session.id, since: store.lastSeq });
    await this.#entered(store, result);
  }

  // All events that the server still has are asked for: progress is made of them.
  #enter(id: string): Promise<void> {
    return this.#enterBy((api) => api.call('session.join', { session_id: id, since: 0 }));
  }

  #enterNew(name?: string): Promise<void> {
    return this.#enterBy((api) => api.call('session.create', name === undefined ? {} : { name }));
  }

  async #enterBy(ask: (api: Api) => Promise<{ result: SessionSnapshot }>): Promise<void> {
    const before = this.#store;
    const store = (this.#store = new SessionStore(this.#api, this.#queue));
    try {
      await this.#entered(store, (await ask(this.#api)).result);
      before?.stop();
    } catch (error) {
      if (this.#store === store && this.#session !== store.session) {
        store.stop();
        this.#store = before;
      }
      throw error;
    }
  }

  async #entered(store: SessionStore, snapshot: SessionSnapshot): Promise<void> {
    await store.attached(snapshot);
    this.#session = store.session;
    this.choices = null;
    this.#joinedOn = this.#connection;
    this.#kept.set(snapshot.session_id);
  }

  // Leaves one session for another; goes back when the other can't be entered.
  async #move(enter: () => Promise<void>): Promise<void> {
    const before = this.#session ? this.#store : null;
    if (before) await this.#api.call('session.detach', {});
    try {
      await enter();
    } catch (error) {
      if (before) await this.#rejoin(before);
      throw error;
    }
  }

  async #found(enter: () => Promise<void>): Promise<boolean> {
    try {
      await enter();
      return true;
    } catch (error) {
      if (error instanceof ServerError && error.code === 'session_not_found') return false;
      throw error;
    }
  }

  // What was shown stays in view until there is something else to show.
  #forget(): void {
    this.#store?.stop();
    this.#store = null;
    this.#kept.set(null);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  // A connection that breaks meanwhile comes back, and all this with it.
  #inBackground(work: () => Promise<void>): void {
    this.#inTurn(work).catch((error: unknown) => {
      if (!(error instanceof ConnectionLostError)) this.notice = { kind: 'failed', message: messageOf(error) };
    });
  }
}
