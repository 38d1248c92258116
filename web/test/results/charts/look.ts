import { palettes } from '../../../src/results/charts/palette';
import type { Look } from '../../../src/results/charts/look';

/** A look without a page. */
export function look(shown: 'light' | 'dark' = 'light', width = 800): Look {
  const text = shown === 'light' ? '#1b2125' : '#e8ecee';
  const surface = shown === 'light' ? '#ffffff' : '#1b2023';
  return { text, muted: '#808080', line: '#cccccc', surface, accent: '#0b6e69', palette: palettes[shown], font: 'sans-serif', width };
}
