import { getContext, setContext } from 'svelte';
import type { ReadyData } from '../wire/messages';
import type { Api } from '../wire/methods';
import type { Catalog } from './catalog';
import type { Session } from './session.svelte';

/** What every view works with. */
export interface App {
  readonly api: Api;
  readonly catalog: Catalog;
  /** The attached session; null before the first join and after leaving. */
  readonly session: Session | null;
  /** What the server said of itself when the page connected. */
  readonly ready: ReadyData | null;
}

const key = Symbol('app');

export function provideApp(app: App): void {
  setContext(key, app);
}

/** The application, for any component below the root. */
export function useApp(): App {
  return getContext<App>(key);
}
