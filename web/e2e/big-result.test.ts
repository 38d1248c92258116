import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTable, tableToIPC } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { expectQuiet, launchBrowser, watchedContext, type Watched } from './browser';
import { watchMainThread, type MainThread } from './main-thread';
import { startHeading, startTraining, submitButton } from './person';
import { startServer, type RunningServer } from './server';

const rows = 1_000_000;
const path = join(tmpdir(), `rtemis-million-${process.pid}.arrows`);
/** The outcome of a row, whole numbers that differ for neighbours. */
const outcome = (row: number): number => ((row * 7919) % 100_003) - 50_000;

let browser: Browser;
let server: RunningServer;
let watched: Watched;
let page: Page;
let grid: Locator;

beforeAll(async () => {
  const y = Float64Array.from({ length: rows }, (_, i) => outcome(i));
  const table = makeTable({ a: y.map((v, i) => v / 100 + (i % 97)), b: y.map((v, i) => (i % 1009) - v / 1000), y });
  await writeFile(path, tableToIPC(table, 'stream'));
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  watched = await watchedContext(browser);
  page = await watched.context.newPage();
  await page.goto(server.link);
  await startHeading(page).waitFor();
  await page.getByLabel('Table file').setInputFiles(path);
  await page.getByRole('heading', { level: 1, name: /^rtemis-million/ }).waitFor({ timeout: 120_000 });
  await page.getByText('1,000,000 rows, 3 columns').first().waitFor();
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Train', exact: true }).or(main.getByRole('button', { name: 'Train', exact: true })).first().click();
  await submitButton(page, 'Train').and(page.locator(':enabled')).waitFor();
  await startTraining(page, { algorithm: 'GLM', validation: 'None' });
  await page.getByRole('tab', { name: 'Predictions' }).click({ timeout: 120_000 });
  grid = page.getByRole('grid', { name: 'All predictions' });
  await grid.getByRole('gridcell').first().waitFor({ timeout: 60_000 });
  // The charts of the same tab are drawn before anything is measured.
  await page.getByRole('tabpanel').getByRole('status').filter({ hasText: /^Reading/ }).waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByRole('tabpanel').locator('canvas').nth(2).waitFor();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(path, { force: true });
});

/** The number in a column of a row, counted from 0; waits until the row is there. */
async function valueAt(row: number, column: string): Promise<number> {
  const header = await grid.getByRole('columnheader', { name: column, exact: true }).getAttribute('aria-colindex');
  const cell = grid.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${header ?? ''}"]`);
  await expect.poll(() => cell.textContent(), { timeout: 20_000 }).toMatch(/\d/);
  return Number(await cell.textContent());
}

/** Every row that is seen has its values. */
async function settled(): Promise<void> {
  await expect.poll(() => grid.getAttribute('aria-busy'), { timeout: 20_000 }).toBe('false');
  await expect.poll(() => grid.locator('[role=gridcell].waiting').count(), { timeout: 20_000 }).toBe(0);
}

/** As somebody drags the bar there; done when the page has seen it. */
function scrollTo(share: number): Promise<void> {
  return grid.evaluate((box, part) => {
    box.scrollTop = part * (box.scrollHeight - box.clientHeight);
    return new Promise<void>((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen())));
  }, share);
}

/** From the place where it is, so many pixels a frame, as a finger on a touchpad does. */
function glide(frames: number, pixels: number): Promise<void> {
  return grid.evaluate(
    (box, { frames, pixels }) =>
      new Promise<void>((resolve) => {
        let left = frames;
        const step = () => {
          box.scrollTop += pixels;
          if (--left > 0) requestAnimationFrame(step);
          else resolve();
        };
        requestAnimationFrame(step);
      }),
    { frames, pixels },
  );
}

function expectSmooth(what: string, { tasks, longest }: MainThread): void {
  console.log(`${what}: ${tasks} tasks, the longest ${longest.join(', ')} ms`);
  expect(longest[0], what).toBeLessThan(100);
}

test('a million predictions can be seen from the first to the last', async () => {
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(rows + 1));
  expect(await valueAt(0, 'actual')).toBe(outcome(0));
  await scrollTo(1);
  expect(await valueAt(rows - 1, 'actual')).toBe(outcome(rows - 1));
  await grid.focus();
  await page.keyboard.press('Control+Home');
  expect(await valueAt(1, 'actual')).toBe(outcome(1));
  await page.keyboard.press('Control+End');
  expect(await valueAt(rows - 2, 'actual')).toBe(outcome(rows - 2));
});

test('however hastily one jumps, what is seen at last comes', async () => {
  for (let round = 0; round < 12; round++) {
    await grid.evaluate((box, from) => {
      for (let i = 0; i < 9; i++) box.scrollTop = (((from * 9 + i) * 0.381966) % 1) * (box.scrollHeight - box.clientHeight);
    }, round);
    await scrollTo((round * 0.618034) % 1);
    await scrollTo(round % 3 === 0 ? 0 : (round * 0.7071) % 1);
    await settled();
  }
  await scrollTo(0);
  expect(await valueAt(0, 'actual')).toBe(outcome(0));
});

test('jumping about in them never holds the page up for 100 ms', async () => {
  await scrollTo(0);
  await settled();
  const seen = await watchMainThread(page, async () => {
    for (const share of [0.5, 0.1, 0.9, 0.3, 0.7, 1, 0, 0.999, 0.25, 0.75]) {
      await scrollTo(share);
      await settled();
    }
  });
  expectSmooth('Jumps', seen);
});

test('gliding through them never holds the page up for 100 ms', async () => {
  await scrollTo(0.4);
  await settled();
  const seen = await watchMainThread(page, async () => {
    await glide(180, 90);
    await glide(180, 600);
    await glide(180, -300);
    await settled();
  });
  expectSmooth('Gliding', seen);
});

test('turning the wheel moves by rows, however long the table is', async () => {
  await scrollTo(0.5);
  await settled();
  const first = () => grid.locator('[role=row]').nth(1).getAttribute('aria-rowindex').then(Number);
  const before = await first();
  await grid.hover();
  await page.mouse.wheel(0, 320);
  await expect.poll(first).toBeGreaterThan(before);
  expect((await first()) - before).toBeLessThan(40);
});

test('sorted by a column they are in its order, and as smooth', { timeout: 120_000 }, async () => {
  const header = grid.getByRole('columnheader', { name: 'actual', exact: true });
  while ((await header.getAttribute('aria-sort')) !== 'descending') {
    const before = await header.getAttribute('aria-sort');
    await header.click();
    await expect.poll(() => header.getAttribute('aria-sort')).not.toBe(before);
  }
  const greatest = Math.max(...Array.from({ length: 100_003 }, (_, i) => outcome(i)));
  await scrollTo(0);
  expect(await valueAt(0, 'actual')).toBe(greatest);
  const seen = await watchMainThread(page, async () => {
    for (const share of [0.5, 1, 0.2, 0.8]) {
      await scrollTo(share);
      await settled();
    }
    await glide(120, 120);
  });
  expectSmooth('Sorted', seen);
  await scrollTo(1);
  const last = await valueAt(rows - 1, 'actual');
  expect(last).toBe(Math.min(...Array.from({ length: 100_003 }, (_, i) => outcome(i))));
  await header.click();
  await expect.poll(() => header.getAttribute('aria-sort')).toBe('none');
});

test('and nobody complained', () => {
  expectQuiet(watched, server.port);
});
