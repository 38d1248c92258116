import { formatNumber } from '../format/numbers';
import type { Split } from './metrics';

const labels: Record<Split, string> = { test: 'Test', validation: 'Validation', training: 'Training' };

export function splitLabel(split: Split): string {
  return labels[split];
}

/** A number where it is large on the page: three significant digits, unless it is told otherwise. */
export function shortNumber(value: number, digits = 3): string {
  return formatNumber(Number.isInteger(value) ? value : Number(value.toPrecision(digits)));
}
