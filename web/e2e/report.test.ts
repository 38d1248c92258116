import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { axeScript, complaintsAt } from './axe';
import { launchBrowser, watchedContext, type Watched } from './browser';
import { seeFigure } from './figures';
import { csvLines, savedFromMenu } from './saved-file';
import { violationsOf, watchPolicy } from './violations';

// Reports of jobs that really ran, as the server's own writer wrote them: the .NET tests that start this file name their folder.
const folder = process.env['RTEMIS_REPORTS'];
const names = folder ? readdirSync(folder).filter((f) => f.endsWith('.html')).map((f) => f.slice(0, -'.html'.length)) : [];

describe.skipIf(!folder)('a report', () => {
  let browser: Browser;
  let axe: string;

  beforeAll(async () => {
    [browser, axe] = await Promise.all([launchBrowser(), axeScript()]);
  });

  afterAll(() => browser?.close());

  /** A report as a file of this machine. */
  async function open(name: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Watched & { page: Page; address: string }> {
    const watched = await watchedContext(browser, { acceptDownloads: true, ...options });
    const page = await watched.context.newPage();
    await watchPolicy(page);
    // The report's policy does not hold for what the browser itself brings in.
    await page.addInitScript(axe);
    const address = pathToFileURL(`${folder}/${name}.html`).href;
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.getByRole('status').filter({ hasText: /^Reading/ }).count()).toBe(0);
    return { ...watched, page, address };
  }

  /** It asked nobody for anything, and complained of nothing. */
  async function expectSilent({ page, requests, complaints, address }: Awaited<ReturnType<typeof open>>): Promise<void> {
    expect(requests.filter((r) => r.split('#')[0] !== address && !/^(data|blob):/.test(r))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
  }

  const sectionsOf = (page: Page): Promise<string[]> => page.getByRole('main').locator('section.report-section').evaluateAll((all) => all.map((s) => s.id));

  const supervised = ['overview', 'metrics', 'confusion', 'roc', 'predictions', 'importance', 'timeline', 'record'];
  const expected: Record<string, string[]> = {
    regression: ['overview', 'metrics', 'predictions', 'importance', 'timeline', 'record'],
    'regression-resampled': ['overview', 'metrics', 'predictions', 'importance', 'timeline', 'record'],
    classes: supervised,
    'classes-resampled': supervised,
    tuned: supervised.toSpliced(6, 0, 'tuning'),
    'two-classes-nested': supervised.toSpliced(6, 0, 'tuning'),
    prediction: supervised.filter((s) => s !== 'importance'),
    'prediction-unknown': ['overview', 'predictions', 'timeline', 'record'],
    decomposition: ['overview', 'scatter', 'scree', 'loadings', 'table', 'metrics', 'record'],
    clustering: ['overview', 'scatter', 'sizes', 'table', 'record'],
    'clustering-alone': ['overview', 'sizes', 'table', 'record'],
    hostile: supervised,
    large: ['overview', 'metrics', 'confusion', 'roc', 'predictions', 'importance', 'timeline', 'record'],
  };

  test('is there for every kind of job', () => expect(names.toSorted()).toEqual(Object.keys(expected).toSorted()));

  // Together these have all that reports have.
  const several = ['two-classes-nested', 'regression-resampled', 'prediction', 'decomposition', 'clustering', 'hostile'];

  test.each(names)('of %s shows all of its sections and charts, asks nobody for anything, and can be read by everybody', async (name) => {
    const opened = await open(name, { colorScheme: 'light' });
    const { page } = opened;
    expect(await sectionsOf(page)).toEqual(expected[name]);
    for (const figure of await page.getByRole('figure').all()) await seeFigure(figure);
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);
    await expectSilent(opened);
    if (several.includes(name)) await expectReadable(page, name);
    await opened.context.close();
  });

  /** Light and dark, wide and narrow. */
  async function expectReadable(page: Page, name: string): Promise<void> {
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(await complaintsAt(page, name)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await complaintsAt(page, `${name}, dark`, 'colours')).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await complaintsAt(page, `${name}, narrow`)).toEqual([]);
  }

  test('is printed on light paper, with charts that are drawn, and looks as before afterwards', async () => {
    const opened = await open('two-classes-nested', { colorScheme: 'dark' });
    const { page } = opened;
    const figures = await page.getByRole('figure').count();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('figure .printed svg').count()).toBe(figures);
    expect(await page.locator('figure .printed svg path').count()).toBeGreaterThan(figures * 3);
    expect(await page.locator('#timeline .printed svg rect').count()).toBeGreaterThan(10);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(await page.getByRole('main').locator('button:not(table button)').filter({ visible: true }).allTextContents()).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.printed').count()).toBe(0);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await expectSilent(opened);
    await opened.context.close();
  });

  test('lets its tables be sorted and saved', async () => {
    const opened = await open('regression');
    const { page } = opened;
    const grid = page.getByRole('grid', { name: 'All predictions' });
    await grid.getByRole('columnheader', { name: 'actual' }).click();
    await expect.poll(() => grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).textContent().then((t) => t?.trim())).toBe('10.4');
    const saved = await savedFromMenu(page, page.locator('#predictions').getByRole('button', { name: 'Download this table' }), 'Table (CSV)');
    expect(csvLines(saved.text)).toHaveLength(33);
    await expectSilent(opened);
    await opened.context.close();
  });

  test('of a long table says what it has of it', async () => {
    const { page, context } = await open('large');
    await page.locator('#predictions').getByText('This report has 20,000 of 60,000 rows, taken at equal distances.').waitFor();
    await context.close();
  });

  test('runs nothing of what stands in a table', async () => {
    const opened = await open('hostile');
    const { page } = opened;
    expect(await page.title()).toBe('CART on </title><script>window.ran=[9]</script>');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('</title><script>');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('figure .printed svg').count()).toBeGreaterThan(1);
    expect(await page.evaluate(() => ('ran' in window ? window.ran : 'nothing'))).toBe('nothing');
    expect(await page.locator('main img, main script, main b, body > img').count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
    await expectSilent(opened);
    await opened.context.close();
  });
});
