import { describe, expect, it } from 'vitest';
import { keptLines, Progress, type ProgressNode } from '../../src/state/progress.svelte';
import type { ProgressData } from '../../src/wire/messages';
import { goldenEvents } from './golden';

function progressOf(events: ReturnType<typeof goldenEvents>): Progress {
  const progress = new Progress();
  for (const event of events) if (event.event === 'job.progress') progress.take(event.data);
  progress.settle();
  return progress;
}

function all(nodes: ProgressNode[]): ProgressNode[] {
  return nodes.flatMap((n) => [n, ...all(n.children)]);
}

function say(message: string, level: ProgressData['level'] = 'info'): ProgressData {
  return { job_id: 'job-1', stage: null, message, ts: '2026-01-01 12:00:00', level };
}

function step(id: string, status: 'start' | 'done', parent: string | null = null): ProgressData {
  return { ...say(id), session_id: 'run', node_id: id, parent_id: parent, kind: 'train', label: null, status };
}

describe('a tuned model in three folds', () => {
  const progress = progressOf(goldenEvents('tuned-in-folds'));
  const [root] = progress.roots;

  it('is one tree', () => {
    expect(progress.roots.map((n) => [n.kind, n.label, n.status])).toEqual([['train', 'CART Classification', 'done']]);
    const folds = root?.children.filter((n) => n.kind === 'outer_fold') ?? [];
    expect(folds.map((n) => n.label)).toEqual(['1/3', '2/3', '3/3']);
    expect(folds.map((n) => n.children.map((c) => c.kind))).toEqual(Array(3).fill(['tune', 'train_alg', 'predict', 'varimp', 'metrics']));
  });

  it('has the models that were tried below the tuning that tried them, twenty a fold', () => {
    const tunings = all(progress.roots).filter((n) => n.kind === 'tune');
    expect(tunings.map((n) => n.children.filter((c) => c.kind === 'train').length)).toEqual([20, 20, 20]);
    expect(tunings.map((n) => [n.current, n.total])).toEqual(Array(3).fill([20, 20]));
  });

  it('has every step that was told, ended', () => {
    const told = new Set(
      goldenEvents('tuned-in-folds').flatMap((e) =>
        e.event === 'job.progress' && e.data.node_id && e.data.level !== 'progress' ? [`${e.data.session_id} ${e.data.node_id}`] : [],
      ),
    );
    const steps = all(progress.roots);
    expect(steps).toHaveLength(told.size);
    expect(new Set(steps.map((n) => n.id)).size).toBe(told.size);
    expect(steps.every((n) => n.status === 'done' && n.endedAt !== null && n.endedAt >= n.startedAt)).toBe(true);
  });

  it('has the folds counted, and the last tuning', () => {
    expect(progress.counters.map(({ kind, label, current, total }) => ({ kind, label, current, total }))).toEqual([
      { kind: 'outer_resampling', label: 'Outer resamples', current: 3, total: 3 },
      { kind: 'tune', label: 'Tuning', current: 20, total: 20 },
    ]);
    expect([root?.current, root?.total]).toEqual([3, 3]);
  });

  it('has its sentences in order, a short step with its end in one', () => {
    expect(progress.log[0]).toMatchObject({ message: 'Checking data is ready for training... done', level: 'done' });
    expect(progress.log.at(-1)?.message).toBe('Done in 8.37 seconds.');
    expect(progress.log.some((l) => l.message.startsWith('outer_fold'))).toBe(false);
  });

  it('is half done after half its events', () => {
    const events = goldenEvents('tuned-in-folds');
    const half = progressOf(events.slice(0, events.length / 2));
    expect(half.counters.find((c) => c.kind === 'outer_resampling')).toMatchObject({ current: 1, total: 3 });
    const running = all(half.roots).filter((n) => n.status === 'running');
    expect(running.slice(0, 3).map((n) => [n.kind, n.label])).toEqual([
      ['train', 'CART Classification'],
      ['outer_fold', '2/3'],
      ['tune', null],
    ]);
  });
});

describe('progress', () => {
  it('tells which steps failed, and in which step of theirs', () => {
    const failed = all(progressOf(goldenEvents('steps-that-fail')).roots).filter((n) => n.status === 'error');
    expect(failed.filter((n) => n.kind === 'outer_fold').map((n) => n.label)).toEqual(['1/4', '4/4']);
    expect(failed.filter((n) => n.kind !== 'outer_fold').map((n) => n.kind)).toEqual(['predict']);
  });

  it('leaves no step running when the job has ended', () => {
    const events = goldenEvents('rules');
    for (const [well, status] of [[true, 'done'], [false, 'error']] as const) {
      const progress = progressOf(events.slice(0, 40));
      const open = all(progress.roots).filter((n) => n.status === 'running');
      expect(open.length).toBeGreaterThan(0);
      progress.end(well);
      expect(open.every((n) => n.status === status && n.endedAt !== null)).toBe(true);
    }
  });

  it('shows a step whose beginning was lost', () => {
    const progress = new Progress();
    progress.take(step('n7', 'done', 'n3'));
    expect(progress.roots.map((n) => [n.id, n.status])).toEqual([['n7', 'done']]);
  });

  it('ends the steps within a step with it: not every end is told', () => {
    const progress = new Progress();
    progress.take(step('n1', 'start'));
    progress.take(step('n2', 'start', 'n1'));
    progress.take(step('n3', 'start', 'n2'));
    progress.take(step('n1', 'done'));
    expect(all(progress.roots).map((n) => n.status)).toEqual(['done', 'done', 'done']);
  });

  it('joins an end to its beginning also when it comes later', () => {
    const progress = new Progress();
    progress.take(say('Looking...', 'start'));
    progress.settle();
    progress.take(say('done', 'done'));
    progress.take(say('done', 'done'));
    progress.settle();
    expect(progress.log.map((l) => l.message)).toEqual(['Looking... done', 'done']);
  });

  it('keeps the latest sentences only', () => {
    const progress = new Progress();
    for (let i = 0; i < 3 * keptLines; i++) {
      progress.take(say(`line ${i}`));
      if (i % 700 === 0) progress.settle();
    }
    progress.settle();
    expect(progress.log).toHaveLength(keptLines);
    expect(progress.log[0]?.message).toBe(`line ${2 * keptLines}`);
    expect(progress.log.at(-1)?.message).toBe(`line ${3 * keptLines - 1}`);
  });

  it('counts side by side what runs side by side, and forgets what has ended for the next of its kind', () => {
    const progress = new Progress();
    const count = (id: string, current: number): ProgressData => ({ ...say(`Tuning ${current}/2`, 'progress'), node_id: id, parent_id: null, kind: 'tune', status: 'update', current, total: 2 });
    for (const [id, current] of [['a', 0], ['b', 0], ['a', 2], ['c', 0]] as const) progress.take(count(id, current));
    expect(progress.counters.map((c) => [c.id, c.current])).toEqual([['b', 0], ['c', 0]]);
  });
});

describe('a job that begins again after a restart of the server', () => {
  it('shows the steps and counters of the new run only, and all that was said', () => {
    const progress = progressOf(goldenEvents('tuned-in-folds'));
    progress.take(say('The server was restarted. The job starts again.'));
    progress.begin();
    expect(progress.counters).toEqual([]);
    progress.take(step('root', 'start'));
    progress.take(step('inner', 'start', 'root'));
    progress.settle();
    expect(progress.roots.map((n) => [n.kind, n.status, n.children.length])).toEqual([['train', 'running', 1]]);
    expect(progress.log.at(-1)?.message).toBe('The server was restarted. The job starts again.');
  });
});
