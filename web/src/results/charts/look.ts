import { palettes, type Palette } from './palette';

/** What a chart takes from the page: colours, type and room. */
export interface Look {
  text: string;
  muted: string;
  line: string;
  surface: string;
  accent: string;
  palette: Palette;
  font: string;
  /** Pixels. */
  width: number;
}

/** On a telephone: labels are shorter and legends stand below. */
export const isNarrow = (look: Look): boolean => look.width < 520;

/** The page's own tokens as they are at an element. */
export function lookOf(element: Element, shown: 'light' | 'dark', width: number): Look {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: token('--text'),
    muted: token('--muted'),
    line: token('--line'),
    surface: token('--surface'),
    accent: token('--accent'),
    palette: palettes[shown],
    font: style.fontFamily,
    width,
  };
}
