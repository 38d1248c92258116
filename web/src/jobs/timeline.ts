import { formatDuration } from '../format/durations';

/** A step of a run's timeline. Times are milliseconds since its beginning. */
export interface TimelineRow {
  /** Without the spaces that tell its depth. */
  label: string;
  depth: number;
  start: number;
  end: number;
  kind: string;
  status: string;
  failed: boolean;
  tip: string;
}

/** The part of time that is shown, in milliseconds. */
export interface TimeWindow {
  from: number;
  to: number;
}

const spacesPerLevel = 2;
// Small models are fitted in less than a millisecond.
const shortestMs = 0.1;

/** The steps of the `session` slice, in its order. */
export function timelineRows(columns: ReadonlyMap<string, ArrayLike<unknown>>): TimelineRow[] {
  const of = (name: string) => columns.get(name) ?? [];
  const [labels, starts, ends, kinds, statuses, failed, tips] = [of('label'), of('start'), of('end'), of('kind'), of('status'), of('failed'), of('tip')];
  return Array.from({ length: labels.length }, (_, i) => {
    const label = text(labels[i]);
    const start = number(starts[i]);
    return {
      label: label.trimStart(),
      depth: Math.floor((label.length - label.trimStart().length) / spacesPerLevel),
      start,
      // A step that was broken off has no end.
      end: Math.max(start, number(ends[i], start)),
      kind: text(kinds[i]),
      status: text(statuses[i]),
      failed: failed[i] === true,
      tip: text(tips[i]),
    };
  });
}

/** From the first start to the last end. */
export function wholeTime(rows: readonly TimelineRow[]): TimeWindow {
  let from = Infinity;
  let to = -Infinity;
  for (const row of rows) {
    from = Math.min(from, row.start);
    to = Math.max(to, row.end);
  }
  return from <= to ? { from, to: Math.max(to, from + shortestMs) } : { from: 0, to: shortestMs };
}

/** Zooms about a time that stays where it is: a factor below 1 shows less. Never more than the whole. */
export function zoomed(window: TimeWindow, whole: TimeWindow, factor: number, about: number): TimeWindow {
  const size = window.to - window.from;
  const next = Math.min(whole.to - whole.from, Math.max(shortestMs, size * factor));
  const share = (about - window.from) / size;
  return inside({ from: about - share * next, to: about + (1 - share) * next }, whole);
}

/** Moves by a share of what is shown; negative is earlier. */
export function panned(window: TimeWindow, whole: TimeWindow, share: number): TimeWindow {
  const by = (window.to - window.from) * share;
  return inside({ from: window.from + by, to: window.to + by }, whole);
}

/** A step with a little room around it. */
export function around(row: TimelineRow, whole: TimeWindow): TimeWindow {
  const room = Math.max((row.end - row.start) * 0.05, shortestMs / 2);
  return inside({ from: row.start - room, to: row.end + room }, whole);
}

function inside(window: TimeWindow, whole: TimeWindow): TimeWindow {
  const size = Math.min(window.to - window.from, whole.to - whole.from);
  const from = Math.min(Math.max(window.from, whole.from), whole.to - size);
  return { from, to: from + size };
}

/** Where a step lies in the window, as shares of its width; null when outside. What begins or ends outside is cut. */
export function placed(row: Pick<TimelineRow, 'start' | 'end'>, window: TimeWindow): { left: number; width: number } | null {
  if (row.end < window.from || row.start > window.to) return null;
  const size = window.to - window.from;
  const left = Math.max(0, (row.start - window.from) / size);
  return { left, width: Math.min(1, (row.end - window.from) / size) - left };
}

/** Round times to mark on the axis, at most `most` of them. */
export function ticks(window: TimeWindow, most: number): number[] {
  const rough = (window.to - window.from) / Math.max(1, most);
  const step = steps.find((s) => s >= rough) ?? Math.ceil(rough / day) * day;
  const first = Math.ceil(window.from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((window.to - first) / step) + 1) }, (_, i) => first + i * step);
}

/** A time on the axis, as exact as the distance between two marks asks. */
export function tickLabel(at: number, step: number): string {
  if (step >= second || at === 0) return formatDuration(at);
  const digits = Math.min(5, Math.max(0, Math.ceil(-Math.log10(step / second) - 1e-9)));
  if (at < second) return `${Number(at.toFixed(2))} ms`;
  const seconds = (at % minute) / second;
  if (at < minute) return `${seconds.toFixed(digits)} s`;
  return `${Math.floor(at / minute)}:${seconds.toFixed(digits).padStart(3 + digits, '0')}`;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const ofUnit = (unit: number, by: number[]) => by.map((n) => n * unit);
const steps = [
  ...ofUnit(1, [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]),
  ...ofUnit(second, [1, 2, 5, 10, 15, 30]),
  ...ofUnit(minute, [1, 2, 5, 10, 15, 30]),
  ...ofUnit(hour, [1, 2, 3, 6, 12]),
  day,
];

export interface KindTotal {
  kind: string;
  steps: number;
  /** Milliseconds of all steps of this kind; what runs side by side counts each. */
  total: number;
}

/** The time of each kind, in the order in which they first occur. */
export function kindTotals(rows: readonly TimelineRow[]): KindTotal[] {
  const totals = new Map<string, KindTotal>();
  for (const row of rows) {
    const total = totals.get(row.kind) ?? { kind: row.kind, steps: 0, total: 0 };
    total.steps++;
    total.total += row.end - row.start;
    totals.set(row.kind, total);
  }
  return [...totals.values()];
}

/** The rows of the given kinds; those of hidden kinds go, what lies below them stays at its depth. */
export function ofKinds(rows: readonly TimelineRow[], hidden: ReadonlySet<string>): readonly TimelineRow[] {
  return hidden.size === 0 ? rows : rows.filter((row) => !hidden.has(row.kind));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown, otherwise = 0): number => (typeof value === 'number' && Number.isFinite(value) ? value : otherwise);
