import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from '../src/shell/route.svelte';

describe('a route', () => {
  const routes: Route[] = [
    { view: 'start' },
    { view: 'table', handle: 'data-0123456789abcdef' },
    { view: 'new', type: 'train', table: 'data-1', from: 'job-2' },
    { view: 'new', type: 'cluster' },
    { view: 'new', type: 'predict', from: 'job-1' },
    { view: 'job', id: 'job-1', tab: 'roc' },
    { view: 'job', id: 'job/odd?id' },
    { view: 'compare', jobs: ['job-1', 'job-2'] },
  ];

  it.each(routes)('is read back as it was written: $view', (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/new/bake', '#/tables/'])('leads to the start when it is unknown: %s', (hash) => {
    expect(parseRoute(hash)).toEqual({ view: 'start' });
  });
});
