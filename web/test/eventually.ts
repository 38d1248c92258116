import { vi } from 'vitest';

/** Waits until what is said holds; long enough for a machine that is busy with other things. */
export function eventually(claim: () => void): Promise<void> {
  return vi.waitFor(claim, { timeout: 15_000, interval: 5 });
}
