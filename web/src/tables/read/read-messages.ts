import type { ReadResult } from './result';

/** What the page asks its reading worker. */
export interface ReadRequest {
  file: Blob;
  name: string;
}

/** What the worker tells. */
export type ReadMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'read'; result: ReadResult }
  | { kind: 'failed'; message: string; expected: boolean };
