import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectQuiet, launchBrowser, watchedContext, type Watched } from './browser';
import { fillTraining, longTraining, startHeading, startTraining, statusOfJob, submitButton, tokenField, useSample } from './person';
import { startServer, type RunningServer } from './server';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: RunningServer;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What axe finds against WCAG 2 A and AA, a line each; and what is wider than the window. */
async function faults(page: Page, view: string): Promise<string[]> {
  // Evaluated by the browser's debugger, to which the page's policy does not apply.
  await page.evaluate(axe);
  const options: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] };
  const found = await page.evaluate((o) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(o), options);
  const lines = found.violations.flatMap((v) => v.nodes.map((node) => `${view}: ${v.id}: ${node.target.join(' ')}: ${node.failureSummary ?? v.help}`));
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  return (width[0] ?? 0) > (width[1] ?? 0) ? [...lines, `${view}: ${width[0]} pixels wide in a window of ${width[1]}`] : lines;
}

async function tabFaults(page: Page, job: string): Promise<string[]> {
  await page.getByRole('tab', { name: /^(Overview|Scatter)$/ }).waitFor();
  const lines: string[] = [];
  for (const name of await page.getByRole('tab').allTextContents()) {
    await page.getByRole('tab', { name: name.trim(), exact: true }).click();
    const panel = page.getByRole('tabpanel');
    await panel.and(page.locator(':not(:empty)')).waitFor();
    // What is fetched is there when nothing waits any more.
    await panel.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    lines.push(...(await faults(page, `${job}, ${name.trim()}`)));
  }
  return lines;
}

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
] as const;

describe.each(looks)('in a $colorScheme theme, $width pixels wide', ({ colorScheme, width }) => {
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    watched = await watchedContext(browser, { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    page = await watched.context.newPage();
  });

  afterAll(() => watched.context.close());

  it('every view is free of faults', async () => {
    const lines: string[] = [];
    await page.goto(server.origin);
    await tokenField(page).waitFor();
    lines.push(...(await faults(page, 'token')));
    await tokenField(page).fill(server.token);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    const chooser = page.getByRole('heading', { name: 'Choose a session' });
    await startHeading(page).or(chooser).waitFor();
    if (await chooser.isVisible()) {
      lines.push(...(await faults(page, 'sessions')));
      await page.getByRole('button', { name: 'Create' }).click();
    }
    await startHeading(page).waitFor();
    lines.push(...(await faults(page, 'start')));

    await useSample(page, 'patients');
    await submitButton(page, 'Train').and(page.locator(':enabled')).waitFor();
    for (const section of await page.getByRole('main').locator('summary').all()) await section.click();
    lines.push(...(await faults(page, 'form')));

    await fillTraining(page, { algorithm: 'GLM', resamples: 3 });
    await submitButton(page, 'Train').click();
    lines.push(...(await tabFaults(page, 'classification')));

    await page.goto(`${server.origin}/#/`);
    await useSample(page, 'mtcars');
    await startTraining(page, { algorithm: 'CART', validation: 'None' });
    lines.push(...(await tabFaults(page, 'regression')));

    for (const action of ['Decompose', 'Cluster'] as const) {
      await page.goto(`${server.origin}/#/new/${action === 'Decompose' ? 'decomp' : 'cluster'}`);
      await submitButton(page, action).and(page.locator(':enabled')).waitFor();
      lines.push(...(await faults(page, action)));
      await submitButton(page, action).click();
      lines.push(...(await tabFaults(page, action)));
    }

    await page.goto(`${server.origin}/#/`);
    await page.getByRole('main').getByRole('link', { name: 'patients' }).first().click();
    await page.getByRole('gridcell').first().waitFor();
    lines.push(...(await faults(page, 'table')));

    await page.getByRole('button', { name: 'Train' }).click();
    await startTraining(page, longTraining);
    await page.getByRole('tree').waitFor();
    lines.push(...(await faults(page, 'running')));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await statusOfJob(page, 'Cancelled').waitFor();
    lines.push(...(await faults(page, 'cancelled')));

    expect(lines).toEqual([]);
    expectQuiet(watched, server.port);
  }, 180_000);
});

describe('with the keyboard alone', () => {
  it('one comes from the printed link to a trained model', async () => {
    const again = await startServer();
    const watched = await watchedContext(browser);
    const page = await watched.context.newPage();
    await page.goto(again.link);
    await startHeading(page).waitFor();
    await tabTo(page, /^iris/);
    await page.keyboard.press('Enter');
    await submitButton(page, 'Train').and(page.locator(':enabled')).waitFor();
    await tabTo(page, /^Train$/);
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor();
    await tabTo(page, /^Overview$/);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Metrics', selected: true }).waitFor();
    expectQuiet(watched, again.port);
    await watched.context.close();
    await again.stop();
  });
});

/** Presses Tab until what has the focus begins with this. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim());
    if (name.test(focused)) return;
  }
  throw new Error(`Sixty times Tab did not lead to ${name}.`);
}
