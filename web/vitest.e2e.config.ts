import { defineConfig } from 'vitest/config';

// The browser tests: the built server, a real browser. One file at a time, since they share the machine with the daemons and with other tests. Each file
// has its own server and browser, and no state in modules that another could see.
export default defineConfig({
  test: { include: ['e2e/**/*.test.ts'], environment: 'node', fileParallelism: false, isolate: false, testTimeout: 120_000, hookTimeout: 120_000 },
});
