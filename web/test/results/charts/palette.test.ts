import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, inkOn } from '../../../src/results/charts/contrast';
import { palettes, symbols } from '../../../src/results/charts/palette';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
const surfaces = { light: /--surface: (#\w{6})/.exec(css)?.[1] ?? '', dark: /data-theme='dark'[^}]*--surface: (#\w{6})/.exec(css)?.[1] ?? '' };

// How the colours look without the cones for red, or for green: Viénot, Brettel and Mollon (1999), in linear light.
const views = {
  protanopia: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
  deuteranopia: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
};

function linear(hex: string): number[] {
  return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
}

// Oklab (Ottosson 2020): distances are about as large as they look.
function lab([r = 0, g = 0, b = 0]: number[]): number[] {
  const [l, m, s] = [
    Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
    Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
    Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b),
  ] as [number, number, number];
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

const seen = (hex: string, matrix: number[][]) => lab(matrix.map((row) => row.reduce((sum, k, i) => sum + k * (linear(hex)[i] ?? 0), 0)));
const distance = (a: number[], b: number[]) => Math.hypot(...a.map((v, i) => v - (b[i] ?? 0)));

describe.each(['light', 'dark'] as const)('the %s palette', (shown) => {
  const { groups } = palettes[shown];

  test('stands out from its ground, 3:1 at least', () => {
    for (const color of groups) expect(contrast(color, surfaces[shown]), color).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(views) as (keyof typeof views)[])('is told apart with %s, at least in its first five colours', (view) => {
    const few = groups.slice(0, 5);
    few.forEach((a, i) => few.slice(i + 1).forEach((b) => expect(distance(seen(a, views[view]), seen(b, views[view])), `${a} ${b}`).toBeGreaterThan(0.06)));
  });

  test('has a shape for each colour, and different ones for the first seven', () => {
    expect(symbols).toHaveLength(groups.length);
    expect(new Set(symbols.slice(0, 7)).size).toBe(7);
  });

  test('can be written on: 4.5:1 on every colour of its ramps', () => {
    for (const ramp of [palettes[shown].ramp, palettes[shown].diverging]) {
      for (const [i, color] of ramp.entries()) expect(contrast(inkOn(ramp, i / (ramp.length - 1)), color), color).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('contrast is as WCAG has it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
