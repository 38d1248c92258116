import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watchdog } from '../../src/wire/watchdog';

let heard: number;
let asked: number;
let givenUp: number;
let dog: Watchdog;

beforeEach(() => {
  vi.useFakeTimers();
  heard = Date.now();
  asked = givenUp = 0;
  dog = new Watchdog(
    () => heard,
    () => asked++,
    () => {
      givenUp++;
      dog.stop();
    },
    { ask: 15_000, wait: 15_000 },
  );
});

afterEach(() => {
  dog.stop();
  vi.useRealTimers();
});

describe('the watch over a connection', () => {
  it('asks after fifteen silent seconds and gives up after fifteen more', () => {
    vi.advanceTimersByTime(14_000);
    expect(asked).toBe(0);
    vi.advanceTimersByTime(2000);
    expect([asked, givenUp]).toEqual([1, 0]);
    vi.advanceTimersByTime(13_000);
    expect([asked, givenUp]).toEqual([1, 0]);
    vi.advanceTimersByTime(2000);
    expect([asked, givenUp]).toEqual([1, 1]);
  });

  it('is content with any sign of life', () => {
    for (let i = 0; i < 20; i++) {
      vi.advanceTimersByTime(10_000);
      heard = Date.now();
    }
    expect([asked, givenUp]).toEqual([0, 0]);
  });

  it('is content with an answer, and asks again later', () => {
    vi.advanceTimersByTime(19_000);
    heard = Date.now();
    vi.advanceTimersByTime(20_000);
    expect([asked, givenUp]).toEqual([2, 0]);
  });

  it('asks first after a long sleep in which no timer ran', () => {
    vi.setSystemTime(Date.now() + 3_600_000);
    dog.check();
    expect([asked, givenUp]).toEqual([1, 0]);
  });

  it('does not ask on waking when something came just now', () => {
    dog.check();
    expect(asked).toBe(0);
  });
});
