import { describe, expect, it } from 'vitest';
import { toSvg } from '../../src/jobs/shapes';
import { around, kindTotals, ofKinds, panned, placed, tickLabel, ticks, timelineRows, wholeTime, zoomed } from '../../src/jobs/timeline';
import { timelineCsv, timelineDrawing } from '../../src/jobs/timeline-files';
import { columnsOf } from './data';

const rows = timelineRows(columnsOf('session-tuned'));
const whole = wholeTime(rows);

describe('the rows of a timeline', () => {
  it('take their depth from the spaces of their labels', () => {
    expect(rows).toHaveLength(79);
    expect(rows.slice(0, 4).map((r) => [r.depth, r.label])).toEqual([
      [0, 'train CART Classification'],
      [1, 'outer_fold 1/3'],
      [2, 'tune'],
      [3, 'grid_cell #1 (resample 1)'],
    ]);
  });

  it('end where they begin when they were broken off', () => {
    const [row] = timelineRows(new Map<string, unknown[]>([['label', ['fit']], ['start', [5]], ['end', [null]], ['failed', [true]]]));
    expect(row).toMatchObject({ start: 5, end: 5, failed: true, kind: '' });
  });

  it('are none when there is no table', () => {
    expect(timelineRows(new Map())).toEqual([]);
    expect(wholeTime([])).toEqual({ from: 0, to: 0.1 });
  });

  it('span the time from the first start to the last end', () => {
    expect(whole.from).toBeCloseTo(1.558, 3);
    expect(whole.to).toBeCloseTo(8342.417, 3);
  });

  it('add up to a total for each kind, in the order of their occurrence', () => {
    const totals = kindTotals(rows);
    expect(totals.map((t) => t.kind)).toEqual(['train', 'outer_fold', 'tune', 'grid_cell', 'train_alg', 'predict', 'varimp', 'metrics']);
    expect(totals.find((t) => t.kind === 'grid_cell')?.steps).toBe(60);
    expect(totals.find((t) => t.kind === 'outer_fold')?.total).toBeCloseTo(
      rows.filter((r) => r.kind === 'outer_fold').reduce((sum, r) => sum + r.end - r.start, 0),
      6,
    );
  });

  it('can be left out by kind', () => {
    expect(ofKinds(rows, new Set(['grid_cell']))).toHaveLength(19);
    expect(ofKinds(rows, new Set())).toBe(rows);
  });
});

describe('the window of a timeline', () => {
  const all = { from: 0, to: 1000 };

  it('zooms about a time that stays in its place', () => {
    const window = zoomed(all, all, 0.5, 200);
    expect(window).toEqual({ from: 100, to: 600 });
    expect((200 - window.from) / (window.to - window.from)).toBeCloseTo(0.2);
  });

  it('never shows more than the whole, nor less than a tenth of a millisecond', () => {
    expect(zoomed({ from: 100, to: 600 }, all, 10, 200)).toEqual(all);
    const closest = zoomed(all, all, 1e-9, 500);
    expect(closest.to - closest.from).toBeCloseTo(0.1);
  });

  it('moves, and stops at the ends', () => {
    const window = { from: 400, to: 600 };
    expect(panned(window, all, 0.5)).toEqual({ from: 500, to: 700 });
    expect(panned(window, all, -9)).toEqual({ from: 0, to: 200 });
    expect(panned(window, all, 9)).toEqual({ from: 800, to: 1000 });
  });

  it('goes to a step with room on both sides', () => {
    const step = rows.find((r) => r.label === 'outer_fold 2/3');
    expect(step).toBeDefined();
    if (!step) return;
    const window = around(step, whole);
    expect(window.from).toBeLessThan(step.start);
    expect(window.to).toBeGreaterThan(step.end);
    expect(placed(step, window)?.width).toBeCloseTo(1 / 1.1, 2);
  });

  it('places steps as shares of its width and cuts them at its ends', () => {
    const window = { from: 100, to: 200 };
    expect(placed({ start: 125, end: 150 }, window)).toEqual({ left: 0.25, width: 0.25 });
    expect(placed({ start: 0, end: 150 }, window)).toEqual({ left: 0, width: 0.5 });
    expect(placed({ start: 0, end: 999 }, window)).toEqual({ left: 0, width: 1 });
    expect(placed({ start: 0, end: 99 }, window)).toBeNull();
    expect(placed({ start: 201, end: 300 }, window)).toBeNull();
  });
});

describe('the axis of a timeline', () => {
  it('is marked at round times within the window', () => {
    expect(ticks({ from: 0, to: 8342 }, 5)).toEqual([0, 2000, 4000, 6000, 8000]);
    expect(ticks({ from: 130, to: 170 }, 4)).toEqual([130, 140, 150, 160, 170]);
  });

  it('tells marks that lie close together apart', () => {
    expect(tickLabel(504_020, 10)).toBe('8:24.02');
    expect(tickLabel(504_000, 500)).toBe('8:24.0');
    expect(tickLabel(2_500, 500)).toBe('2.5 s');
    expect(tickLabel(250, 50)).toBe('250 ms');
    expect(tickLabel(120_000, 60_000)).toBe('2 min');
    expect(tickLabel(0, 10)).toBe('0 ms');
  });
});

describe('the files of a timeline', () => {
  const paper = { text: '#000', muted: '#555', line: '#ddd', background: '#fff', bad: '#b00' };

  it('hold every step', () => {
    const lines = timelineCsv(rows).trimEnd().split('\r\n');
    expect(lines).toHaveLength(80);
    expect(lines[2]).toMatch(/^outer_fold 1\/3,1,outer_fold,121\.96/);
  });

  it('draw every step that lies in the window', () => {
    const drawing = timelineDrawing('CART <pima>', rows, whole, { tune: '#F384FF' }, paper);
    const bars = drawing.shapes.filter((s) => s.shape === 'rect' && s.y > 60);
    expect(bars).toHaveLength(79);
    const svg = toSvg(drawing);
    expect(svg).toContain('CART &lt;pima&gt;');
    expect(svg).toContain('fill="#F384FF"');
  });

  it('get thinner rows instead of too tall a picture', () => {
    const many = Array.from({ length: 60 }, () => rows).flat();
    expect(timelineDrawing('x', many, whole, {}, paper, 8000).height).toBeLessThanOrEqual(8000);
  });
});
