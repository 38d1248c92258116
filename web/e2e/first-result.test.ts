import { tableFromIPC } from 'apache-arrow';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { expectQuiet, launchBrowser, watchedContext, type Watched } from './browser';
import { openTab, tabsOf, useTab } from './figures';
import { chooseAlgorithm, fillTraining, openOwnSession, startTraining, submitButton, useSample } from './person';
import { csvLines, savedBy, savedFromMenu } from './saved-file';
import { listenToRequests, type SentRequest } from './sent-requests';
import { startServer, type RunningServer } from './server';

let browser: Browser;
let server: RunningServer;
let watched: Watched;
let page: Page;
let sent: SentRequest[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  watched = await watchedContext(browser, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
  page = await watched.context.newPage();
  sent = listenToRequests(page);
  await openOwnSession(page, server);
});

afterEach(() => watched.context.close());

const copied = () => page.evaluate(() => navigator.clipboard.readText());

/** The first job's tabs, as soon as it has some of its own. */
async function results(first: string): Promise<string[]> {
  await page.getByRole('tab', { name: first, exact: true }).waitFor();
  return tabsOf(page);
}

test('two clicks from the printed link to a trained model', async () => {
  const own = await startServer();
  onTestFinished(() => own.stop());
  watched.requests.length = 0;
  await page.goto(own.link);
  await page.getByRole('main').getByRole('button', { name: /^iris/ }).click();
  await submitButton(page, 'Train').click();
  const tests = page.getByRole('region', { name: 'Test metrics' });
  await tests.getByRole('listitem').filter({ hasText: 'Balanced accuracy' }).filter({ hasText: /0\.9\d+\s*± 0\.\d+/ }).waitFor();
  expectQuiet(watched, own.port);
});

