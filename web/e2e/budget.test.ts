import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext } from './browser';
import { startHeading } from './person';
import { startServer, type RunningServer } from './server';

const kilobyte = 1024;
const built = fileURLToPath(new URL('../../artifacts/obj/Rtemis.Server/page/dist/', import.meta.url));

let server: RunningServer;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('the page is small', () => {
  it('all of it is under 700 KB, packed', () => {
    const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(html|js|css|svg|csv)$/.test(file));
    const sizes = files.map((file) => gzipSync(readFileSync(built + file), { level: 9 }).byteLength);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`all of the page: ${(all / kilobyte).toFixed(0)} KB in ${files.length} files`);
    expect(files.length).toBeGreaterThan(5);
    expect(all).toBeLessThan(700 * kilobyte);
  });

  it('the first view needs less than 150 KB of it', async () => {
    const { context } = await watchedContext(browser);
    const page = await context.newPage();
    await page.goto(server.link);
    await startHeading(page).waitFor();
    const loaded = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => ({
        name: entry.name,
        bytes: (entry as PerformanceResourceTiming).encodedBodySize,
      })),
    );
    const sum = loaded.reduce((bytes, entry) => bytes + entry.bytes, 0);
    console.log(`the first view: ${(sum / kilobyte).toFixed(0)} KB: ${loaded.map((e) => `${e.name.split('/').pop() || '/'} ${e.bytes}`).join(', ')}`);
    expect(sum).toBeGreaterThan(20 * kilobyte);
    expect(sum).toBeLessThan(150 * kilobyte);
    await context.close();
  });
});
