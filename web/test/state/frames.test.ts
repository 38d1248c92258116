import { describe, expect, it } from 'vitest';
import { FrameQueue } from '../../src/state/frames';

/** Turns that a test takes itself. */
function turns() {
  const waiting: (() => void)[] = [];
  return { later: (work: () => void) => void waiting.push(work), waiting, next: () => waiting.shift()?.() };
}

function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('work that is done by frames', () => {
  it('is done in one turn when it is short, in order, and not before', () => {
    const { later, waiting, next } = turns();
    const queue = new FrameQueue(later);
    const done: number[] = [];
    for (let i = 0; i < 100; i++) queue.add(() => done.push(i));
    expect([done.length, waiting.length]).toEqual([0, 1]);
    next();
    expect(done).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(waiting).toHaveLength(0);
  });

  it('is spread over turns when it is long', () => {
    const { later, waiting, next } = turns();
    const queue = new FrameQueue(later);
    let done = 0;
    for (let i = 0; i < 20; i++) queue.add(() => (busy(2), done++));
    let turnsTaken = 0;
    while (waiting.length > 0) {
      const before = done;
      next();
      turnsTaken++;
      expect(done - before).toBeLessThanOrEqual(4);
    }
    expect(done).toBe(20);
    expect(turnsTaken).toBeGreaterThanOrEqual(5);
  });

  it('goes on after a piece that fails', () => {
    const { later, next } = turns();
    const queue = new FrameQueue(later);
    let done = false;
    queue.add(() => {
      throw new Error('one');
    });
    queue.add(() => (done = true));
    expect(() => next()).toThrow('one');
    next();
    expect(done).toBe(true);
  });

  it('ends each turn with what is to come after it', () => {
    const { later, next } = turns();
    const queue = new FrameQueue(later);
    const done: string[] = [];
    queue.add(() => queue.atEndOfTurn(() => done.push('after')));
    queue.add(() => done.push('work'));
    next();
    expect(done).toEqual(['work', 'after']);
  });
});
