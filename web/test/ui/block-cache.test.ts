import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BlockCache } from '../../src/ui/block-cache';
import type { GridWindow } from '../../src/ui/grid-window';

/** A source whose answers are given by hand. */
class Source {
  readonly asked: { offset: number; signal: AbortSignal; answer: () => Promise<void>; fail: (error: Error) => Promise<void> }[] = [];

  readonly fetch = (offset: number, limit: number, signal: AbortSignal) =>
    new Promise<GridWindow>((resolve, reject) => {
      this.asked.push({
        offset,
        signal,
        answer: async () => {
          resolve({ rows: limit, columns: [{ name: 'row', kind: 'number', values: Array.from({ length: limit }, (_, i) => offset + i) }] });
          await vi.advanceTimersByTimeAsync(0);
        },
        fail: async (error) => {
          reject(error);
          await vi.advanceTimersByTimeAsync(0);
        },
      });
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });

  get offsets(): number[] {
    return this.asked.map((a) => a.offset);
  }

  get last() {
    const last = this.asked.at(-1);
    if (!last) throw new Error('Nothing was asked for.');
    return last;
  }
}

describe('a cache of blocks', () => {
  let source: Source;
  let changes: number;
  let cache: BlockCache;

  beforeEach(() => {
    vi.useFakeTimers();
    source = new Source();
    changes = 0;
    cache = new BlockCache(source.fetch, { blockRows: 100, keep: 3, onchange: () => changes++ });
  });

  afterEach(() => vi.useRealTimers());

  it('fetches the blocks that are looked at, once', async () => {
    cache.want(90, 110, 1000, 1);
    cache.want(91, 111, 1000, 1);
    expect(source.offsets).toEqual([0, 100]);
    expect(cache.block(95)).toBeUndefined();
    await source.asked[0]?.answer();
    expect(cache.block(95)?.columns[0]?.values[95 - cache.start(95)]).toBe(95);
    expect(changes).toBe(1);
  });

  it('fetches one block ahead in the direction of scrolling when nothing else is on its way', async () => {
    cache.want(410, 430, 1000, -1);
    expect(source.offsets).toEqual([400]);
    await source.last.answer();
    expect(source.offsets).toEqual([400, 300]);
    await source.last.answer();
    expect(source.offsets).toEqual([400, 300]);
    cache.want(411, 431, 1000, 1);
    expect(source.offsets).toEqual([400, 300, 500]);
  });

  it('asks for nothing beyond the ends', async () => {
    cache.want(0, 20, 250, -1);
    await source.last.answer();
    cache.want(210, 249, 250, 1);
    await source.last.answer();
    expect(source.offsets).toEqual([0, 200]);
  });

  it('gives up what was scrolled past, and asks for the rest when scrolling pauses', async () => {
    cache.want(0, 20, 100_000, 1);
    for (let row = 1000; row <= 50_000; row += 1000) cache.want(row, row + 20, 100_000, 1);
    expect(source.offsets).toEqual([0]);
    expect(source.asked[0]?.signal.aborted).toBe(true);
    expect(cache.busy).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(source.offsets).toEqual([0, 50_000]);
    await source.last.answer();
    expect(cache.block(50_010)).toBeDefined();
    expect(cache.block(0)).toBeUndefined();
  });

  it('says when it is busy and when no longer, also where nothing is left to be fetched', async () => {
    const told: boolean[] = [];
    cache = new BlockCache(source.fetch, { blockRows: 100, keep: 3, onchange: () => changes++, onbusy: (busy) => told.push(busy) });
    cache.want(0, 20, 200, -1);
    await source.last.answer();
    expect(told).toEqual([true, false]);
    cache.want(150, 170, 200, 1);
    // Back at once: what is on its way is given up, and what is looked at is here already.
    cache.want(0, 20, 200, -1);
    expect(told).toEqual([true, false, true]);
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual([true, false, true, false]);
    cache.want(150, 170, 200, 1);
    cache.dispose();
    expect(told.slice(4)).toEqual([true, false]);
  });

  it('keeps the blocks that were used last', async () => {
    for (const row of [0, 100, 200, 0, 300]) {
      cache.want(row, row, 400, -1);
      for (const asked of source.asked) await asked.answer();
    }
    expect([0, 100, 200, 300].map((row) => cache.block(row) !== undefined)).toEqual([true, false, true, true]);
  });

  it('tells which rows failed, does not ask again by itself, and does when told to', async () => {
    cache.want(200, 220, 1000, 1);
    await source.last.fail(new Error('no such table'));
    expect(cache.failure).toMatchObject({ first: 200, last: 299, error: new Error('no such table') });
    cache.want(201, 221, 1000, 1);
    expect(source.offsets.filter((o) => o === 200)).toHaveLength(1);
    cache.retry();
    expect(cache.failure).toBeNull();
    await source.last.answer();
    expect(source.offsets.filter((o) => o === 200)).toHaveLength(2);
  });

  it('is silent once it was put away', async () => {
    cache.want(0, 20, 1000, 1);
    cache.dispose();
    await source.last.answer();
    expect(source.asked[0]?.signal.aborted).toBe(true);
    expect(changes).toBe(0);
  });
});
