const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** A duration in milliseconds as people say it: "850 ms", "4.2 s", "3 min 5 s", "2 h 10 min". */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) return '';
  if (ms < 1) return ms === 0 ? '0 ms' : `${Number(ms.toPrecision(2))} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 9.95 * second) return `${(ms / second).toFixed(1)} s`;
  if (ms < minute - second / 2) return `${Math.round(ms / second)} s`;
  if (ms < hour - second / 2) return parts(ms, minute, 'min', second, 's');
  return parts(ms, hour, 'h', minute, 'min');
}

/** A duration that is running: whole seconds, so that only the last digit moves. */
export function formatElapsed(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / second));
  return whole < 60 ? `${whole} s` : formatDuration(whole * second);
}

/** An estimate, no more exact than it can be: "about 20 s", "about 4 min". */
export function formatEstimate(ms: number): string {
  if (ms < 5 * second) return 'a few seconds';
  if (ms < minute) return `about ${Math.ceil(ms / (5 * second)) * 5} s`;
  if (ms < hour) return `about ${Math.ceil(ms / minute)} min`;
  return `about ${parts(Math.ceil(ms / (10 * minute)) * 10 * minute, hour, 'h', minute, 'min')}`;
}

/** Milliseconds between two times of the wire, or null when one is missing. */
export function between(from: string | null, to: string | null): number | null {
  if (!from || !to) return null;
  const ms = Date.parse(to) - Date.parse(from);
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function parts(ms: number, large: number, largeName: string, small: number, smallName: string): string {
  const all = Math.round(ms / small);
  const per = large / small;
  const rest = all % per;
  return `${Math.floor(all / per)} ${largeName}${rest ? ` ${rest} ${smallName}` : ''}`;
}
