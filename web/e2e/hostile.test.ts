import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { expectQuiet, launchBrowser, watchedContext, type Watched } from './browser';
import { openTab, tabsOf, useTab } from './figures';
import { watchMainThread } from './main-thread';
import { extremesCsv, hostileArrow, hostileCsv, hostileTexts, manyColumns, manyLevels } from './hostile-table';
import { chooseInSessionMenu, openOwnSession, sessionButton, startTraining, submitButton } from './person';
import { startServer, type RunningServer } from './server';
import { violationsOf, watchPolicy } from './violations';

/** Milliseconds of processor time that one task of the page may take. */
const longestTask = 1000;

let browser: Browser;
let server: RunningServer;
let watched: Watched;
let page: Page;
let session: string;
let dialogs: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  watched = await watchedContext(browser, { acceptDownloads: true });
  page = await watched.context.newPage();
  dialogs = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await watchPolicy(page);
  session = await openOwnSession(page, server);
});

afterEach(() => watched.context.close());

const choose = (name: string, content: string | Uint8Array): Promise<void> => page.getByLabel('Table file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });

const grid = (): Locator => page.getByRole('grid', { name: /^Rows of/ });

const titled = (title: string): Promise<void> => expect.poll(() => page.locator('h1').first().textContent(), { timeout: 20_000 }).toBe(title);

/** What every object and the maker of all objects have, and should not. */
function inherited(): string[] {
  const keys = Object.keys(Object);
  for (const key in {}) keys.push(key);
  return keys;
}

/** Nothing ran, nothing was asked of others, nothing was complained of; and markup made no element. */
async function expectHarmless(): Promise<void> {
  expect(await page.evaluate(() => ('ran' in window ? window.ran : 'nothing'))).toBe('nothing');
  expect(await page.evaluate(() => document.querySelectorAll('main img, main b[onmouseover], main script, main i, main u').length)).toBe(0);
  expect(await page.evaluate(inherited)).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(await violationsOf(page)).toEqual([]);
  expectQuiet(watched, server.port);
}

/** Opens the form for a training on the shown table, and waits until it can be submitted. */
async function openForm(): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Train', exact: true }).or(main.getByRole('button', { name: 'Train', exact: true })).first().click();
  await submitButton(page, 'Train').and(page.locator(':enabled')).waitFor();
}

/** Trains on the shown table, and looks at every tab and chart of what comes of it. */
async function trainAndLook(algorithm: string, look: typeof openTab): Promise<void> {
  await openForm();
  await startTraining(page, { algorithm, resamples: 3 });
  await page.getByRole('tab', { name: 'Overview', exact: true }).waitFor();
  for (const tab of await tabsOf(page)) await look(page, tab);
}

// A file's name can't have a slash.
const fileName = `<img src=x onerror="window.ran=[0]">{{7*7}}\u202Eabc`;

test('a CSV table whose names and values are markup and templates is shown, described and trained on, and nothing of it runs', { timeout: 240_000 }, async () => {
  await choose(`${fileName}.csv`, hostileCsv(220, '<b>class</b>', hostileTexts.slice(0, 4)));
  await titled(fileName.replace('\u202E', ''));
  await grid().getByRole('gridcell').first().waitFor();
  expect(await grid().getAttribute('aria-rowcount')).toBe('221');
  const names = await page.getByRole('region', { name: 'Columns' }).getByRole('listitem').count();
  expect(names).toBe(hostileTexts.length + 5);
  await trainAndLook('CART', useTab);
  await expectHarmless();
});

test('an Arrow table of the same is shown to its last column and trained on', { timeout: 240_000 }, async () => {
  await choose(`${fileName}.arrows`, hostileArrow(240, '<b>class</b>'));
  await titled(fileName.replace('\u202E', ''));
  await grid().getByRole('gridcell').first().click();
  await page.keyboard.press('Control+End');
  await grid().getByRole('columnheader', { name: '<b>class</b>' }).waitFor();
  await trainAndLook('CART', openTab);
  await expectHarmless();
});

test('extreme numbers are shown as what they are', async () => {
  await choose('extremes.csv', extremesCsv());
  await grid().getByRole('gridcell').first().waitFor();
  const cells = await grid().locator('[role=row] [role=gridcell]:first-of-type').allTextContents();
  expect(cells.map((text) => text.trim())).toEqual(
    ['1e+308', '-1e+308', '5e-324', '0', 'NaN', 'Inf', '-Inf', '9.007199254740994e+15', '-9.007199254740992e+15', '1e-300', '0.1', '123457000'],
  );
  await expectHarmless();
});

test('a factor of 10,000 levels is described and shown while the page stays alive', { timeout: 120_000 }, async () => {
  const shown = await watchMainThread(page, async () => {
    await choose('levels.arrows', manyLevels(10_000));
    await grid().getByRole('gridcell').first().waitFor();
  });
  const form = await watchMainThread(page, async () => {
    await openForm();
    await page.getByText(/^Classification of level \(10,?000 classes\)/).waitFor();
  });
  console.log(`10,000 levels: the longest tasks ${shown.longest.join(', ')} ms for the table, ${form.longest.join(', ')} ms for the form`);
  expect(Math.max(...shown.longest, ...form.longest)).toBeLessThan(longestTask);
  await expectHarmless();
});

test('a table of 5,000 columns is shown within seconds, and its form too', { timeout: 120_000 }, async () => {
  const bytes = manyColumns(5000, 40);
  let seconds = NaN;
  const shown = await watchMainThread(page, async () => {
    const start = performance.now();
    await choose('wide.arrows', bytes);
    await grid().getByRole('gridcell').first().waitFor();
    seconds = (performance.now() - start) / 1000;
  });
  const form = await watchMainThread(page, openForm);
  console.log(`5,000 columns: first rows after ${seconds.toFixed(1)} s, the longest tasks ${shown.longest.join(', ')} ms; ${form.longest.join(', ')} ms for the form`);
  expect(seconds).toBeLessThan(10);
  expect(Math.max(...shown.longest, ...form.longest)).toBeLessThan(longestTask);
  await expectHarmless();
});

test('a session is not named in markup, and what was typed is told as it is', async () => {
  await chooseInSessionMenu(page, 'Rename');
  const dialog = page.getByRole('dialog', { name: 'Rename the session' });
  await dialog.getByLabel('Name').fill('<img/src=x/onerror=window.ran=[0]>');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByText('"<" can\'t stand in a name').waitFor();
  await page.keyboard.press('Escape');
  await sessionButton(page, `Session ${session}`).waitFor();
  await expectHarmless();
});