test('every result of a classification can be opened, drawn, read as a table and saved', { timeout: 180_000 }, async () => {
  await useSample(page, 'iris');
  await startTraining(page, {});
  expect(await results('Overview')).toEqual(['Overview', 'Metrics', 'Confusion', 'ROC', 'Predictions', 'Importance', 'Timeline', 'Progress log', 'Record']);
  expect(await openTab(page, 'Overview')).toContain('Variable importance');
  expect(await useTab(page, 'ROC')).toEqual(['ROC, test']);
  expect(await useTab(page, 'Importance')).toEqual(['Variable importance']);

  await openTab(page, 'Metrics');
  const metrics = await savedBy(page, () => page.getByRole('button', { name: 'All metrics (CSV)' }).click());
  expect(metrics.text).toContain('balanced_accuracy');

  await openTab(page, 'Confusion');
  const matrix = page.getByRole('table', { name: /^Confusion matrix of test cases/ });
  const right = await matrix.locator('td.right').allTextContents();
  expect(right.map(Number).reduce((a, b) => a + b)).toBeGreaterThan(130);
  const confusion = await savedBy(page, () => page.getByRole('button', { name: 'CSV', exact: true }).click());
  expect(confusion.text).toContain('virginica');
  await page.getByText('Share of the true class').click();
  await matrix.getByText('100%').first().waitFor();

  await openTab(page, 'Predictions');
  await page.getByRole('grid', { name: 'All predictions' }).getByRole('gridcell', { name: 'setosa' }).first().waitFor();
  const download = page.getByRole('button', { name: 'Download this table' });
  const csv = csvLines((await savedFromMenu(page, download, 'Table (CSV)')).text);
  expect(csv[0]).toBe('split,fold,actual,predicted');
  // Each of ten folds predicts all 150 cases once: those that trained it and those that did not.
  expect(csv.length - 1).toBe(10 * 150);
  const arrow = tableFromIPC((await savedFromMenu(page, download, 'Table (Arrow)')).bytes);
  expect(arrow.numRows).toBe(10 * 150);
  expect(arrow.schema.fields.map((f) => f.name)).toEqual(['split', 'fold', 'actual', 'predicted']);
  expect([...arrow].slice(0, 3).map((row) => Object.values(row.toJSON()).map(String).join(','))).toEqual(csv.slice(1, 4));

  await openTab(page, 'Timeline');
  const timeline = page.getByRole('button', { name: 'Download the timeline' });
  expect((await savedFromMenu(page, timeline, 'Picture (SVG)')).text).toMatch(/^<svg/);
  expect((await savedFromMenu(page, timeline, 'Picture (PNG)')).bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(csvLines((await savedFromMenu(page, timeline, 'Table (CSV)')).text).length).toBe(52);
  await page.getByRole('button', { name: 'Show as table' }).click();
  expect(await page.getByRole('region', { name: 'Steps as a table' }).getByRole('row').count()).toBe(52);

  await openTab(page, 'Record');
  const record: unknown = JSON.parse((await savedBy(page, () => page.getByRole('tabpanel').getByRole('button', { name: 'Download' }).click())).text);
  await page.getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click();
  await page.getByText('The record was copied.').waitFor();
  expect(JSON.parse(await copied())).toEqual(record);
  await page.getByLabel('Search the record').fill('sha256');
  await page.getByText(/^Hash \(sha256/).waitFor();
  expectQuiet(watched, server.port);
});

test('every result of a regression', { timeout: 180_000 }, async () => {
  await useSample(page, 'mtcars');
  await startTraining(page, { algorithm: 'GLM' });
  expect(await results('Overview')).toEqual(['Overview', 'Metrics', 'Predictions', 'Importance', 'Timeline', 'Progress log', 'Record']);
  await openTab(page, 'Overview');
  expect(await useTab(page, 'Predictions')).toEqual(['Predicted against actual', 'Residuals', 'Distribution of residuals']);
  await page.getByText('Training', { exact: true }).click();
  await page.getByRole('img', { name: /of 288 training cases/ }).first().waitFor();
  expect(await openTab(page, 'Importance')).toEqual(['Variable importance: coefficient']);
  expectQuiet(watched, server.port);
});

test('every result of a binary classification, with probabilities', { timeout: 180_000 }, async () => {
  await useSample(page, 'patients');
  await startTraining(page, { algorithm: 'GLM', validation: 'None' });
  await results('Overview');
  expect(await useTab(page, 'Predictions')).toEqual(['Predicted probability of responder']);
  for (const tab of ['Overview', 'ROC', 'Importance']) expect((await openTab(page, tab)).length, tab).toBeGreaterThan(0);
  expectQuiet(watched, server.port);
});

/** Opens the form for another job on the shown table, and submits it. */
async function beginFromTable(table: string, action: 'Decompose' | 'Cluster', fill?: () => Promise<void>): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${table}`) }).click();
  const main = page.getByRole('main');
  await main.getByRole('link', { name: action, exact: true }).or(main.getByRole('button', { name: action, exact: true })).first().click();
  await page.getByRole('group', { name: 'Features to use' }).waitFor();
  await fill?.();
  await submitButton(page, action).click();
}

test('every result of a decomposition', { timeout: 180_000 }, async () => {
  await useSample(page, 'mtcars');
  await beginFromTable('mtcars', 'Decompose');
  expect(await results('Scree')).toEqual(['Scatter', 'Scree', 'Loadings', 'Table', 'Metrics', 'Progress log', 'Record']);
  expect(await useTab(page, 'Scatter')).toEqual(['PC2 against PC1']);
  await page.getByLabel('Colour').selectOption('cyl');
  await page.getByRole('img', { name: /coloured by cyl/ }).waitFor();
  expect(await useTab(page, 'Scree')).toEqual(['Variance explained']);
  expect(await useTab(page, 'Loadings')).toEqual(['Loadings']);
  await openTab(page, 'Table');
  const components = await savedFromMenu(page, page.getByRole('button', { name: 'Download this table' }), 'Table (CSV)');
  expect(csvLines(components.text)[0]).toBe('PC1,PC2,PC3');
  expect(csvLines(components.text).length).toBe(33);
  await openTab(page, 'Metrics');
  await openTab(page, 'Record');
  expectQuiet(watched, server.port);
});

test('every result of a clustering', { timeout: 180_000 }, async () => {
  await useSample(page, 'mtcars');
  await beginFromTable('mtcars', 'Cluster');
  expect(await results('Sizes')).toEqual(['Scatter', 'Sizes', 'Table', 'Progress log', 'Record']);
  expect((await openTab(page, 'Scatter')).length).toBe(1);
  expect(await useTab(page, 'Sizes')).toEqual(['Cluster sizes']);
  await openTab(page, 'Table');
  const grid = page.getByRole('grid', { name: 'Rows with their clusters' });
  await grid.getByRole('gridcell').first().waitFor();
  expect(await grid.getAttribute('aria-rowcount')).toBe('33');
  expectQuiet(watched, server.port);
});

const others = [
  ['Decompose', 'ICA', 'ICA_1'],
  ['Decompose', 'Isomap', 'Dim1'],
  ['Decompose', 'NMF', 'NMF_1'],
  ['Decompose', 'tSNE', 'V1'],
  ['Decompose', 'UMAP', 'V1'],
  ['Cluster', 'CMeans', 'cluster'],
  ['Cluster', 'DBSCAN', 'cluster'],
  ['Cluster', 'HardCL', 'cluster'],
  ['Cluster', 'NeuralGas', 'cluster'],
] as const;

test('every other decomposition and clustering is a form that gives a result', { timeout: 300_000 }, async () => {
  await useSample(page, 'mtcars');
  for (const [action, algorithm, column] of others) {
    await beginFromTable('mtcars', action, async () => {
      await chooseAlgorithm(page, algorithm);
      if (algorithm !== 'tSNE') return;
      // 32 cases have too few neighbours for the default.
      await page.getByRole('heading', { name: 'Options of tSNE' }).click();
      await page.getByLabel('Perplexity', { exact: true }).fill('5');
    });
    await page.getByRole('heading', { name: new RegExp(algorithm) }).first().waitFor();
    expect((await results('Scatter')).length, algorithm).toBeGreaterThan(3);
    expect((await openTab(page, 'Scatter')).length, algorithm).toBe(1);
    await openTab(page, 'Table');
    await page.getByRole('grid').getByRole('columnheader', { name: column }).first().waitFor();
  }
  expectQuiet(watched, server.port);
});

test('a search over options has its results', { timeout: 180_000 }, async () => {
  await useSample(page, 'iris');
  await fillTraining(page, { algorithm: 'CART', resamples: 3 });
  await page.getByRole('heading', { name: 'Search' }).click();
  await page.getByLabel('Search over').selectOption('maxdepth');
  await page.getByRole('group').filter({ hasText: 'Search over' }).getByLabel('Maximum depth', { exact: true }).fill('1, 2, 3');
  await submitButton(page, 'Train').click();
  expect(await results('Tuning')).toContain('Tuning');
  expect((await useTab(page, 'Tuning')).length).toBeGreaterThan(0);
  expectQuiet(watched, server.port);
});

test('two jobs are compared, and one is run again with changes', { timeout: 120_000 }, async () => {
  await useSample(page, 'iris');
  await startTraining(page, { algorithm: 'CART', resamples: 3 });
  await results('Overview');
  await page.getByRole('button', { name: 'Run again with changes' }).click();
  await page.getByText('As an earlier job had it.').waitFor();
  await expect.poll(() => page.getByLabel('Number of resamples', { exact: true }).inputValue()).toBe('3');
  await startTraining(page, { algorithm: 'KNN', resamples: 4 });
  await results('Overview');
  const list = page.getByRole('navigation');
  await list.getByRole('button', { name: 'Compare' }).click();
  for (const box of await list.getByRole('checkbox').all()) await box.check();
  await list.getByRole('button', { name: 'Compare' }).click();
  const metrics = page.getByRole('region', { name: 'Test metrics' });
  await metrics.getByRole('columnheader', { name: 'CART' }).waitFor();
  await metrics.getByRole('columnheader', { name: 'KNN' }).waitFor();
  await metrics.getByRole('row', { name: /^Balanced accuracy/ }).waitFor();
  await page.getByRole('region', { name: /^Settings/ }).getByRole('rowheader', { name: /^Resampling: n resamples.*differs$/ }).waitFor();
  await page.getByLabel('Only what differs').check();
  const settings = page.getByRole('region', { name: /^Settings/ });
  expect(await settings.getByRole('rowheader', { name: /differs$/ }).count()).toBe(await settings.getByRole('rowheader').count());
  // The comparison is an address: it survives a reload.
  await page.reload();
  await metrics.getByRole('columnheader', { name: 'KNN' }).waitFor();
  expectQuiet(watched, server.port);
});

test('the request as it is shown and copied is the one that is sent, and the job has it too', async () => {
  await useSample(page, 'iris');
  await fillTraining(page, { algorithm: 'CART', validation: 'Stratified subsampling', resamples: 3 });
  await page.getByRole('button', { name: 'Show the request' }).click();
  const dialog = page.getByRole('dialog', { name: 'The request' });
  const shown: unknown = JSON.parse((await dialog.getByLabel('The request as JSON').textContent()) ?? '');
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('The request was copied.').waitFor();
  expect(JSON.parse(await copied())).toEqual(shown);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await submitButton(page, 'Train').click();
  await results('Overview');
  expect(sent.filter((r) => r.method === 'train')).toEqual([shown]);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Copy request' }).click();
  await expect.poll(async () => JSON.parse(await copied()) as unknown).toMatchObject(shown as object);
  expectQuiet(watched, server.port);
});
