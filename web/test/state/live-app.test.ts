import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveApp } from '../../src/state/live-app.svelte';
import type { JobSummary, ServerEvent, SessionEntry } from '../../src/wire/messages';
import { eventually } from '../eventually';
import { FakeServer, openSocket, type Peer, type Request } from '../wire/fake-server';
import { goldenEvents } from './golden';

const token = 'right-token';

/** Sessions as the server has them: members, tables, jobs, and events that are numbered and kept. */
class FakeSession {
  readonly log: { event: string; data: object; seq: number }[] = [];
  readonly members = new Set<Peer>();
  jobs: Partial<JobSummary>[] = [];
  tables: string[] = [];
  seq = 0;
  kept = 4096;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  publish(event: string, data: object): void {
    const entry = { event, data, seq: ++this.seq };
    this.log.push(entry);
    if (this.log.length > this.kept) this.log.shift();
    for (const peer of this.members) peer.event(event, data, entry.seq);
  }

  snapshot() {
    return {
      session_id: this.id, name: this.name, created: '2026-01-01T00:00:00Z', last_seen: '2026-01-01T00:00:00Z', n_connections: this.members.size, jobs: [],
      data: this.tables.map((name) => ({ data_handle: `data-${name}`, name, rows: 1, cols: 1 })),
    };
  }

  entry(): SessionEntry {
    const { session_id, name, created, last_seen, n_connections } = this.snapshot();
    return { session_id, name, created, last_seen, n_connections, n_jobs: this.jobs.length, jobs_running: 0 };
  }
}

vi.setConfig({ testTimeout: 30_000 });

let server: FakeServer;
let sessions: FakeSession[];
let apps: LiveApp[];
let where: Map<Peer, FakeSession>;
let asked: string[];

function job(id: string, more: Partial<JobSummary> = {}): Partial<JobSummary> {
  return { job_id: id, type: 'train', status: 'running', submitted_at: '2026-01-01T00:00:00Z', stage: null, fraction: null, last_message: null, error: null, ...more };
}

function attach(peer: Peer, request: Request, session: FakeSession, since?: number): void {
  if (since !== undefined) {
    const missed = session.log.filter((e) => e.seq > since);
    for (const { event, data, seq } of missed) peer.event(event, data, seq);
    const dropped = session.seq - since - missed.length;
    if (dropped > 0) peer.event('session.events_dropped', { events_dropped: dropped });
  }
  session.members.add(peer);
  where.set(peer, session);
  peer.socket.on('close', () => session.members.delete(peer));
  peer.answer(request, session.snapshot());
}

function serve(peer: Peer, request: Request): void {
  const { method, params } = request;
  asked.push(method === 'session.join' ? `join ${String(params['session_id'])} ${String(params['since'])}` : method);
  const session = where.get(peer);
  switch (method) {
    case 'auth':
      return params['token'] === token ? peer.answer(request, { connection_id: 'c' }) : peer.refuse(request, 'unauthorized');
    case 'session.list':
      return peer.answer(request, { sessions: sessions.map((s) => s.entry()) });
    case 'session.create': {
      if (sessions.some((s) => s.name === params['name'])) return peer.refuse(request, 'session_exists', 'The name is taken.');
      const made = new FakeSession(`s-${sessions.length + 1}`, String(params['name'] ?? `untitled-${sessions.length + 1}`));
      sessions.push(made);
      return attach(peer, request, made);
    }
    case 'session.join': {
      if (session) return peer.refuse(request, 'invalid_params', 'Already attached to a session; detach first.');
      const found = sessions.find((s) => s.id === params['session_id']);
      return found ? attach(peer, request, found, params['since'] as number | undefined) : peer.refuse(request, 'session_not_found', 'Session not found.');
    }
  }
  if (!session) return peer.refuse(request, 'not_attached', 'Attach first.');
  switch (method) {
    case 'session.detach':
      session.members.delete(peer);
      where.delete(peer);
      return peer.answer(request, { detached: true });
    case 'session.delete':
      sessions = sessions.filter((s) => s !== session);
      for (const member of session.members) {
        where.delete(member);
        member.event('session.deleted', { session_id: session.id });
      }
      return peer.answer(request, { deleted: true, session_id: session.id });
    case 'session.rename':
      session.name = String(params['name']);
      peer.answer(request, { session_id: session.id, name: session.name });
      return session.publish('session.changed', { session_id: session.id, changed: 'name' });
    case 'session.info':
      return peer.answer(request, session.snapshot());
    case 'job.list':
      return peer.answer(request, { jobs: session.jobs });
    case 'train':
      session.jobs.push(job(`job-${session.jobs.length + 1}`));
      return peer.answer(request, { job_id: session.jobs.at(-1)?.job_id, status: 'running' });
    case 'data.upload.end':
      session.tables.push('iris');
      return peer.answer(request, { data_handle: 'data-iris', name: 'iris', rows: 1, cols: 1 });
    default:
      return peer.refuse(request, 'unknown_method', method);
  }
}

