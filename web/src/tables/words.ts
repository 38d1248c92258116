import type { ColumnType } from '../wire/messages';

const whole = new Intl.NumberFormat('en');

const typeLabels: Record<ColumnType, string> = {
  factor: 'Categories',
  logical: 'True or false',
  integer: 'Whole numbers',
  double: 'Numbers',
  date: 'Dates',
  datetime: 'Dates and times',
};

export function typeLabel(type: ColumnType): string {
  return typeLabels[type];
}

/** A count with separators. */
export function count(value: number): string {
  return whole.format(value);
}

/** `1 row`, `1,200 rows`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A number with four significant digits. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(4)));
}

/** A share as a percentage; what is not nothing is not shown as nothing. */
export function percent(part: number, all: number): string {
  if (all === 0 || part === 0) return '0%';
  const share = (100 * part) / all;
  return share < 0.1 ? '<0.1%' : `${share < 10 ? share.toFixed(1) : Math.round(share)}%`;
}

/** Bytes in the unit that suits them. */
export function bytes(value: number): string {
  if (value < 1 << 20) return `${Math.ceil(value / 1024)} KiB`;
  return value < 2 ** 30 ? `${(value / 2 ** 20).toFixed(1)} MiB` : `${(value / 2 ** 30).toFixed(2)} GiB`;
}
