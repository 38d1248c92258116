import type { Page } from 'playwright-core';

/** What the page's main thread did while something went on. */
export interface MainThread {
  /** How many tasks it had. */
  tasks: number;
  /** The processor time of its longest tasks, in milliseconds, the longest first. */
  longest: number[];
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Processor time of the thread, in microseconds. */
  tdur?: number;
  args: { name?: string };
}

/** Traces the page while something goes on. A task's processor time is what the page itself takes: unlike a clock, it leaves out what other programs of the machine do meanwhile. */
export async function watchMainThread(page: Page, during: () => Promise<unknown>): Promise<MainThread> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser of its own to trace.');
  await browser.startTracing(page, { categories: ['toplevel'] });
  let trace: Buffer;
  try {
    await during();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(traceEvents.filter((e) => e.ph === 'M' && e.name === 'thread_name' && e.args.name === 'CrRendererMain').map(thread));
  const times = traceEvents.flatMap((e) => (e.name.endsWith('RunTask') && e.tdur !== undefined && main.has(thread(e)) ? [e.tdur / 1000] : []));
  if (times.length === 0) throw new Error('The browser traced no task of the page.');
  return { tasks: times.length, longest: times.toSorted((a, b) => b - a).slice(0, 5).map(Math.round) };
}
