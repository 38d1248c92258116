import { describe, expect, it } from 'vitest';
import { ScrollScale, tallest } from '../../src/ui/scroll-scale';

describe('a scroll scale', () => {
  it('changes nothing where the content fits', () => {
    const scale = new ScrollScale(3200, 400);
    expect(scale.height).toBe(3200);
    expect(scale.isSqueezed).toBe(false);
    expect([0, 17, 2800].map((at) => scale.toContent(at))).toEqual([0, 17, 2800]);
  });

  it.each([1_000_000, 10_000_000, 100_000_000])('reaches both ends of %i rows and every row between', (rows) => {
    const scale = new ScrollScale(rows * 32, 500);
    expect(scale.height).toBe(tallest);
    expect(scale.toContent(0)).toBe(0);
    expect(scale.toContent(tallest - 500)).toBe(rows * 32 - 500);
    for (const row of [1, 999, 15_624, 15_626, rows / 2, rows - 20_000, rows - 17]) {
      expect(scale.toContent(scale.toScroll(row * 32))).toBeCloseTo(row * 32, 4);
    }
  });

  it('is exact near the ends and never goes back', () => {
    const scale = new ScrollScale(32e6, 500);
    expect(scale.toContent(100)).toBe(100);
    expect(scale.toContent(tallest - 500 - 100)).toBe(32e6 - 500 - 100);
    let before = -1;
    for (let at = 0; at <= tallest; at += 1000) {
      const now = scale.toContent(at);
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
  });
});
