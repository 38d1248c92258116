import { defineConfig } from 'vitest/config';

// The browser tests: the built server, a real browser. Two files at a time: a page mostly waits, but more would fight for the processors with the daemons.
export default defineConfig({
  test: { include: ['e2e/**/*.test.ts'], environment: 'node', maxWorkers: 2, testTimeout: 60_000, hookTimeout: 60_000 },
});
