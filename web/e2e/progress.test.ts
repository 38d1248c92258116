import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { expectQuiet, forgetFailedConnections, launchBrowser, watchedContext, type Watched } from './browser';
import { connectByToken, fillTraining, longTraining, openOwnSession, startHeading, startTraining, submitButton, useSample, type Training } from './person';
import { startServer, type RunningServer } from './server';

let browser: Browser;
let server: RunningServer;
let watched: Watched;
let page: Page;
let session: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  watched = await watchedContext(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  page = await watched.context.newPage();
  session = await openOwnSession(page, server);
});

afterEach(() => watched.context.close());

const counter = (of: number) => page.getByRole('article').getByText(new RegExp(`^Outer resamples: \\d+ of ${of}$`));

async function counted(of: number): Promise<number> {
  return Number(/\d+/.exec((await counter(of).textContent()) ?? '')?.[0]);
}

/** Ends as soon as the counter is beyond this number. */
async function beyond(of: number, done: number): Promise<void> {
  await expect.poll(() => counted(of), { timeout: 30_000 }).toBeGreaterThan(done);
}

test('a long job shows its nested progress, and a reload in the middle loses nothing', { timeout: 180_000 }, async () => {
  const training: Training = { algorithm: 'CART', validation: 'Bootstrap', resamples: 500 };
  await useSample(page, 'patients');
  await startTraining(page, training);
  await beyond(500, 3);
  const tree = page.getByRole('tree', { name: 'Steps of the run' });
  await tree.getByRole('treeitem', { name: /^Outer fold ?\d+\/500/ }).first().waitFor();
  await page.getByRole('progressbar', { name: 'Outer resamples' }).waitFor();
  await page.getByRole('navigation').getByRole('progressbar', { name: 'Progress of CART' }).waitFor();
  const before = await counted(500);
  await page.reload();
  await counter(500).waitFor();
  expect(await counted(500)).toBeGreaterThanOrEqual(before);
  await beyond(500, before);
  await page.getByRole('tab', { name: 'Progress log' }).click({ timeout: 120_000 });
  // Every step is there though the page came anew in their midst.
  await tree.focus();
  await page.keyboard.press('Home');
  await tree.getByRole('treeitem').first().waitFor();
  await page.getByRole('button', { name: 'Copy the log' }).click();
  const log = await page.evaluate(() => navigator.clipboard.readText());
  expect(log).toContain('Training CART Classification using 500 bootstrap resamples');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('tabpanel').getByText(/^[\d,]+ steps in /).waitFor();
  // Charts of many fits may be left while they are being drawn.
  for (const tab of ['Overview', 'Importance', 'Overview', 'Importance']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.getByRole('tabpanel', { name: tab, exact: true }).locator('canvas').first().waitFor();
    await page.getByRole('tab', { name: 'Record' }).click();
  }
  expectQuiet(watched, server.port);
});

test('the counter and the tree come by themselves, in a page that only looks on', { timeout: 120_000 }, async () => {
  await useSample(page, 'patients');
  await startTraining(page, longTraining);
  await beyond(2000, 2);
  const fits = page.getByRole('tree').getByRole('treeitem', { name: /^Fit ?CART/ });
  await fits.first().waitFor();
  expect(await fits.first().getAttribute('aria-level')).toBe('3');
  await page.getByText('Log', { exact: true }).click();
  await page.getByRole('log', { name: 'Log of the run' }).getByText('bootstrap resamples').first().waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('region', { name: 'Cancelled' }).waitFor();
  expectQuiet(watched, server.port);
});

test('cancelling ends as cancelled, and stays so over a reload', { timeout: 120_000 }, async () => {
  await useSample(page, 'patients');
  await startTraining(page, longTraining);
  await counter(2000).waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('heading', { name: 'The job was cancelled while it ran' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: /^CART Cancelled/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'The job was cancelled while it ran' }).waitFor();
  await page.getByRole('button', { name: 'Change and run again' }).click();
  await page.getByText('As an earlier job had it.').waitFor();
  await expect.poll(() => page.getByLabel('Number of resamples', { exact: true }).inputValue()).toBe('2000');
  expectQuiet(watched, server.port);
});

