import type { JobType } from '../wire/messages';

/** Where the page is. It stands in the address behind #, so that reload, back and forward work. */
export type Route =
  | { view: 'start' }
  | { view: 'table'; handle: string }
  | { view: 'new'; type: JobType; table?: string; from?: string }
  | { view: 'job'; id: string; tab?: string }
  | { view: 'compare'; jobs: string[] };

const jobTypes: readonly string[] = ['train', 'decomp', 'cluster', 'predict'] satisfies JobType[];

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view, first, second] = path.split('/').map(decodeURIComponent);
  const search = new URLSearchParams(query);
  if (view === 'tables' && first) return { view: 'table', handle: first };
  if (view === 'new' && first && jobTypes.includes(first)) {
    const table = search.get('table');
    const from = search.get('from');
    return { view: 'new', type: first as JobType, ...(table ? { table } : {}), ...(from ? { from } : {}) };
  }
  if (view === 'jobs' && first) return { view: 'job', id: first, ...(second ? { tab: second } : {}) };
  if (view === 'compare') return { view: 'compare', jobs: (search.get('jobs') ?? '').split(',').filter(Boolean) };
  return { view: 'start' };
}

export function formatRoute(route: Route): string {
  switch (route.view) {
    case 'start':
      return '#/';
    case 'table':
      return `#/tables/${encodeURIComponent(route.handle)}`;
    case 'new': {
      const search = new URLSearchParams();
      if (route.table) search.set('table', route.table);
      if (route.from) search.set('from', route.from);
      return `#/new/${route.type}${search.size ? `?${search}` : ''}`;
    }
    case 'job':
      return `#/jobs/${encodeURIComponent(route.id)}${route.tab ? `/${encodeURIComponent(route.tab)}` : ''}`;
    case 'compare':
      return `#/compare?jobs=${route.jobs.map(encodeURIComponent).join(',')}`;
  }
}

/** The current route; changes with the address. */
class Router {
  current = $state<Route>({ view: 'start' });

  /** Follows the address from now on. */
  start(): void {
    const read = () => (this.current = parseRoute(location.hash));
    addEventListener('hashchange', read);
    read();
  }

  go(route: Route, options: { replace?: boolean } = {}): void {
    const hash = formatRoute(route);
    if (options.replace) {
      history.replaceState(null, '', hash);
      this.current = route;
    } else location.hash = hash;
  }
}

export const router = new Router();
