import { describe, expect, it } from 'vitest';
import { stepKey, visibleSteps } from '../../src/jobs/steps';
import { visibleRange, scrolledTo } from '../../src/jobs/virtual';
import { ProgressNode, type NodeStatus } from '../../src/state/progress.svelte';

let next = 0;
function step(kind: string, status: NodeStatus, children: ProgressNode[] = []): ProgressNode {
  const node = new ProgressNode(`n${++next}`, kind, null, 0);
  node.status = status;
  node.children = children;
  return node;
}

const kinds = (roots: ProgressNode[], folds = new Map<ProgressNode, boolean>()) => visibleSteps(roots, folds).map((r) => `${' '.repeat(r.depth)}${r.node.kind}`);

describe('the tree of steps', () => {
  const leaf = (status: NodeStatus = 'done') => step('fit', status);

  it('shows what runs and folds what has ended', () => {
    const root = step('train', 'running', [step('fold1', 'done', [leaf()]), step('fold2', 'running', [leaf('running')])]);
    expect(kinds([root])).toEqual(['train', ' fold1', ' fold2', '  fit']);
  });

  it('folds a branch when it ends', () => {
    const fold = step('fold', 'running', [leaf()]);
    const root = step('train', 'running', [fold]);
    expect(kinds([root])).toEqual(['train', ' fold', '  fit']);
    fold.status = 'done';
    expect(kinds([root])).toEqual(['train', ' fold']);
  });

  it('leaves a branch that failed open', () => {
    expect(kinds([step('train', 'error', [step('fold', 'error', [leaf('error')])])])).toEqual(['train', ' fold', '  fit']);
  });

  it('keeps what the reader opened or closed by hand', () => {
    const ended = step('fold1', 'done', [leaf()]);
    const running = step('fold2', 'running', [leaf('running')]);
    const folds = new Map([
      [ended, true],
      [running, false],
    ]);
    expect(kinds([step('train', 'running', [ended, running])], folds)).toEqual(['train', ' fold1', '  fit', ' fold2']);
  });

  it('keeps the roots of an ended run open', () => {
    expect(kinds([step('train', 'done', [step('fold', 'done', [leaf()])])])).toEqual(['train', ' fold']);
  });

  it('tells each line its place among its siblings', () => {
    const rows = visibleSteps([step('train', 'running', [leaf(), leaf()])], new Map());
    expect(rows.map((r) => [r.place, r.siblings])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ]);
  });

  it('is led by keys as trees are', () => {
    const rows = visibleSteps([step('train', 'running', [step('fold', 'done', [leaf()]), leaf()])], new Map());
    expect(stepKey(rows, 0, 'ArrowDown')).toEqual({ to: 1 });
    expect(stepKey(rows, 2, 'ArrowDown')).toEqual({ to: 2 });
    expect(stepKey(rows, 0, 'ArrowRight')).toEqual({ to: 1 });
    expect(stepKey(rows, 1, 'ArrowRight')).toEqual({ fold: true });
    expect(stepKey(rows, 0, 'ArrowLeft')).toEqual({ fold: false });
    expect(stepKey(rows, 2, 'ArrowLeft')).toEqual({ to: 0 });
    expect(stepKey(rows, 2, 'Enter')).toBeNull();
    expect(stepKey(rows, 1, 'End')).toEqual({ to: 2 });
    expect(stepKey(rows, -1, 'ArrowDown')).toEqual({ to: 0 });
    expect(stepKey(rows, 0, 'x')).toBeNull();
  });
});

describe('rows of equal height', () => {
  it('are drawn where they can be seen, with a few more', () => {
    expect(visibleRange(28_000, 280, 28, 5000, 4)).toEqual({ first: 996, last: 1014 });
    expect(visibleRange(0, 280, 28, 3)).toEqual({ first: 0, last: 3 });
    expect(visibleRange(9999, 280, 28, 0)).toEqual({ first: 0, last: 0 });
  });

  it('come into view with the least movement', () => {
    expect(scrolledTo(5, 0, 280, 28)).toBe(0);
    expect(scrolledTo(12, 0, 280, 28)).toBe(84);
    expect(scrolledTo(2, 500, 280, 28)).toBe(56);
  });
});
