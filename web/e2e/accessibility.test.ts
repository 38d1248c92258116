import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { axeScript, complaintsAt, type Complaint } from './axe';
import { expectQuiet, launchBrowser, watchedContext, type Watched } from './browser';
import { connectByToken, createSession, longTraining, startHeading, startTraining, submitButton, tokenField, useSample } from './person';
import { startServer, type RunningServer } from './server';

let browser: Browser;
let server: RunningServer;
let axe: string;

beforeAll(async () => {
  axe = await axeScript();
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(scheme: 'light' | 'dark', width: number): Promise<{ watched: Watched; page: Page }> {
  const watched = await watchedContext(browser, { colorScheme: scheme, viewport: { width, height: 860 }, reducedMotion: 'reduce' });
  // Init scripts and evaluated code are the browser's own: the page's policy holds for the page as ever.
  await watched.context.addInitScript({ content: axe });
  return { watched, page: await watched.context.newPage() };
}

/** The list of tables and jobs, which hides behind a button where the window is narrow. */
async function list(page: Page) {
  const button = page.getByRole('button', { name: 'Show tables and jobs' });
  if (await button.isVisible()) await button.click();
  return page.getByRole('navigation', { name: 'Tables and jobs' });
}

async function eachTab(page: Page, look: (where: string) => Promise<unknown>, what: string): Promise<void> {
  await page.getByRole('tab').first().waitFor();
  await page.getByText('Reading the results').waitFor({ state: 'detached' });
  for (const tab of await page.getByRole('tab').all()) {
    const name = (await tab.textContent())?.trim() ?? '';
    await tab.click();
    const panel = page.getByRole('tabpanel', { name, exact: true });
    await panel.locator('figure, table, [role=grid], [role=listbox], [role=tree], [role=log], details').first().waitFor();
    await expect.poll(() => panel.getByRole('status').filter({ hasText: /^Reading/ }).count()).toBe(0);
    await look(`${what}, ${name}`);
  }
}

// Each scheme and each width once; with RTEMIS_BROWSER=long each scheme in each width.
const crossed: ['light' | 'dark', number][] = [
  ['light', 1280],
  ['dark', 360],
];
const others: typeof crossed = [
  ['dark', 1280],
  ['light', 360],
];
const looks = process.env['RTEMIS_BROWSER'] === 'long' ? [...crossed, ...others] : crossed;

test.each(looks)('no view breaks a rule of WCAG 2 A or AA, nor scrolls sideways: %s, %i px wide', { timeout: 400_000 }, async (scheme, width) => {
  const { watched, page } = await open(scheme, width);
  const found: Complaint[] = [];
  const look = async (where: string) => found.push(...(await complaintsAt(page, where)));

  await page.goto(server.origin);
  await tokenField(page).waitFor();
  await look('connect screen');
  await tokenField(page).fill('aaaa-bbbb-cccc-dddd');
  await page.keyboard.press('Enter');
  await page.getByText('This token is not the right one.').waitFor();
  await look('wrong token');
  await connectByToken(page, server);
  await page.getByRole('heading', { name: 'Choose a session' }).or(startHeading(page)).waitFor();
  await look('after connecting');
  await createSession(page, `${scheme}-${width}`);
  await startHeading(page).waitFor();
  await look('start');
  await page.getByRole('button', { name: /^Session / }).click();
  await look('session menu');
  await page.getByRole('menuitem', { name: 'Rename...' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('not right');
  await look('dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // Where there is no room for the word, the dot alone stands for it.
  await page.getByRole('button', { name: /^(Connected|About the connection)$/ }).click();
  await page.getByText('Up for').waitFor();
  await look('connection');
  await page.keyboard.press('Escape');

  await useSample(page, 'iris');
  await submitButton(page, 'Train').and(page.locator(':enabled')).waitFor();
  await look('form');
  await page.getByRole('main').locator('details').evaluateAll((all) => all.forEach((d) => ((d as HTMLDetailsElement).open = true)));
  await look('form, all open');
  await page.getByRole('button', { name: 'Show the request' }).click();
  await page.getByLabel('The request as JSON').waitFor();
  await look('request');
  await page.keyboard.press('Escape');
  await startTraining(page, { algorithm: 'CART', resamples: 3 });
  await eachTab(page, look, 'classification');

  await (await list(page)).getByRole('link', { name: /^iris/ }).click();
  await page.getByRole('gridcell').first().waitFor();
  await look('table');
  await (await list(page)).getByRole('link', { name: 'Add a table' }).click();
  await look('start with a table and a job');

  await useSample(page, 'mtcars');
  await startTraining(page, { algorithm: 'GLM', resamples: 4 });
  await eachTab(page, look, 'regression');
  for (const action of ['Decompose', 'Cluster'] as const) {
    await (await list(page)).getByRole('link', { name: /^mtcars/ }).click();
    const main = page.getByRole('main');
    await main.getByRole('link', { name: action, exact: true }).or(main.getByRole('button', { name: action, exact: true })).first().click();
    await page.getByRole('group', { name: 'Features to use' }).waitFor();
    await submitButton(page, action).and(page.locator(':enabled')).waitFor();
    await look(action);
    await submitButton(page, action).click();
    await eachTab(page, look, action);
  }

  await page.getByRole('link', { name: 'rtemis, to the start' }).click();
  await useSample(page, 'patients');
  await startTraining(page, { algorithm: 'GLM', resamples: 3 });
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  await page.getByRole('button', { name: 'Run again with changes' }).click();
  await page.getByText('As an earlier job had it.').waitFor();
  await startTraining(page, { algorithm: 'CART' });
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  const jobs = await list(page);
  await jobs.getByRole('button', { name: 'Compare' }).click();
  await look('choosing jobs');
  for (const box of await jobs.getByRole('checkbox', { name: /patients/ }).all()) await box.check();
  await jobs.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('region', { name: 'Test metrics' }).waitFor();
  await look('comparison');

  await page.getByRole('link', { name: 'rtemis, to the start' }).click();
  await useSample(page, 'patients');
  await startTraining(page, longTraining);
  await page.getByRole('tree').getByRole('treeitem').first().waitFor();
  await look('running');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('region', { name: 'Cancelled' }).waitFor();
  await look('cancelled');

  expect(found, JSON.stringify(found, null, 2)).toEqual([]);
  expectQuiet(watched, server.port);
  await watched.context.close();
});

/** Presses Tab until what has the focus is called so, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const seen = element instanceof HTMLElement && element !== document.body && getComputedStyle(element).outlineStyle !== 'none';
      return { name: (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim(), seen };
    });
    if (!name.test(focused.name)) continue;
    expect(focused.seen, `the focus on "${focused.name}" is seen`).toBe(true);
    return;
  }
  throw new Error(`Nothing called ${String(name)} was reached.`);
}

test('from the printed link to a trained model and its results by keyboard alone', async () => {
  const own = await startServer();
  onTestFinished(() => own.stop());
  const { watched, page } = await open('light', 1280);
  await page.goto(own.link);
  await startHeading(page).waitFor();
  await tabTo(page, /^iris/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Train a model' }).waitFor();
  await submitButton(page, 'Train').and(page.locator(':enabled')).waitFor();
  await tabTo(page, /^Train$/);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  await tabTo(page, /^Overview$/);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tabpanel', { name: 'Metrics' }).getByRole('table').first().waitFor();
  await page.keyboard.press('End');
  await page.getByRole('tabpanel', { name: 'Record' }).getByLabel('Search the record').waitFor();
  expectQuiet(watched, own.port);
  await watched.context.close();
});

test('the first press of Tab leads past the navigation', async () => {
  const own = await startServer();
  onTestFinished(() => own.stop());
  const { watched, page } = await open('light', 1280);
  await page.goto(own.link);
  await startHeading(page).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  expectQuiet(watched, own.port);
  await watched.context.close();
});
