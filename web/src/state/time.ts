/** Milliseconds of the epoch of `2026-01-31 23:59:59`, which is the server's local time and so the page's: both are on one machine. */
export function timeOf(ts: string): number {
  const time = Date.parse(ts.replace(' ', 'T'));
  return Number.isNaN(time) ? Date.now() : time;
}

const steps = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** How long ago a moment (ISO 8601) was, such as "3 minutes ago". */
export function agoText(iso: string, now = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  for (const [unit, size] of steps) if (seconds >= size) return relative.format(-Math.floor(seconds / size), unit);
  return 'just now';
}

/** A length of time with its two largest units, such as "2 h 5 min". */
export function durationText(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  const first = parts.findIndex(([n]) => n > 0);
  const shown = first < 0 ? parts.slice(-1) : parts.slice(first, first + 2);
  return shown.map(([n, unit]) => `${n} ${unit}`).join(' ');
}
