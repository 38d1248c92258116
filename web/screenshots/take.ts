import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launchBrowser, watchedContext } from '../e2e/browser';
import { startServer, type RunningServer } from '../e2e/server';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
let server: RunningServer;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
}

test('the pictures of the documentation', async () => {
  const { context } = await watchedContext(browser, { viewport: { width: 1200, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(server.link);
  await page.getByRole('button', { name: /patients/ }).click();
  await page.getByRole('button', { name: 'Train', exact: true }).waitFor();

  await page.getByRole('navigation').getByRole('link', { name: /patients/ }).click();
  await page.getByRole('gridcell').first().waitFor();
  await picture(page, 'table');

  await page.getByRole('main').getByRole('button', { name: 'Train' }).click();
  await page.getByRole('radio', { name: /GLM/ }).check();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  await picture(page, 'overview');

  await page.getByRole('tab', { name: 'ROC' }).click();
  await page.getByRole('tabpanel').locator('svg[width], canvas').first().waitFor();
  await picture(page, 'roc');
});
