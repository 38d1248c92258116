import type { ProgressNode } from '../state/progress.svelte';

/** A line of the tree of steps. */
export interface StepRow {
  node: ProgressNode;
  /** From 0. */
  depth: number;
  open: boolean;
  /** Place among its siblings, from 1. */
  place: number;
  siblings: number;
}

/** What the reader opened or closed by hand; it outlasts what the run does. */
export type Folds = Pick<ReadonlyMap<ProgressNode, boolean>, 'get'>;

/** The roots stay open; of the rest, what runs or has failed does. */
export function isOpen(node: ProgressNode, depth: number, folds: Folds): boolean {
  if (node.children.length === 0) return false;
  return folds.get(node) ?? (depth === 0 || node.status !== 'done');
}

/** The lines that are to be seen, from the top: what lies in closed branches is not even looked at. */
export function visibleSteps(roots: readonly ProgressNode[], folds: Folds): StepRow[] {
  const rows: StepRow[] = [];
  const add = (nodes: readonly ProgressNode[], depth: number) => {
    nodes.forEach((node, i) => {
      const open = isOpen(node, depth, folds);
      rows.push({ node, depth, open, place: i + 1, siblings: nodes.length });
      if (open) add(node.children, depth + 1);
    });
  };
  add(roots, 0);
  return rows;
}

/** Where a key leads from a line: to another line, or to opening or closing it. */
export function stepKey(rows: readonly StepRow[], at: number, key: string): { to: number } | { fold: boolean } | null {
  const row = rows[at];
  if (!row) return rows.length > 0 ? { to: 0 } : null;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(at + 1, rows.length - 1) };
    case 'ArrowUp':
      return { to: Math.max(at - 1, 0) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: rows.length - 1 };
    case 'ArrowRight':
      if (row.node.children.length === 0) return null;
      return row.open ? { to: at + 1 } : { fold: true };
    case 'ArrowLeft':
      if (row.open) return { fold: false };
      return row.depth > 0 ? { to: rows.findLastIndex((r, i) => i < at && r.depth < row.depth) } : null;
    case 'Enter':
    case ' ':
      return row.node.children.length > 0 ? { fold: !row.open } : null;
    default:
      return null;
  }
}
