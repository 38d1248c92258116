import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { expectQuiet, launchBrowser, watchedContext } from './browser';
import { startHeading, startTraining, useSample } from './person';
import { startServer, type RunningServer } from './server';

const kib = 1024;

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

/** Every file that the page may ever load, with its compressed size: what the first file names, what those name, and so on. */
async function wholePage(): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (sizes.has(path)) continue;
    const answer = await fetch(`${server.origin}/${path}`);
    if (!answer.ok) throw new Error(`${path} is named by the page, but the server says ${answer.status}.`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    sizes.set(path, gzipSync(bytes, { level: 9 }).length);
    for (const [name] of bytes.toString('latin1').matchAll(/[\w.-]+-[\w-]{8}\.(?:js|css|svg|wasm|woff2)\b/g)) waiting.push(`assets/${name}`);
  }
  return sizes;
}

test('the whole page has less than 700 KiB, compressed', async () => {
  const sizes = await wholePage();
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const largest = [...sizes].toSorted((a, b) => b[1] - a[1]).slice(0, 8);
  console.log(`The page: ${Math.round(total / kib)} KiB in ${sizes.size} files; ${largest.map(([name, size]) => `${name} ${Math.round(size / kib)}`).join(', ')}`);
  expect([...sizes.keys()].filter((name) => name.includes('worker')).length).toBe(1);
  expect(sizes.size).toBeGreaterThan(10);
  expect(total).toBeLessThan(700 * kib);
});

test('the first view needs less than 150 KiB of the wire, what is heavy comes when it is used', async () => {
  const watched = await watchedContext(browser);
  const page = await watched.context.newPage();
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  // Bytes on the wire: headers and the compressed body.
  const bodies = new Map<string, number>();
  const names = new Map<string, string>();
  client.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, response.url));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bodies.set(requestId, encodedDataLength));
  await page.goto(server.link);
  await startHeading(page).waitFor();
  await page.waitForLoadState('networkidle');
  const loaded = [...bodies].map(([id, size]) => `${(names.get(id) ?? '').replace(server.origin, '')} ${(size / kib).toFixed(1)}`);
  const first = [...bodies.values()].reduce((a, b) => a + b, 0);
  console.log(`The first view: ${(first / kib).toFixed(1)} KiB: ${loaded.join(', ')}`);
  expect(first).toBeGreaterThan(20 * kib);
  expect(first).toBeLessThan(150 * kib);
  const before = new Set(watched.requests);
  await useSample(page, 'iris');
  await startTraining(page, { validation: 'None' });
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  await page.getByRole('tab', { name: 'ROC' }).click();
  await page.getByRole('tabpanel').locator('canvas').first().waitFor();
  expect(watched.requests.filter((address) => address.endsWith('.js') && !before.has(address)).length).toBeGreaterThan(1);
  expectQuiet(watched, server.port);
  await watched.context.close();
});
