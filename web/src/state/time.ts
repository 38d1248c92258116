/** Milliseconds of the epoch of `2026-01-31 23:59:59`, which is the server's local time and so the page's: both are on one machine. */
export function timeOf(ts: string): number {
  const time = Date.parse(ts.replace(' ', 'T'));
  return Number.isNaN(time) ? Date.now() : time;
}
