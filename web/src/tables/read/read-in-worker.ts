import type { OnProgress } from './progress';
import { ReadError } from './read-error';
import type { ReadMessage, ReadRequest } from './read-messages';
import type { ReadResult } from './result';

/** Reads a file in a worker of its own, which ends with it; so the page stays quick, and giving up is immediate. */
export function readInWorker(file: File, onprogress: OnProgress, signal: AbortSignal): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
    const end = () => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
    };
    const abort = () => {
      end();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort);
    worker.onmessage = ({ data }: MessageEvent<ReadMessage>) => {
      if (data.kind === 'progress') return onprogress(data.done, data.total);
      end();
      if (data.kind === 'read') resolve(data.result);
      else reject(new ReadError(data.expected ? data.message : `The file could not be read: ${data.message}`));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end();
      reject(new ReadError('The part of the page that reads files could not be started. Reload the page and try again.'));
    };
    worker.postMessage({ file, name: file.name } satisfies ReadRequest);
  });
}
