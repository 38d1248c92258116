import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Link, type LinkOptions, type LinkState } from '../../src/wire/link';
import { eventually } from '../eventually';
import { FakeServer, openSocket, type Script } from './fake-server';

const right = 'right-token';
vi.setConfig({ testTimeout: 30_000 });

let server: FakeServer;
let link: Link;
let states: LinkState[];
let restarts: boolean[];
let kept: string | null;
let others: string | null;
let used: boolean;

// What the server does with tokens and codes; everything else is answered with nothing.
const honest: Script = (peer, request) => {
  const { token, code } = request.params;
  if (request.method !== 'auth') peer.answer(request, {});
  else if (code === 'fresh' && !used) {
    used = true;
    peer.answer(request, { connection_id: 'c', token: right });
  } else if (token === right) peer.answer(request, { connection_id: 'c' });
  else peer.refuse(request, 'unauthorized');
};

function make(options: Partial<LinkOptions> = {}): Link {
  const [toStates, toRestarts] = [states, restarts];
  const { port } = server;
  return new Link({
    open: () => openSocket(port),
    reachable: async () => false,
    tokens: { get: () => kept, set: (token) => (kept = token), ask: async () => others },
    listener: { state: (s) => toStates.push(s), online: (_, restarted) => toRestarts.push(restarted), event: () => undefined },
    delay: () => 20,
    ...options,
  });
}

beforeEach(async () => {
  server = await FakeServer.listen();
  server.script = honest;
  states = [];
  restarts = [];
  kept = others = null;
  used = false;
  link = make();
});

afterEach(async () => {
  link.stop();
  await server.stop();
});

const phase = (wanted: LinkState['phase']) => eventually(() => expect(link.state.phase).toBe(wanted));
const auths = () => server.peers.flatMap((p) => p.requests).filter((r) => r.method === 'auth');

describe('the token', () => {
  it('is shown at once when it is known', async () => {
    kept = right;
    link.start();
    await phase('online');
    expect(states.map((s) => s.phase)).toEqual(['connecting', 'online']);
  });

  it('is asked for when none is known, without a connection that would wait for it', async () => {
    link.start();
    await phase('needs-token');
    expect(link.state).toEqual({ phase: 'needs-token', why: 'none' });
    expect(server.peers).toHaveLength(0);
    link.use(right, true);
    await phase('online');
    expect(kept).toBe(right);
  });

  it('is asked of the other tabs first', async () => {
    others = right;
    link.start();
    await phase('online');
    expect(kept).toBe(right);
  });

  it('is asked for again when the one that was entered is wrong, and never tried again by itself', async () => {
    link.start();
    await phase('needs-token');
    link.use('wrong', true);
    await eventually(() => expect(link.state).toEqual({ phase: 'needs-token', why: 'wrong' }));
    expect(kept).toBeNull();
    link.wake();
    link.retryNow();
    await new Promise((done) => setTimeout(done, 100));
    expect(auths()).toHaveLength(1);
    expect(link.state.phase).toBe('needs-token');
  });

  it('comes with a code, which is used once and kept nowhere', async () => {
    link.start('fresh');
    await phase('online');
    expect(auths().map((r) => r.params)).toEqual([{ code: 'fresh' }]);
    expect(kept).toBe(right);
    server.last.cut();
    await eventually(() => expect(auths()).toHaveLength(2));
    expect(auths()[1]?.params).toEqual({ token: right });
  });

  it('is asked for when the link was used already', async () => {
    link.start('old');
    await phase('needs-token');
    expect(link.state).toEqual({ phase: 'needs-token', why: 'link-used' });
  });

  it('of this tab serves when the link in its address was used already', async () => {
    kept = right;
    link.start('old');
    await phase('online');
  });

  it('of another tab serves when the link was used already', async () => {
    others = right;
    link.start('old');
    await phase('online');
  });

  it('waits for the server when that does not run', async () => {
    await server.stop();
    link.start();
    await phase('needs-token');
    link.use(right, true);
    await phase('offline');
    expect(link.state).toMatchObject({ why: 'not-running' });
    expect(kept).toBe(right);
  });
});

