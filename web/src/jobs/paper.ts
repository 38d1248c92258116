import type { Paper } from './timeline-files';

/** The colours that text and lines have where an element stands, for pictures that leave the page. */
export function paperOf(element: Element): Paper {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return { text: of('--text'), muted: of('--muted'), line: of('--line'), background: of('--surface'), bad: of('--bad') };
}
