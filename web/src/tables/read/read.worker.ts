import { ReadError } from './read-error';
import type { ReadMessage, ReadRequest } from './read-messages';
import { readTable } from './read-table';

const post = (message: ReadMessage) => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ReadRequest>) => {
  try {
    const result = await readTable(data.file, data.name, (done, total) => post({ kind: 'progress', done, total }));
    post({ kind: 'read', result });
  } catch (error) {
    const expected = error instanceof ReadError || error instanceof DOMException;
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error), expected });
  }
};
