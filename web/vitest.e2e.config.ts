import { defineConfig } from 'vitest/config';

// The browser tests: the built server, a real browser. Each file has its own of both, and no state in modules that another could see.
export default defineConfig({
  test: { include: ['e2e/**/*.test.ts'], environment: 'node', maxWorkers: 2, isolate: false, testTimeout: 120_000, hookTimeout: 120_000 },
});
