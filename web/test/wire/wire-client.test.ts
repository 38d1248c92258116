import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionLostError, ServerError } from '../../src/wire/errors';
import type { ServerEvent } from '../../src/wire/messages';
import { WireClient } from '../../src/wire/wire-client';
import type { Socket } from '../../src/wire/socket';
import { eventually } from '../eventually';
import { FakeServer, type Request } from './fake-server';

vi.setConfig({ testTimeout: 30_000 });

let server: FakeServer;
let events: ServerEvent[];
let closings: number[];

beforeEach(async () => {
  server = await FakeServer.listen();
  events = [];
  closings = [];
});

afterEach(() => server.stop());

async function connect(open: () => Socket = server.open): Promise<WireClient> {
  // A connection of the test before may end only now.
  const [toldEvents, toldClosings] = [events, closings];
  const client = new WireClient(open(), { event: (e) => toldEvents.push(e), closed: (code) => toldClosings.push(code) });
  await eventually(() => expect(events.map((e) => e.event)).toContain('ready'));
  return client;
}

async function received(count: number): Promise<Request[]> {
  await eventually(() => expect(server.last.requests).toHaveLength(count));
  return server.last.requests;
}

describe('a connection', () => {
  it('gives each call its answer, in whatever order they come', async () => {
    const client = await connect();
    const calls = [1, 2, 3].map((n) => client.call('job.status', { job_id: `job-${n}` }));
    const requests = await received(3);
    for (const request of [...requests].reverse()) server.last.answer(request, { echoed: request.params['job_id'] });
    expect((await Promise.all(calls)).map((r) => r.result)).toEqual([{ echoed: 'job-1' }, { echoed: 'job-2' }, { echoed: 'job-3' }]);
  });

  it('says what the server refuses, and why', async () => {
    const client = await connect();
    server.script = (peer, request) => peer.send({ v: 1, id: request.id, ok: false, error: { code: 'not_found', message: 'No such job.', details: { job_id: 'x' } } });
    const error = await client.call('job.status', { job_id: 'x' }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ code: 'not_found', message: 'No such job.', details: { job_id: 'x' } });
  });

  it('carries payloads both ways', async () => {
    const client = await connect();
    server.script = (peer, request) => peer.answer(request, {}, request.payload?.toReversed());
    const { payload } = await client.call('data.upload.chunk', { upload_id: 'u', chunk_index: 1 }, { payload: Uint8Array.of(1, 2, 3).subarray(1) });
    expect([...(payload ?? [])]).toEqual([3, 2]);
  });

  it('sends large payloads one after the other, whole, with small requests between', async () => {
    const client = await connect();
    server.script = (peer, request) => peer.answer(request, { length: request.payload?.length ?? 0, first: request.payload?.[0] ?? null });
    const size = 6 * 1024 * 1024;
    const large = [1, 2, 3, 4].map((n) => client.call('data.upload.chunk', { upload_id: 'u', chunk_index: n }, { payload: new Uint8Array(size).fill(n) }));
    const small = client.call('ping', {});
    expect((await small).result).toEqual({ length: 0, first: null });
    expect((await Promise.all(large)).map((r) => r.result)).toEqual([1, 2, 3, 4].map((first) => ({ length: size, first })));
  });

  it('holds a payload back while the socket has too much to send, and a small request not', async () => {
    let buffered = 9 * 1024 * 1024;
    const client = await connect(() => Object.defineProperty(server.open(), 'bufferedAmount', { get: () => buffered }));
    server.script = (peer, request) => peer.answer(request, {});
    const held = client.call('data.upload.chunk', { upload_id: 'u', chunk_index: 1 }, { payload: new Uint8Array(10) });
    await client.call('ping', {});
    expect(server.last.requests.map((r) => r.method)).toEqual(['ping']);
    buffered = 0;
    await held;
    expect(server.last.requests.map((r) => r.method)).toEqual(['ping', 'data.upload.chunk']);
  });

  it('forgets a call that is aborted, and its late answer', async () => {
    const client = await connect();
    const abort = new AbortController();
    const call = client.call('ping', {}, { signal: abort.signal });
    const [request] = await received(1);
    abort.abort(new Error('not wanted'));
    await expect(call).rejects.toThrow('not wanted');
    if (request) server.last.answer(request, {});
    server.script = (peer, next) => peer.answer(next, { ts: 'later' });
    expect((await client.call('ping', {})).result).toEqual({ ts: 'later' });
  });

  it('does not send a call that was aborted before, or while its payload waited', async () => {
    let buffered = 9 * 1024 * 1024;
    const client = await connect(() => Object.defineProperty(server.open(), 'bufferedAmount', { get: () => buffered }));
    await expect(client.call('ping', {}, { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
    const abort = new AbortController();
    const held = client.call('data.upload.chunk', { upload_id: 'u', chunk_index: 1 }, { payload: new Uint8Array(10), signal: abort.signal });
    abort.abort(new Error('meanwhile'));
    await expect(held).rejects.toThrow('meanwhile');
    buffered = 0;
    server.script = (peer, request) => peer.answer(request, {});
    await client.call('data.upload.chunk', { upload_id: 'u', chunk_index: 2 }, { payload: new Uint8Array(10) });
    expect(server.last.requests.map((r) => r.params['chunk_index'])).toEqual([2]);
  });

  it('fails all open calls when it breaks, and every later one', async () => {
    const client = await connect();
    const calls = [client.call('ping', {}), client.call('info', {})];
    await received(2);
    server.last.cut();
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map((o) => o.status === 'rejected' && o.reason instanceof ConnectionLostError)).toEqual([true, true]);
    expect(closings).toHaveLength(1);
    await expect(client.call('ping', {})).rejects.toBeInstanceOf(ConnectionLostError);
  });

  it('ends once, at once, when the page closes it', async () => {
    const client = await connect();
    const call = client.call('ping', {});
    client.close();
    await expect(call).rejects.toBeInstanceOf(ConnectionLostError);
    client.close();
    expect(closings).toHaveLength(1);
  });

  it.each([
    ['a text message', () => server.last.socket.send('hello')],
    ['bytes that are no frame', () => server.last.socket.send(Uint8Array.of(0, 0, 0, 2, 1, 2))],
    ['word of a request that was no frame', () => server.last.send({ v: 1, id: null, ok: false, error: { code: 'malformed_frame', message: 'no frame' } })],
  ])('is given up after %s', async (_, say) => {
    const client = await connect();
    const call = client.call('ping', {});
    say();
    await expect(call).rejects.toBeInstanceOf(ConnectionLostError);
    expect(closings).toHaveLength(1);
  });

  it('hands on events in their order', async () => {
    await connect();
    for (let seq = 1; seq <= 3; seq++) server.last.event('job.cancelled', { job_id: 'j' }, seq);
    await eventually(() => expect(events.map((e) => e.seq)).toEqual([undefined, 1, 2, 3]));
  });
});
