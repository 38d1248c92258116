import { describe, expect, it } from 'vitest';
import { Estimator, position } from '../../src/jobs/estimate';
import type { Counter } from '../../src/state/progress.svelte';

const counter = (kind: string, current: number, total: number): Counter => ({ id: kind, kind, label: null, current, total });
const units = (done: number, total: number) => ({ done, total, units: done });

describe('the position of a run', () => {
  it('is unknown where nothing is counted', () => {
    expect(position([])).toBeNull();
    expect(position([counter('outer_resampling', 0, 0)])).toBeNull();
  });

  it('adds the part that the inner counter has come to', () => {
    expect(position([counter('outer_resampling', 3, 10), counter('tune', 12, 40)])).toEqual({ done: 3.3, total: 10, units: 132 });
  });

  it('lets an inner counter at its end go: it may be of the fold before', () => {
    expect(position([counter('outer_resampling', 3, 10), counter('tune', 40, 40)])).toEqual({ done: 3, total: 10, units: 3 });
  });

  it('never passes the end', () => {
    expect(position([counter('outer_resampling', 10, 10), counter('tune', 39, 40)])?.done).toBe(10);
  });
});

describe('an estimate', () => {
  it('is not given before two units are done, however long they take', () => {
    const estimator = new Estimator(0);
    estimator.observe(units(1, 10), 60_000);
    expect(estimator.remaining(90_000)).toBeNull();
  });

  it('is not given before three seconds, however fast the units are', () => {
    const estimator = new Estimator(0);
    estimator.observe(units(50, 100), 1000);
    expect(estimator.remaining(2999)).toBeNull();
    expect(estimator.remaining(3000)).not.toBeNull();
  });

  it('is what is left at the rate so far', () => {
    const estimator = new Estimator(1000);
    estimator.observe(units(4, 10), 9000);
    expect(estimator.remaining(9000)).toBe(12_000);
  });

  it('shrinks with the time while a unit runs, but leaves it a tenth when it is late', () => {
    const estimator = new Estimator(0);
    estimator.observe(units(9, 10), 9000);
    expect(estimator.remaining(9500)).toBe(500);
    expect(estimator.remaining(60_000)).toBe(100);
  });

  it('is nothing when all units are done', () => {
    const estimator = new Estimator(0);
    estimator.observe(units(10, 10), 5000);
    expect(estimator.remaining(5000)).toBe(0);
  });

  it('never lets the fraction go back while the same is counted', () => {
    const estimator = new Estimator(0);
    estimator.observe({ done: 3.9, total: 10, units: 156 }, 5000);
    estimator.observe(units(3, 10), 6000);
    expect(estimator.fraction).toBe(0.39);
    estimator.observe(units(4, 10), 7000);
    expect(estimator.fraction).toBe(0.4);
  });

  it('begins anew with another total', () => {
    const estimator = new Estimator(0);
    estimator.observe(units(5, 10), 5000);
    estimator.observe(units(1, 60), 6000);
    expect(estimator.fraction).toBeCloseTo(1 / 60);
    expect(estimator.remaining(6000)).toBeNull();
  });
});
