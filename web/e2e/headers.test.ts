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

test('the policy stops what the page did not bring', async () => {
  const { context, complaints } = await watchedContext(browser);
  const page = await context.newPage();
  await page.goto(`${server.origin}/`);
  const reached = await page.evaluate(async (port) => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    const foreign = await fetch(`http://localhost:${port + 1}/`).then(
      () => 'answered',
      () => 'refused',
    );
    return { injected: 'injected' in window, foreign };
  }, server.port);
  expect(reached).toEqual({ injected: false, foreign: 'refused' });
  for (const directive of ['script-src', 'connect-src']) expect(complaints.some((c) => c.includes(directive))).toBe(true);
  await context.close();
});