function restart(): void {
  server.instance = `instance-${Math.random()}`;
  sessions = [];
  where = new Map();
}

/** A tab; `kept` is what it remembers over a reload. */
function open(kept: Record<string, string> = { 'rtemis.token': token }, later: (work: () => void) => void = (work) => setTimeout(work, 1)): { app: LiveApp; kept: Map<string, string> } {
  const memory = new Map(Object.entries(kept));
  const { port } = server;
  const app = new LiveApp({
    open: () => openSocket(port),
    reachable: async () => true,
    delay: () => 10,
    keep: { getItem: (k) => memory.get(k) ?? null, setItem: (k, v) => void memory.set(k, v), removeItem: (k) => void memory.delete(k) },
    later,
  });
  apps.push(app);
  app.start();
  return { app, kept: memory };
}

const stage = (app: LiveApp, wanted: LiveApp['stage']) => eventually(() => expect(app.stage).toBe(wanted));
const rejoined = (app: LiveApp, times: number) =>
  eventually(() => {
    expect(asked.filter((a) => a.startsWith('join')).length).toBe(times);
    expect(app.link.phase).toBe('online');
  });

function first(): FakeSession {
  const [session] = sessions;
  if (!session) throw new Error('There is no session.');
  return session;
}

beforeEach(async () => {
  server = await FakeServer.listen();
  server.script = serve;
  sessions = [];
  apps = [];
  where = new Map();
  asked = [];
});

afterEach(async () => {
  for (const app of apps) app.stop();
  await server.stop();
});

describe('a page that is opened', () => {
  it('makes a session when there is none, and remembers it', async () => {
    const { app, kept } = open();
    await stage(app, 'session');
    expect(app.session).toMatchObject({ id: 's-1', name: 'untitled-1', connections: 1 });
    expect(kept.get('rtemis.session')).toBe('s-1');
  });

  it('joins the only session when nobody is in it', async () => {
    sessions = [new FakeSession('s-1', 'alone')];
    first().tables = ['iris'];
    const { app } = open();
    await stage(app, 'session');
    expect(app.session?.tables.map((t) => t.name)).toEqual(['iris']);
  });

  it('lets the person choose when there are several', async () => {
    sessions = [new FakeSession('s-1', 'one'), new FakeSession('s-2', 'two')];
    const { app } = open();
    await stage(app, 'choose');
    expect(app.choices?.map((s) => s.name)).toEqual(['one', 'two']);
    await app.joinSession('s-2');
    expect([app.stage, app.session?.name, app.choices]).toEqual(['session', 'two', null]);
  });

  it('lets the person choose when somebody is in the only one', async () => {
    sessions = [new FakeSession('s-1', 'busy')];
    first().members.add({} as Peer);
    const { app } = open();
    await stage(app, 'choose');
    first().members.clear();
  });

  it('comes back to its session after a reload, with all that happened in it', async () => {
    sessions = [new FakeSession('s-1', 'mine'), new FakeSession('s-2', 'other')];
    first().jobs = [job('job-1', { status: 'complete' })];
    for (const { event, data } of goldenEvents('rules')) first().publish(event, data);
    const { app } = open({ 'rtemis.token': token, 'rtemis.session': 's-1' });
    await stage(app, 'session');
    expect(asked).toContain('join s-1 0');
    expect(app.session?.job('job-1')).toMatchObject({ status: 'complete' });
    expect(app.session?.job('job-1')?.progress.roots[0]?.status).toBe('done');
  });

  it('says so when its session is over, and goes on', async () => {
    const { app } = open({ 'rtemis.token': token, 'rtemis.session': 's-gone' });
    await stage(app, 'session');
    expect(app.notice).toEqual({ kind: 'session-gone' });
    expect(app.session?.id).toBe('s-1');
  });

  it('gets token and session from another tab', async () => {
    const { app: old } = open();
    await stage(old, 'session');
    const { app } = open({});
    await stage(app, 'session');
    expect(app.session?.id).toBe(old.session?.id);
    expect(sessions).toHaveLength(1);
  });

  it('waits for a token, and takes it from a tab that finds it', async () => {
    const { app: waiting } = open({});
    await eventually(() => expect(waiting.link.phase).toBe('needs-token'));
    expect(waiting.stage).toBe('connect');
    const { app } = open();
    await stage(app, 'session');
    await stage(waiting, 'session');
    expect(waiting.session?.id).toBe(app.session?.id);
  });

  it('asks for the token until the right one is entered', async () => {
    const { app, kept } = open({});
    await eventually(() => expect(app.link.phase).toBe('needs-token'));
    app.connect(' wrong ');
    await eventually(() => expect(app.link).toEqual({ phase: 'needs-token', why: 'wrong' }));
    app.connect(`  ${token}\n`);
    expect(app.stage).toBe('connect');
    await stage(app, 'session');
    expect(kept.get('rtemis.token')).toBe(token);
  });
});

