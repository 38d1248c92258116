import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, watchedContext } from './browser';
import { startServer, type RunningServer } from './server';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test.each(['127.0.0.1', 'localhost'])('the page at %s runs under its policy without a complaint and reaches the socket', async (host) => {
  const { context, complaints } = await watchedContext(browser);
  const page = await context.newPage();
  await page.goto(`http://${host}:${server.port}/`);
  const outcome = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/`);
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      }),
  );
  expect(outcome).toBe('open');
  expect(complaints).toEqual([]);
  await context.close();
});
