import { describe, expect, it } from 'vitest';
import { Addition, type Reader } from '../../src/tables/addition.svelte';
import { ReadError } from '../../src/tables/read/read-error';
import type { Api } from '../../src/wire/methods';

const file = new File(['a,b\n1,2\n'], 'my study.csv');
const entry = { data_handle: 'data-1', name: 'my study', rows: 1, cols: 2 };

function server(onchunk: () => void = () => undefined): Api & { calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    call: async (method) => {
      calls.push(method);
      if (method === 'data.upload.chunk') onchunk();
      return { result: (method === 'data.upload.end' ? entry : { upload_id: 'u' }) as never, payload: null };
    },
  };
}

const reader: Reader = async (_, onprogress) => {
  onprogress(4, 8);
  return { stream: new Blob(['abc']), rows: 1, cols: 2, warnings: ['1 column has no name and is called X.'] };
};

describe('adding a file', () => {
  it('reads, sends, and gives the table and what is to be said of it', async () => {
    const addition = new Addition(file);
    expect([addition.name, addition.phase, addition.isRunning]).toEqual(['my study', 'reading', true]);
    let phase = '';
    const api = server(() => (phase = addition.phase));
    expect(await addition.run(api, file, reader)).toEqual(entry);
    expect(phase).toBe('sending');
    expect([addition.phase, addition.isRunning, addition.done, addition.total]).toEqual(['done', false, 3, 3]);
    expect(addition.warnings).toHaveLength(1);
    expect(addition.handle).toBe('data-1');
  });

  it('says why a file cannot be read, and sends nothing', async () => {
    const addition = new Addition(file);
    const api = server();
    expect(await addition.run(api, file, () => Promise.reject(new ReadError('The file is empty.')))).toBeNull();
    expect([addition.phase, addition.problem, api.calls]).toEqual(['failed', 'The file is empty.', []]);
  });

  it('ends without a word when it is given up', async () => {
    const addition = new Addition(file);
    const api = server();
    const read: Reader = (_, __, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        addition.cancel();
      });
    expect(await addition.run(api, file, read)).toBeNull();
    expect([addition.phase, addition.problem, addition.isRunning, api.calls]).toEqual(['cancelled', null, false, []]);
  });
});