describe('a connection that breaks', () => {
  it('misses nothing and takes nothing twice', async () => {
    const { app } = open();
    await stage(app, 'session');
    first().jobs = [job('job-1')];
    const events = goldenEvents('tuned-in-folds');
    const whole = app.session;
    events.forEach(({ event, data }, i) => {
      first().publish(event, data);
      if (i === 100) server.last.cut();
    });
    // Some of what is sent again was taken already.
    await rejoined(app, 1);
    first().jobs = [job('job-1', { status: 'complete' })];
    await eventually(() => expect(app.session?.job('job-1')?.status).toBe('complete'));
    const progress = app.session?.job('job-1')?.progress;
    expect(app.session).toBe(whole);
    expect(progress?.counters.map((c) => [c.current, c.total])).toEqual([[3, 3], [20, 20]]);
    const sentences = events.filter((e) => e.event === 'job.progress' && e.data.node_id === undefined);
    expect(progress?.log).toHaveLength(sentences.length - 1);
  });

  it('lets events go that come twice', async () => {
    const { app } = open();
    await stage(app, 'session');
    first().jobs = [job('job-1')];
    const say = (seq: number) => server.last.event('job.progress', { job_id: 'job-1', stage: null, message: `line ${seq}`, ts: '2026-01-01 00:00:00', level: 'info' }, seq);
    for (const seq of [1, 2, 2, 1, 3]) say(seq);
    await eventually(() => expect(app.session?.job('job-1')?.progress.log.map((l) => l.message)).toEqual(['line 1', 'line 2', 'line 3']));
  });

  it('asks for everything when events are gone for good', async () => {
    const { app } = open();
    await stage(app, 'session');
    first().jobs = [job('job-1')];
    first().publish('job.started', { job_id: 'job-1', started_at: '2026-01-01T00:00:00Z' });
    await eventually(() => expect(app.session?.jobs).toHaveLength(1));
    server.last.cut();
    first().members.clear();
    first().kept = 2;
    for (const { event, data } of goldenEvents('rules').slice(0, 30)) first().publish(event, data);
    first().jobs = [job('job-1', { status: 'failed', error: { code: 'engine_error', message: 'No.' } }), job('job-2')];
    first().tables = ['new'];
    await eventually(() => expect(app.session?.jobs.map((j) => j.status)).toEqual(['failed', 'running']));
    await eventually(() => expect(app.session?.tables.map((t) => t.name)).toEqual(['new']));
    expect(app.session?.job('job-1')?.error?.message).toBe('No.');
  });

  it('lets calls wait until the page is in its session again', async () => {
    const { app } = open();
    await stage(app, 'session');
    const held: (() => void)[] = [];
    server.script = (peer, request) => (request.method === 'session.join' ? void held.push(() => serve(peer, request)) : serve(peer, request));
    server.last.cut();
    await eventually(() => expect(held).toHaveLength(1));
    expect(app.stage).toBe('session');
    const before = asked.length;
    const call = app.api.call('session.info', {});
    expect(asked.slice(before)).not.toContain('session.info');
    held[0]?.();
    expect((await call).result.session_id).toBe('s-1');
  });

  it('says that the server was restarted and the session is gone', async () => {
    const { app } = open();
    await stage(app, 'session');
    first().tables = ['iris'];
    await app.refreshTables();
    restart();
    server.last.cut();
    await eventually(() => expect(app.notice).toEqual({ kind: 'restarted', sessionLost: true }));
    await stage(app, 'session');
    await eventually(() => expect(app.session?.tables).toEqual([]));
    app.dismissNotice();
    expect(app.notice).toBeNull();
  });
});

