import { describe, expect, it } from 'vitest';
import { retryDelay } from '../../src/wire/backoff';

describe('the wait before the next try', () => {
  it('doubles from half a second to fifteen', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 100].map((n) => retryDelay(n, () => 1))).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it('is spread, and never below half a second', () => {
    expect([0, 1, 2, 5].map((n) => retryDelay(n, () => 0))).toEqual([500, 500, 1000, 7500]);
    for (let i = 0; i < 100; i++) {
      expect(retryDelay(3)).toBeGreaterThanOrEqual(2000);
      expect(retryDelay(3)).toBeLessThanOrEqual(4000);
    }
  });
});
