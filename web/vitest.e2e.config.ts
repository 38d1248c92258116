import { defineConfig } from 'vitest/config';

// The browser tests: the built server, a real browser. One file at a time: they share the machine with the daemons.
export default defineConfig({
  test: { include: ['e2e/**/*.test.ts'], environment: 'node', fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
});
