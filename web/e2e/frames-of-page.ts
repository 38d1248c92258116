import type { Page } from 'playwright-core';

/** What the page's own clock saw while something went on, in milliseconds. */
export interface Smoothness {
  /** The longest time between two frames. */
  longestGap: number;
  frames: number;
  /** The browser's own long tasks: over 50 ms on the main thread. */
  longTasks: number[];
}

interface Meter {
  gaps: number[];
  tasks: number[];
  running: boolean;
}

declare global {
  interface Window {
    meter: Meter;
  }
}

/** Starts to listen to the page's frames and long tasks. */
export function startMeter(page: Page): Promise<void> {
  return page.evaluate(() => {
    const meter: Meter = { gaps: [], tasks: [], running: true };
    window.meter = meter;
    new PerformanceObserver((list) => meter.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
    let before = performance.now();
    const beat = () => {
      const now = performance.now();
      meter.gaps.push(now - before);
      before = now;
      if (meter.running) requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  });
}

/** Stops and tells what was seen since the start. */
export async function readMeter(page: Page): Promise<Smoothness> {
  return page.evaluate(
    () =>
      // The observer tells of a task after the frame in which it was.
      new Promise<Smoothness>((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(() => {
            const { meter } = window;
            meter.running = false;
            resolve({ longestGap: Math.round(Math.max(0, ...meter.gaps)), frames: meter.gaps.length, longTasks: meter.tasks.map(Math.round) });
          }),
        ),
      ),
  );
}
