import type { Split } from './metrics';

const labels: Record<Split, string> = { test: 'Test', validation: 'Validation', training: 'Training' };

export function splitLabel(split: Split): string {
  return labels[split];
}
