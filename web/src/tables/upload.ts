import type { DataEntry } from '../wire/messages';
import type { Api } from '../wire/methods';
import { ConnectionLostError } from '../wire/errors';
import type { OnProgress } from './read/progress';

/** Bytes of a chunk. */
export const chunkBytes = 4 << 20;

/** Chunks that are on their way at a time: the wire is never idle, and little waits in memory. */
const inFlight = 3;

const longestName = 120;

/** The connection ended in the middle of sending. */
export class UploadLostError extends Error {
  override readonly name = 'UploadLostError';
}

export interface UploadOptions {
  onprogress?: OnProgress;
  signal?: AbortSignal;
}

/** Sends a table, an Arrow IPC stream, in chunks. Given up or failed, it leaves nothing behind on the server. */
export async function uploadTable(api: Api, name: string, stream: Blob, options: UploadOptions = {}): Promise<DataEntry> {
  options.signal?.throwIfAborted();
  const count = Math.max(1, Math.ceil(stream.size / chunkBytes));
  try {
    const begun = await api.call('data.upload.begin', { name, total_bytes: stream.size, n_chunks: count });
    const id = begun.result.upload_id;
    try {
      await sendChunks(api, id, stream, count, options);
      options.signal?.throwIfAborted();
    } catch (error) {
      // Whether the server still hears us does not matter: it forgets uploads that stop.
      if (!(error instanceof ConnectionLostError)) await api.call('data.upload.cancel', { upload_id: id }).catch(() => undefined);
      throw error;
    }
    return (await api.call('data.upload.end', { upload_id: id })).result;
  } catch (error) {
    if (!(error instanceof ConnectionLostError)) throw error;
    throw new UploadLostError('The connection was lost while the table was being sent. Try again.', { cause: error });
  }
}

async function sendChunks(api: Api, id: string, stream: Blob, count: number, options: UploadOptions): Promise<void> {
  let next = 0;
  let sent = 0;
  // The first failure stops the other senders as well.
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const sender = async () => {
    while (next < count) {
      const index = next++;
      const part = await stream.slice(index * chunkBytes, (index + 1) * chunkBytes).arrayBuffer();
      signal.throwIfAborted();
      await api.call('data.upload.chunk', { upload_id: id, chunk_index: index + 1 }, { payload: new Uint8Array(part), signal });
      sent += part.byteLength;
      options.onprogress?.(sent, stream.size);
    }
  };
  const senders = Array.from({ length: Math.min(inFlight, count) }, () =>
    sender().catch((error: unknown) => {
      stop.abort(error);
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(senders)).find((s) => s.status === 'rejected');
  if (failed) throw stop.signal.reason as Error;
}

/** A table's name out of a file's: without folders and ending, and without what cannot be seen. */
export function tableName(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? '';
  const bare = base.replace(/\.(csv|tsv|tab|txt|parquet|pq|arrow|arrows|feather|ipc)$/i, '');
  const clean = bare.replace(/\p{C}+/gu, '').replace(/\s+/g, ' ').trim();
  return [...clean].slice(0, longestName).join('').trim() || 'table';
}
