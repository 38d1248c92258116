import { toCsv } from '../format/csv';
import type { Drawing, Shape } from './shapes';
import { placed, tickLabel, ticks, type TimelineRow, type TimeWindow } from './timeline';
import { kindLabel } from '../format/words';

export function timelineCsv(rows: readonly TimelineRow[]): string {
  return toCsv(
    ['step', 'depth', 'kind', 'start_ms', 'end_ms', 'duration_ms', 'status', 'failed'],
    rows.map((r) => [r.label, r.depth, r.kind, r.start, r.end, r.end - r.start, r.status, r.failed]),
  );
}

export interface Paper {
  text: string;
  muted: string;
  line: string;
  background: string;
  bad: string;
}

const labels = 260;
const bars = 900;
const top = 64;
const bottom = 12;
const labelSize = 11;

/**
 * The timeline as a picture: all rows, in the part of time that is shown.
 * @param tallest The most pixels that the picture may be high: rows get thinner, then lose their labels.
 */
export function timelineDrawing(
  title: string,
  rows: readonly TimelineRow[],
  window: TimeWindow,
  colors: Readonly<Record<string, string>>,
  paper: Paper,
  tallest = Infinity,
): Drawing {
  const row = Math.min(18, (tallest - top - bottom) / Math.max(1, rows.length));
  const height = Math.round(top + rows.length * row + bottom);
  const shapes: Shape[] = [{ shape: 'text', x: 12, y: 22, text: title, fill: paper.text, size: 15 }];
  shapes.push(...legend(rows, colors, paper));
  const times = ticks(window, 8);
  const step = (times[1] ?? Infinity) - (times[0] ?? 0);
  for (const at of times) {
    const x = labels + ((at - window.from) / (window.to - window.from)) * bars;
    shapes.push({ shape: 'line', x1: x, y1: top - 6, x2: x, y2: height - 8, stroke: paper.line });
    shapes.push({ shape: 'text', x, y: top - 10, text: tickLabel(at, step), fill: paper.muted, size: labelSize, anchor: 'middle' });
  }
  rows.forEach((step, i) => {
    const y = top + i * row;
    if (row >= labelSize) {
      const name = step.label.length > 36 ? `${step.label.slice(0, 35)}…` : step.label;
      shapes.push({ shape: 'text', x: 12 + step.depth * 10, y: y + row * 0.72, text: name, fill: step.failed ? paper.bad : paper.text, size: labelSize });
    }
    const at = placed(step, window);
    if (!at) return;
    shapes.push({
      shape: 'rect',
      x: labels + at.left * bars,
      y: y + row * 0.15,
      width: Math.max(1, at.width * bars),
      height: row * 0.7,
      fill: colors[step.kind] ?? paper.muted,
      ...(step.failed ? { outline: paper.bad } : {}),
    });
  });
  return { width: labels + bars + 40, height, background: paper.background, shapes };
}

function legend(rows: readonly TimelineRow[], colors: Readonly<Record<string, string>>, paper: Paper): Shape[] {
  let x = labels;
  return [...new Set(rows.map((r) => r.kind))].flatMap((kind): Shape[] => {
    const label = kindLabel(kind);
    const at = x;
    x += 34 + label.length * 6.2;
    return [
      { shape: 'rect', x: at, y: 13, width: 10, height: 10, fill: colors[kind] ?? paper.muted },
      { shape: 'text', x: at + 15, y: 22, text: label, fill: paper.muted, size: labelSize },
    ];
  });
}
