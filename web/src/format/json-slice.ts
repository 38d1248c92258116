import type { Api } from '../wire/methods';
import type { JsonSlice } from '../wire/messages';
import { numberAt, textAt, type JsonObject } from './json';
import { formatBytes } from './numbers';

export interface Unavailable {
  reason: string | null;
  /** Why it cannot be shown, for a person. */
  words: string;
}

/** A document of a job's result, or why it is not available. */
export async function jsonSlice(
  api: Api,
  job: string,
  slice: JsonSlice,
  signal?: AbortSignal,
): Promise<{ document: JsonObject } | { unavailable: Unavailable }> {
  const { result } = await api.call('job.result', { job_id: job, slice }, signal ? { signal } : {});
  const document = result as JsonObject;
  return document['available'] === false ? { unavailable: unavailableOf(document) } : { document };
}

export function unavailableOf(told: JsonObject): Unavailable {
  const reason = textAt(told, 'reason');
  const bytes = numberAt(told, 'bytes');
  if (reason === 'too_large') return { reason, words: `It is too large to be shown here${bytes === null ? '' : ` (${formatBytes(bytes)})`}. The raw result has all of it.` };
  return { reason, words: reason ? `It is not available: ${reason.replaceAll('_', ' ')}.` : 'It is not available.' };
}
