/** A number with four significant digits, as a cell shows it; the full value belongs in the title. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return String(value).replace('-', '−');
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-4 || size >= 1e9) ? value.toExponential(3) : String(Number(value.toPrecision(4)));
  return text.replace(/-/g, '−');
}

/** A size in bytes as people say it. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${Number((bytes / 2 ** (10 * power)).toPrecision(3))} ${units[power]}`;
}

/** `0.7 ± 0.1`, or a dash. */
export function withSpread(mean: number | null, sd: number | null): string {
  if (mean === null) return '–';
  return sd === null ? formatNumber(mean) : `${formatNumber(mean)} ± ${formatNumber(sd)}`;
}