describe('two pages in one session', () => {
  it('stay in step', async () => {
    const { app: one } = open();
    await stage(one, 'session');
    const { app: two } = open();
    await stage(two, 'session');
    await one.renameSession('hearts');
    expect(one.session?.name).toBe('hearts');
    await eventually(() => expect(two.session?.name).toBe('hearts'));
    first().jobs = [job('job-1')];
    first().publish('session.changed', { session_id: first().id, changed: 'jobs' });
    await eventually(() => expect([one.session?.jobs.length, two.session?.jobs.length]).toEqual([1, 1]));
    first().publish('session.connection_left', { session_id: first().id, connection_id: 'x', n_connections: 7 });
    await eventually(() => expect(two.session?.connections).toBe(7));
  });

  it('know when the other one deletes it', async () => {
    const { app: one } = open();
    await stage(one, 'session');
    const { app: two } = open();
    await stage(two, 'session');
    await one.deleteSession();
    expect(one.notice).toBeNull();
    await eventually(() => expect(two.notice).toEqual({ kind: 'session-deleted', name: 'untitled-1' }));
  });
});

describe('the session', () => {
  it('has the job as soon as it is submitted, and the table as soon as it is there', async () => {
    const { app } = open();
    await stage(app, 'session');
    const { result } = await app.api.call('train', {});
    expect(app.session?.job(result.job_id)?.status).toBe('running');
    await app.api.call('data.upload.end', { upload_id: 'u' });
    expect(app.session?.table('data-iris')?.name).toBe('iris');
  });

  it('is left for the person to choose another', async () => {
    const { app, kept } = open();
    await stage(app, 'session');
    await app.leaveSession();
    expect([app.stage, app.choices?.map((s) => s.name)]).toEqual(['choose', ['untitled-1']]);
    expect(kept.has('rtemis.session')).toBe(false);
  });

  it('is kept when another can not be made', async () => {
    const { app } = open();
    await stage(app, 'session');
    const before = app.session;
    await expect(app.createSession('untitled-1')).rejects.toThrow('The name is taken.');
    expect(app.session).toBe(before);
    expect(first().members.size).toBe(1);
    await app.createSession('second');
    expect(app.session?.name).toBe('second');
  });

  it('is chosen anew when the server knows of no attachment', async () => {
    const { app } = open();
    await stage(app, 'session');
    where.clear();
    sessions = [];
    await expect(app.refreshTables()).rejects.toMatchObject({ code: 'not_attached' });
    await expect(app.renameSession('x')).rejects.toMatchObject({ code: 'not_attached' });
    await eventually(() => expect(app.notice?.kind).toBe('session-deleted'));
    await stage(app, 'session');
  });

  it('follows a job through its life', async () => {
    const { app } = open();
    await stage(app, 'session');
    first().jobs = [job('job-1', { status: 'queued', queue_position: 1 }), job('job-2')];
    first().publish('session.changed', { session_id: 's-1', changed: 'jobs' });
    await eventually(() => expect(app.session?.jobs.map((j) => j.status)).toEqual(['queued', 'running']));
    first().publish('job.started', { job_id: 'job-1', started_at: '2026-01-01T00:00:01Z' });
    const job1 = app.session?.job('job-1');
    await eventually(() => expect(job1?.summary).toMatchObject({ status: 'running', started_at: '2026-01-01T00:00:01Z' }));
    expect(job1?.summary.queue_position).toBeUndefined();
    for (const { event, data } of goldenEvents('tuned-in-folds').slice(0, 200)) first().publish(event, data);
    await eventually(() => expect(job1?.summary).toMatchObject({ stage: 'train', fraction: 0 }));
    first().jobs = [job('job-1', { status: 'cancelled' }), job('job-2', { status: 'failed', error: { code: 'x', message: 'Broke.' } })];
    first().publish('job.cancelled', { job_id: 'job-1' });
    first().publish('job.failed', { job_id: 'job-2', error: { code: 'x', message: 'Broke.' } });
    await eventually(() => expect(app.session?.jobs.map((j) => [j.status, j.isFinal, j.error?.message])).toEqual([['cancelled', true, undefined], ['failed', true, 'Broke.']]));
    // A list that was written before does not bring it back to life.
    job1?.update({ status: 'running' });
    expect(job1?.status).toBe('cancelled');
  });

  it('takes four thousand events at once without a long turn', async () => {
    let longest = 0;
    const { app } = open(undefined, (work) =>
      setTimeout(() => {
        const start = process.cpuUsage();
        work();
        const { user, system } = process.cpuUsage(start);
        longest = Math.max(longest, (user + system) / 1000);
      }, 1),
    );
    await stage(app, 'session');
    first().jobs = [job('job-1')];
    const events: ServerEvent[] = [];
    while (events.length < 4000) events.push(...goldenEvents('tuned-in-folds').slice(0, -1));
    for (const { event, data } of events) first().publish(event, data);
    first().publish('job.progress', { job_id: 'job-1', stage: null, message: 'the end', ts: '2026-01-01 00:00:00', level: 'info' });
    await eventually(() => expect(app.session?.job('job-1')?.progress.log.at(-1)?.message).toBe('the end'));
    expect(longest).toBeLessThan(50);
  });
});