describe('a broken connection', () => {
  beforeEach(async () => {
    kept = right;
    link.start();
    await phase('online');
  });

  it('is opened again, and is not a restart', async () => {
    server.last.cut();
    await eventually(() => expect(restarts).toEqual([false, false]));
    expect(states.map((s) => s.phase)).toEqual(['connecting', 'online', 'offline', 'connecting', 'online']);
  });

  it('is opened again after the server said good-bye', async () => {
    server.last.socket.close(1001);
    await eventually(() => expect(restarts).toEqual([false, false]));
  });

  it('is a restart when another instance answers', async () => {
    server.instance = 'instance-2';
    server.last.cut();
    await eventually(() => expect(restarts).toEqual([false, true]));
  });

  it('asks for the token when the server that came back has another one', async () => {
    server.script = (peer, request) => peer.refuse(request, 'unauthorized');
    server.last.cut();
    await phase('needs-token');
    expect(link.state).toEqual({ phase: 'needs-token', why: 'changed' });
    expect(kept).toBeNull();
  });

  it('fails calls at once while it is away', async () => {
    const port = server.port;
    await server.stop();
    await phase('offline');
    await expect(link.call('ping', {})).rejects.toMatchObject({ name: 'ConnectionLostError' });
    server = await FakeServer.listen(port);
    server.script = honest;
    await phase('online');
    expect((await link.call('ping', {})).result).toEqual({});
  });

  it('is opened no more once it is stopped', async () => {
    link.stop();
    await new Promise((done) => setTimeout(done, 100));
    expect(server.peers).toHaveLength(1);
  });
});

describe('a connection that can not be opened', () => {
  it('waits longer each time, says until when, and tries at once when it is told to', async () => {
    kept = right;
    const failures: number[] = [];
    const port = server.port;
    await server.stop();
    link = make({ open: () => openSocket(port), delay: (n) => (failures.push(n), n < 3 ? 10 : 60_000) });
    link.start();
    await eventually(() => expect(failures).toEqual([0, 1, 2, 3]));
    await phase('offline');
    expect(link.state.phase === 'offline' && link.state.retryAt - Date.now()).toBeGreaterThan(50_000);
    server = await FakeServer.listen(port);
    server.script = honest;
    link.wake();
    await phase('online');
  });

  it('is refused when the server runs and lets nobody in, and goes on trying', async () => {
    kept = right;
    server.refuses = true;
    link = make({ reachable: async () => true });
    link.start();
    await phase('refused');
    server.refuses = false;
    await phase('online');
    expect(states.map((s) => s.phase)).not.toContain('needs-token');
  });

  it('is not refused when the server came up between two tries', async () => {
    kept = right;
    server.refuses = true;
    link = make({ reachable: async () => ((server.refuses = false), true) });
    link.start();
    await phase('online');
    expect(states.map((s) => s.phase)).toEqual(['connecting', 'offline', 'connecting', 'online']);
  });

  it('is given up when the server does not greet', async () => {
    kept = right;
    server.greets = false;
    link = make({ times: { greeting: 50 } });
    link.start();
    await phase('offline');
    server.greets = true;
    await phase('online');
  });
});

it('a silent connection is asked, given up and opened again', async () => {
  kept = right;
  link = make({ times: { ask: 40, wait: 40 } });
  server.script = (peer, request) => (request.method === 'ping' ? undefined : honest(peer, request));
  link.start();
  await eventually(() => expect(restarts).toEqual([false, false]));
  expect(server.peers[0]?.requests.map((r) => r.method)).toContain('ping');
});

it('a connection that answers is left alone, however quiet it is', async () => {
  kept = right;
  link = make({ times: { ask: 20, wait: 200 } });
  link.start();
  await eventually(() => expect(server.last.requests.filter((r) => r.method === 'ping').length).toBeGreaterThan(3));
  expect(server.peers).toHaveLength(1);
});