test('of three jobs one runs and two wait, with their place in the line', { timeout: 180_000 }, async () => {
  await useSample(page, 'patients');
  await fillTraining(page, longTraining);
  for (let n = 0; n < 3; n++) {
    await page.getByRole('button', { name: 'Submit and stay' }).click();
    await expect.poll(() => page.getByRole('navigation').getByRole('link', { name: /^CART/ }).count()).toBe(n + 1);
  }
  const jobs = page.getByRole('navigation').getByRole('link', { name: /^CART/ });
  await page.getByRole('navigation').getByRole('link', { name: /^CART Running/ }).waitFor();
  const waiting = page.getByRole('navigation').getByRole('link', { name: /^CART Waiting/ });
  expect(await waiting.count()).toBe(2);
  await jobs.filter({ hasText: '2nd in line' }).click();
  await page.getByRole('region', { name: 'Waiting' }).getByRole('heading', { name: '2nd in line' }).waitFor();
  // One that waits is cancelled at once; the one behind it moves up.
  await jobs.filter({ hasText: 'Next in line' }).click();
  await page.getByRole('heading', { name: 'Next in line' }).waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('heading', { name: 'The job was cancelled before it started' }).waitFor();
  await jobs.filter({ hasText: 'Next in line' }).click();
  await page.getByRole('heading', { name: 'Next in line' }).waitFor();
  // The running one ends, and it starts by itself.
  await page.getByRole('navigation').getByRole('link', { name: /^CART Running/ }).click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('region', { name: 'Cancelled' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: /^CART Running/ }).click();
  await beyond(2000, 0);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('region', { name: 'Cancelled' }).waitFor();
  expectQuiet(watched, server.port);
});

test('a power cut in the middle of a job is told in words, and the page goes on', { timeout: 120_000 }, async () => {
  await useSample(page, 'patients');
  await startTraining(page, longTraining);
  await counter(2000).waitFor();
  await server.kill();
  const banner = page.getByRole('banner');
  await banner.getByText('Server not running').first().waitFor();
  // What was seen stays in view.
  await page.getByRole('article').getByRole('heading', { name: 'CART' }).waitFor();
  server = await startServer({ port: server.port, args: ['--token', server.token] });
  await page.getByText('The server was restarted. The tables and jobs of the session before are gone.').waitFor();
  await page.getByRole('heading', { name: 'No such job' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'To the start' }).click();
  await startHeading(page).waitFor();
  forgetFailedConnections(watched);
  expectQuiet(watched, server.port);
});

test('after a power cut a server that kept its state goes on with the job, and the page with it', { timeout: 120_000 }, async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'rtemis-state-'));
  let own = await startServer({ stateDir });
  onTestFinished(async () => {
    await own.stop();
    rmSync(stateDir, { recursive: true });
  });
  watched.requests.length = 0;
  await page.goto(own.link);
  await startHeading(page).waitFor();
  await useSample(page, 'patients');
  await startTraining(page, longTraining);
  await counter(2000).waitFor();
  await own.kill();
  await page.getByRole('banner').getByText('Server not running').first().waitFor();
  own = await startServer({ port: own.port, stateDir, args: ['--token', own.token] });
  await page.getByRole('button', { name: 'Connected' }).waitFor();
  // The job counts from the start again.
  await counter(2000).waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('region', { name: 'Cancelled' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: /patients/ }).first().waitFor();
  forgetFailedConnections(watched);
  expectQuiet(watched, own.port);
});

test('a job that fails says why and what to do', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `${i % 7 === 0 ? '' : i},${(i * 7) % 13},${2 * i + (i % 5)}`);
  await page.locator('input[type=file]').setInputFiles({ name: 'gaps.csv', mimeType: 'text/csv', buffer: Buffer.from(['x,z,y', ...rows, ''].join('\n')) });
  await page.getByRole('heading', { name: 'gaps' }).waitFor();
  await submitButton(page, 'Train').or(page.getByRole('main').getByRole('link', { name: 'Train' })).first().click();
  await startTraining(page, { algorithm: 'GLM', validation: 'None' });
  const failure = page.getByRole('region', { name: 'Why it failed' });
  await failure.getByRole('heading', { name: 'The table has missing values that this algorithm cannot use' }).waitFor();
  await failure.getByText(/missing/i).nth(1).waitFor();
  await failure.getByRole('listitem').filter({ hasText: 'Use an algorithm that takes missing values' }).waitFor();
  await failure.getByRole('button', { name: 'Change and run again' }).click();
  // The advice is followed: the form comes as it was, one choice is another.
  await startTraining(page, { algorithm: 'CART' });
  await page.getByRole('tab').first().waitFor();
  expectQuiet(watched, server.port);
});

test('a job that is no more, or never was, is said so', async () => {
  await page.goto(`${server.origin}/#/jobs/job-0000000000000000`);
  await page.getByRole('heading', { name: 'No such job' }).waitFor();
  expectQuiet(watched, server.port);
});

test('the watching page is told of a job whatever page started it', { timeout: 120_000 }, async () => {
  const other = await watchedContext(browser);
  const stranger = await other.context.newPage();
  await useSample(page, 'patients');
  await connectByToken(stranger, server);
  await stranger.getByRole('button', { name: `Join ${session}`, exact: true }).click();
  await stranger.getByRole('navigation').getByRole('link', { name: /^patients/ }).waitFor();
  await startTraining(page, longTraining);
  await stranger.getByRole('navigation').getByRole('link', { name: /^CART Running/ }).click();
  await stranger.getByRole('article').getByText(/^Outer resamples: \d+ of 2000$/).waitFor();
  await stranger.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('region', { name: 'Cancelled' }).waitFor();
  expectQuiet(watched, server.port);
  expectQuiet(other, server.port);
  await other.context.close();
});
