import { beforeEach, describe, expect, it } from 'vitest';
import { chunkBytes, tableName, uploadTable, UploadLostError } from '../../src/tables/upload';
import { ConnectionLostError, ServerError } from '../../src/wire/errors';
import type { Api, CallOptions, MethodName, ParamsOf, Reply } from '../../src/wire/methods';

/** A server of uploads that puts the chunks together, and fails where it is told to. */
class UploadServer implements Api {
  readonly calls: string[] = [];
  readonly chunks = new Map<number, Uint8Array>();
  announced = { name: '', total_bytes: 0, n_chunks: 0 };
  inFlight = 0;
  mostInFlight = 0;
  onchunk: (index: number) => Promise<void> | void = () => undefined;
  onend: () => void = () => undefined;

  async call<M extends MethodName>(method: M, params: ParamsOf<M>, options: CallOptions = {}): Promise<Reply<M>> {
    this.calls.push(method);
    const result = await this.#answer(method, params as never, options);
    return { result: result as Reply<M>['result'], payload: null };
  }

  async #answer(method: MethodName, params: { name: string; total_bytes: number; n_chunks: number; chunk_index: number }, options: CallOptions) {
    switch (method) {
      case 'data.upload.begin':
        this.announced = params;
        return { upload_id: 'up-1' };
      case 'data.upload.chunk':
        this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
        await Promise.resolve();
        await this.onchunk(params.chunk_index);
        this.inFlight--;
        options.signal?.throwIfAborted();
        this.chunks.set(params.chunk_index, options.payload ?? new Uint8Array());
        return { received_count: this.chunks.size, received_bytes: 0, total_bytes: 0 };
      case 'data.upload.end':
        this.onend();
        return { data_handle: 'data-1', name: this.announced.name, rows: 1, cols: 2 };
      case 'data.upload.cancel':
        return { cancelled: true };
      default:
        throw new Error(`Nobody expected ${method}.`);
    }
  }

  get received(): Blob {
    return new Blob([...this.chunks].sort(([a], [b]) => a - b).map(([, bytes]) => bytes as Uint8Array<ArrayBuffer>));
  }
}

describe('an upload', () => {
  let server: UploadServer;
  const bytes = new Uint8Array(5 * chunkBytes + 17);
  for (let i = 0; i < bytes.length; i += 997) bytes[i] = i % 251;
  const stream = new Blob([bytes]);

  beforeEach(() => (server = new UploadServer()));

  it('sends all bytes in chunks, a few at a time, and gives the table', async () => {
    const progress: number[] = [];
    const table = await uploadTable(server, 'iris', stream, { onprogress: (done) => progress.push(done) });
    expect(table).toEqual({ data_handle: 'data-1', name: 'iris', rows: 1, cols: 2 });
    expect(server.announced).toEqual({ name: 'iris', total_bytes: bytes.length, n_chunks: 6 });
    expect([...server.chunks.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Buffer.compare(new Uint8Array(await server.received.arrayBuffer()), bytes)).toBe(0);
    expect(server.mostInFlight).toBe(3);
    expect(progress).toHaveLength(6);
    expect(progress.at(-1)).toBe(bytes.length);
    expect(server.calls.at(-1)).toBe('data.upload.end');
  });

  it('tells the server when it is given up', async () => {
    const controller = new AbortController();
    server.onchunk = (index) => {
      if (index === 3) controller.abort();
    };
    await expect(uploadTable(server, 'iris', stream, { signal: controller.signal })).rejects.toThrow(controller.signal.reason as Error);
    expect(server.calls.at(-1)).toBe('data.upload.cancel');
    expect(server.calls).not.toContain('data.upload.end');
    expect(server.chunks.size).toBeLessThan(6);
  });

  it('asks for nothing when it was given up before', async () => {
    await expect(uploadTable(server, 'iris', stream, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(server.calls).toEqual([]);
  });

  it('stops at the first refusal, says it, and clears up', async () => {
    server.onchunk = (index) => {
      if (index === 2) throw new ServerError({ code: 'io_error', message: 'The disk is full.' });
    };
    await expect(uploadTable(server, 'iris', stream)).rejects.toThrow('The disk is full.');
    expect(server.calls.filter((c) => c === 'data.upload.chunk').length).toBeLessThan(6);
    expect(server.calls.at(-1)).toBe('data.upload.cancel');
  });

  it('says to try again when the connection is lost in the middle', async () => {
    server.onchunk = (index) => {
      if (index === 4) throw new ConnectionLostError();
    };
    const lost = uploadTable(server, 'iris', stream);
    await expect(lost).rejects.toBeInstanceOf(UploadLostError);
    await expect(lost).rejects.toThrow('Try again.');
    expect(server.calls).not.toContain('data.upload.cancel');
  });

  it('passes on why the server did not take the table', async () => {
    server.onend = () => {
      throw new ServerError({ code: 'too_many', message: 'A session holds at most 16 tables.' });
    };
    await expect(uploadTable(server, 'iris', stream)).rejects.toThrow('at most 16 tables');
  });
});

describe('a table name', () => {
  it.each([
    ['iris.csv', 'iris'],
    ['my study.v2.parquet', 'my study.v2'],
    ['C:\\data\\größe.TSV', 'größe'],
    ['../../etc/x.feather', 'x'],
    ['a\u0000b\u202e\n c.csv', 'ab c'],
    ['.csv', 'table'],
    ['notes.md', 'notes.md'],
    ['😀'.repeat(300), '😀'.repeat(120)],
  ])('out of %j is %j', (file, name) => expect(tableName(file)).toBe(name));
});
