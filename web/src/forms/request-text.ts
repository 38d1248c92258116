import type { JsonValue } from '../wire/messages';
import type { Json } from './state';

/** The request as a person would write it down. */
export function requestText(request: { method: string; params: Json }): string {
  return JSON.stringify({ method: request.method, params: request.params } satisfies { [key: string]: JsonValue }, null, 2);
}
