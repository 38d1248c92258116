import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  base: './',
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    assetsDir: 'assets',
    // The Content-Security-Policy allows files only: nothing may be inlined as a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Charts are one lazily loaded file above the usual limit; the budgets are held by a test.
    chunkSizeWarningLimit: 1500,
  },
});
