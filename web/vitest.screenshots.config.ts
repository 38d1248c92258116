import { defineConfig } from 'vitest/config';

// Takes the pictures of docs/page.md. Not a test: `npm run screenshots` after `dotnet build`.
export default defineConfig({
  test: { include: ['screenshots/*.ts'], environment: 'node', testTimeout: 120_000, hookTimeout: 60_000 },
});
