import type { Counter } from '../state/progress.svelte';
import { kindLabel } from '../format/words';

const fewUnits = 10;

/** What is worth saying aloud of a counter: each unit of a few, else each quarter. It changes only when there is news. */
export function milestone(counter: Counter | undefined): string {
  if (!counter || counter.total <= 0 || counter.current <= 0) return '';
  const name = counter.label ?? kindLabel(counter.kind);
  if (counter.total <= fewUnits) return `${name}: ${counter.current} of ${counter.total} done`;
  const quarters = Math.floor((counter.current / counter.total) * 4);
  return quarters > 0 ? `${name}: ${quarters * 25}% done` : '';
}
