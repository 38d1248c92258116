import type { DataDescription } from '../wire/messages';
import type { Api } from '../wire/methods';

const answers = new WeakMap<Api, Map<string, Promise<DataDescription>>>();

/** What the columns of a table are. A handle's table never changes, so it is asked for once. */
export function describeTable(api: Api, handle: string): Promise<DataDescription> {
  const known = answers.get(api) ?? new Map<string, Promise<DataDescription>>();
  answers.set(api, known);
  const kept = known.get(handle);
  if (kept) return kept;
  const asked = api.call('data.describe', { data_handle: handle }).then((reply) => reply.result);
  known.set(handle, asked);
  asked.catch(() => known.delete(handle));
  return asked;
}
