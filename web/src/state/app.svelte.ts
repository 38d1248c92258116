/*
 * What the page's parts are written against.
 *
 * - `app.api.call(method, params, { payload?, signal? })` asks the server. It waits while the page is being attached to its session, fails at once while
 *   there is no connection, and brings `app.session` up to date before it answers: after `train` the job, after `data.upload.end` the table is there.
 * - `app.session` follows the server by itself: tables, jobs, their progress. It stays (as it was) while the connection is away and changes to another object
 *   when another session is joined.
 * - `app.link.phase` says how the connection is; `app.choices` are the sessions to choose from while none is joined; `app.notice` is news for the person.
 * - The actions below throw what `api.call` throws. `messageOf(error)` words it.
 */
import { getContext, setContext } from 'svelte';
import type { ReadyData, SessionEntry } from '../wire/messages';
import type { LinkState } from '../wire/link';
import type { Api } from '../wire/methods';
import type { Catalog } from './catalog';
import type { Session } from './session.svelte';

/** Something that happened to the session without the person's doing. */
export type Notice =
  /** The server is another one than before. `sessionLost`: it does not know the session any more, its tables and jobs are gone. */
  | { kind: 'restarted'; sessionLost: boolean }
  /** The session ended while the page was away. */
  | { kind: 'session-gone' }
  /** Somebody deleted it, in another tab or another program. */
  | { kind: 'session-deleted'; name: string }
  /** The server did not let the page into any session. */
  | { kind: 'failed'; message: string };

/** What every view works with. */
export interface App {
  readonly api: Api;
  readonly catalog: Catalog;
  /** The attached session; null before the first join and after leaving. */
  readonly session: Session | null;
  /** What the server said of itself when the page connected. */
  readonly ready: ReadyData | null;
  readonly link: LinkState;
  /**
   * What the page shows: `connect` (there was no session yet, or a token is wanted), `joining` for a moment, `choose` a session, or the `session`, which
   * stays in view while the connection is away.
   */
  readonly stage: 'connect' | 'joining' | 'choose' | 'session';
  /** The sessions to choose from when none could be joined by itself; null when there is nothing to choose. */
  readonly choices: readonly SessionEntry[] | null;
  readonly notice: Notice | null;

  /** Tries the token that the person entered, or the link that they pasted. How it went is seen in `link`. */
  connect(entered: string): void;
  /** Connects now instead of later. */
  retry(): void;
  dismissNotice(): void;

  listSessions(): Promise<SessionEntry[]>;
  /** Leaves the session, if any, for a new one. */
  createSession(name?: string): Promise<void>;
  /** Leaves the session, if any, for another one. */
  joinSession(id: string): Promise<void>;
  renameSession(name: string): Promise<void>;
  /** The session goes on without the page; the person chooses another one. */
  leaveSession(): Promise<void>;
  /** Ends the session with its tables, jobs and results. */
  deleteSession(): Promise<void>;

  refreshTables(): Promise<void>;
  deleteTable(handle: string): Promise<void>;
  cancelJob(id: string): Promise<void>;
  deleteJob(id: string): Promise<void>;
}

const key = Symbol('app');

export function provideApp(app: App): void {
  setContext(key, app);
}

/** The application, for any component below the root. */
export function useApp(): App {
  return getContext<App>(key);
}
