import { LiveApp } from '../state/live-app.svelte';
import type { Socket } from '../wire/socket';
import { takeCode } from './code';

/** Connects the page to the server that it came from. To be called first of all: it takes the code out of the address. */
export function startApp(): LiveApp {
  const code = takeCode();
  const server = serverAddress();
  const app = new LiveApp({
    open: () => new WebSocket(`ws${server}`) as Socket,
    reachable: () => isReachable(`http${server}health`),
    keep: sessionStorage,
  });
  addEventListener('online', () => app.wake());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) app.wake();
  });
  app.start(code);
  return app;
}

// What follows `http` or `ws` in its addresses: the page's own folder. While the page is developed it comes from another server than the one that it talks to.
function serverAddress(): string {
  const named = import.meta.env.DEV ? new URLSearchParams(location.search).get('server') : null;
  return named ? `://${named}/` : new URL('.', location.href).href.replace(/^http/, '');
}

// Any answer will do, also one that may not be read.
async function isReachable(health: string): Promise<boolean> {
  try {
    await fetch(health, { mode: 'no-cors', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
