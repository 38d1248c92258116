import { readFileSync } from 'node:fs';
import type { ServerEvent } from '../../src/wire/messages';

/** The events of a recorded job, `job-1`, in their order and without numbers. */
export function goldenEvents(name: 'tuned-in-folds' | 'steps-that-fail' | 'rules'): ServerEvent[] {
  const lines = readFileSync(new URL(`../data/events-${name}.jsonl`, import.meta.url), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as ServerEvent);
}
