import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../src/format/json';
import type { Columns } from '../../src/results/columns';
import type { Cell } from '../../src/ui/grid-window';

/** A recorded result: documents by name, tables as name to cells. */
export function recorded(name: string): { document: (slice: string) => JsonObject; table: (slice: string) => Columns } {
  const all = JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
  return {
    document: (slice) => all[slice] as JsonObject,
    table: (slice) => new Map(Object.entries(all[slice] as Record<string, Cell[]>)),
  };
}
