import { once } from '../state/once';
import { decodeWindow } from '../tables/arrow-window';
import type { CellKind } from '../ui/grid-window';
import type { Api } from '../wire/methods';

/** The columns of a table by name, in their order; null where what they hold is not known. */
export type ColumnKinds = ReadonlyMap<string, CellKind | null>;

const answers = new WeakMap<Api, Map<string, Promise<unknown>>>();

/** What a table's columns hold, without their statistics: quick also for many wide tables. A handle's table never changes. */
export function columnsOf(api: Api, handle: string): Promise<ColumnKinds> {
  const known = answers.get(api) ?? new Map<string, Promise<unknown>>();
  answers.set(api, known);
  return once(known, handle, async () => {
    const { result, payload } = await api.call('data.preview', { data_handle: handle, limit: 1 });
    // A table without rows has names only.
    const { columns } = await decodeWindow(payload && payload.length > 0 ? payload : null);
    const kinds = new Map(columns.map((c) => [c.name, c.kind]));
    return new Map([result.columns].flat().map((name) => [name, kinds.get(name) ?? null]));
  });
}
