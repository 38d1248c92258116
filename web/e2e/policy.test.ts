import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { expectQuiet, launchBrowser, watchedContext } from './browser';
import { tabsOf, useTab } from './figures';
import { startHeading, startTraining, useSample } from './person';
import { startServer, type RunningServer } from './server';
import { violationsOf, watchPolicy } from './violations';

let server: RunningServer;
let browser: Browser;
let foreign: Server;
/** What another host was asked for. */
const asked: string[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  foreign = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*').end();
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  foreign?.close();
});

test('a whole first result, with every tab, breaks the policy nowhere', { timeout: 180_000 }, async () => {
  const watched = await watchedContext(browser, { acceptDownloads: true });
  const page = await watched.context.newPage();
  await watchPolicy(page);
  await page.goto(server.link);
  await startHeading(page).waitFor();
  await useSample(page, 'iris');
  await startTraining(page, { resamples: 3 });
  await page.getByRole('tab', { name: 'Overview', exact: true }).waitFor();
  for (const tab of await tabsOf(page)) await useTab(page, tab);
  expect(await violationsOf(page)).toEqual([]);
  expectQuiet(watched, server.port);
  await watched.context.close();
});

interface Attempt {
  /** The directive that must have stopped it. */
  directive: string;
  /** Runs in the page; `ran('name')` is what a script that got through would call. */
  attempt: (to: string) => void;
}

// A later task: what the debugger itself calls may use eval whatever the policy says.
const attempts: Record<string, Attempt> = {
  'an inline script': {
    directive: 'script-src-elem',
    attempt: () => document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' })),
  },
  'an inline handler': {
    directive: 'script-src-attr',
    attempt: () => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">'),
  },
  'a javascript: address': {
    directive: 'script-src-elem',
    attempt: () => Object.assign(document.createElement('a'), { href: 'javascript:window.ran = true' }).click(),
  },
  eval: { directive: 'script-src', attempt: () => setTimeout(() => (0, eval)('window.ran = true')) },
  'a function out of text': { directive: 'script-src', attempt: () => setTimeout(() => new Function('window.ran = true')()) },
  'a script of another host': {
    directive: 'script-src-elem',
    attempt: (to) => document.body.append(Object.assign(document.createElement('script'), { src: `${to}/script.js` })),
  },
  'an inline style sheet': {
    directive: 'style-src-elem',
    attempt: () => document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' })),
  },
  'a picture of another host': { directive: 'img-src', attempt: (to) => void (new Image().src = `${to}/picture.png`) },
  'a request to another host': { directive: 'connect-src', attempt: (to) => void fetch(`${to}/fetch`).catch(() => undefined) },
  'a beacon to another host': { directive: 'connect-src', attempt: (to) => void navigator.sendBeacon(`${to}/beacon`, 'data') },
  'a socket to another host': { directive: 'connect-src', attempt: (to) => void new WebSocket(to.replace('http', 'ws')) },
  'a frame of another host': {
    directive: 'frame-src',
    attempt: (to) => document.body.append(Object.assign(document.createElement('iframe'), { src: `${to}/frame` })),
  },
  'a form that is sent to another host': {
    directive: 'form-action',
    attempt: (to) => {
      const form = Object.assign(document.createElement('form'), { action: `${to}/form`, method: 'post' });
      document.body.append(form);
      form.submit();
    },
  },
  'another base for addresses': {
    directive: 'base-uri',
    attempt: (to) => document.head.append(Object.assign(document.createElement('base'), { href: to })),
  },
  'a worker out of text': {
    directive: 'worker-src',
    attempt: () => void new Worker(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }))),
  },
};

test.each(Object.entries(attempts))('%s is stopped by the policy', async (_, { directive, attempt }) => {
  const { context } = await watchedContext(browser);
  const page = await context.newPage();
  await watchPolicy(page);
  await page.goto(server.origin);
  await page.getByRole('heading').first().waitFor();
  const before = page.url();
  await page.evaluate(attempt, `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`);
  await expect.poll(() => violationsOf(page)).toContain(directive);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(page.url()).toBe(before);
  expect(asked).toEqual([]);
  await context.close();
});
