const msPerDay = 86_400_000;

/** A day, counted from 1970-01-01, as `YYYY-MM-DD`. */
export function isoDay(days: number): string {
  const date = new Date(days * msPerDay);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, date.toISOString().indexOf('T'));
}

/** A point in time, in microseconds from 1970-01-01, as `YYYY-MM-DDTHH:MM:SS` with as many decimals as it has; `Z` where it is in UTC. */
export function isoTime(microseconds: number, utc: boolean): string {
  const seconds = Math.floor(microseconds / 1e6);
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(microseconds);
  const rest = microseconds - seconds * 1e6;
  const decimals = rest === 0 ? '' : `.${String(Math.round(rest)).padStart(6, '0').replace(/0+$/, '')}`;
  return date.toISOString().replace(/\.\d+Z$/, '') + decimals + (utc ? 'Z' : '');
}
