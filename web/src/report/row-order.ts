import type { Cell } from '../ui/grid-window';

/** What a column's rows are sorted by. */
export type Ranks = ArrayLike<Cell>;

/** The rows in order, as the server has it: what is missing, NaN too, is last in both directions, and equal rows keep their order. */
export function rowOrder(rows: number, keys: readonly { ranks: Ranks; descending: boolean }[]): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, i) => i).sort((a, b) => {
    for (const { ranks, descending } of keys) {
      const difference = compared(ranks[a] ?? null, ranks[b] ?? null, descending);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

function compared(a: Cell, b: Cell, descending: boolean): number {
  const [noA, noB] = [isMissing(a), isMissing(b)];
  if (noA || noB) return Number(noA) - Number(noB);
  const difference = (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
  return descending ? -difference : difference;
}

const isMissing = (value: Cell): boolean => value === null || Number.isNaN(value);
