import { tableFromIPC } from 'apache-arrow';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { axeScript, complaintsAt, type Complaint } from './axe';
import { expectQuiet, launchBrowser, watchedContext, type Watched } from './browser';
import { openTab, tabsOf } from './figures';
import { openOwnSession, startTraining, submitButton, useSample } from './person';
import { csvLines, savedFromMenu } from './saved-file';
import { listenToRequests, type SentRequest } from './sent-requests';
import { startServer, type RunningServer } from './server';

let browser: Browser;
let server: RunningServer;
let watched: Watched;
let page: Page;
let sent: SentRequest[];
const found: Complaint[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  watched = await watchedContext(browser, { acceptDownloads: true, reducedMotion: 'reduce' });
  await watched.context.addInitScript({ content: await axeScript() });
  page = await watched.context.newPage();
  sent = listenToRequests(page);
  found.length = 0;
  await openOwnSession(page, server);
});

afterEach(() => watched.context.close());

const look = async (where: string) => found.push(...(await complaintsAt(page, where)));

/** Looks at what the page shows in a narrow window, and at each of its tabs; the page is opened anew for it. */
async function lookNarrow(where: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 860 });
  await page.reload();
  await page.getByRole('tab').or(page.getByRole('radio')).first().waitFor();
  await page.getByText('Reading the results').waitFor({ state: 'detached' });
  await look(`${where}, narrow`);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect.poll(() => page.getByRole('status').filter({ hasText: /^Reading/ }).count()).toBe(0);
    await look(`${where}, ${(await tab.textContent())?.trim() ?? ''}, narrow`);
  }
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.reload();
  await page.getByRole('tab').or(page.getByRole('radio')).first().waitFor();
}

const choice = (table: string) => page.getByRole('radio', { name: new RegExp(`^${table} `) });

/** Trains one model on a sample, and opens the form to predict with it. */
async function trainAndPredict(sample: string, algorithm: string): Promise<void> {
  await useSample(page, sample);
  await startTraining(page, { algorithm, validation: 'None' });
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  await page.getByRole('article').getByRole('button', { name: 'Predict', exact: true }).click();
  await page.getByRole('heading', { name: 'Predict', exact: true }).waitFor();
  await page.getByRole('group', { name: 'Table', exact: true }).waitFor();
}

/** Makes a table without the outcome out of a table of the session; another column takes the outcome's place. */
async function withoutOutcome(table: string, outcome: string, instead: string, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${table}`) }).click();
  await page.getByLabel(`${instead} is the outcome`).check({ force: true });
  await page.getByLabel(`Use ${outcome}`).uncheck();
  const changes = page.getByRole('form', { name: 'Changes to the columns' });
  await changes.getByLabel('Name').fill(name);
  await changes.getByRole('button', { name: 'Make the table' }).click();
  await page.getByRole('heading', { name }).waitFor();
}

test('a model predicts the table that it learned from, and one that lacks its columns is shown as unsuitable', { timeout: 180_000 }, async () => {
  await useSample(page, 'mtcars');
  await page.getByRole('link', { name: 'rtemis, to the start' }).click();
  await trainAndPredict('iris', 'CART');
  expect(await choice('mtcars').isDisabled()).toBe(true);
  await page.getByText('Unsuitable: it lacks 4 columns of the model: Sepal.Length, Sepal.Width, Petal.Length, Petal.Width.').waitFor();
  expect(await choice('iris').isChecked()).toBe(true);
  await look('form');
  await lookNarrow('form');
  await page.getByLabel('Question').fill('Which species?');
  await page.getByRole('button', { name: 'Show the request' }).click();
  const shown: unknown = JSON.parse((await page.getByLabel('The request as JSON').textContent()) ?? '');
  await page.keyboard.press('Escape');
  await submitButton(page, 'Predict').click();

  const metrics = page.getByRole('region', { name: 'Metrics', exact: true });
  await metrics.getByRole('listitem').filter({ hasText: 'Balanced accuracy' }).filter({ hasText: '0.973' }).waitFor();
  expect(sent.filter((r) => r.method === 'predict')).toEqual([shown]);
  await page.getByRole('heading', { name: 'CART prediction' }).waitFor();
  const about = page.getByRole('region', { name: 'About this run' });
  await about.getByText('was applied to 150 cases').waitFor();
  await about.getByText('Which species?').waitFor();
  expect(await tabsOf(page)).toEqual(['Overview', 'Metrics', 'Confusion', 'ROC', 'Predictions', 'Timeline', 'Progress log', 'Record']);
  await look('overview');

  for (const tab of ['Metrics', 'Confusion', 'ROC', 'Timeline', 'Record']) {
    await openTab(page, tab);
    await look(tab);
  }
  expect(await openTab(page, 'Predictions')).toEqual(['Predicted probability of setosa']);
  const grid = page.getByRole('grid', { name: 'All predictions' });
  await grid.getByRole('gridcell', { name: 'setosa' }).first().waitFor();
  expect(await grid.getAttribute('aria-rowcount')).toBe('151');
  await grid.getByRole('columnheader', { name: /^prob_setosa/ }).click();
  await grid.getByRole('gridcell', { name: 'versicolor' }).or(grid.getByRole('gridcell', { name: 'virginica' })).first().waitFor();
  await look('Predictions');
  const download = page.getByRole('button', { name: 'Download this table' });
  const csv = csvLines((await savedFromMenu(page, download, 'Table (CSV)')).text);
  expect([csv[0], csv.length]).toEqual(['actual,predicted,prob_setosa,prob_versicolor,prob_virginica', 151]);
  expect(tableFromIPC((await savedFromMenu(page, download, 'Table (Arrow)')).bytes).numRows).toBe(150);
  await page.getByLabel('With the columns of the table').check();
  await grid.getByRole('columnheader', { name: /^Sepal\.Length/ }).waitFor();
  const beside = csvLines((await savedFromMenu(page, download, 'Table (CSV)')).text);
  expect([beside[0], beside.length]).toEqual([`${csv[0] ?? ''},Sepal.Length,Sepal.Width,Petal.Length,Petal.Width,Species`, 151]);

  await lookNarrow('result');
  // The model's job is a click away, and the prediction can be asked for again.
  await page.getByRole('button', { name: 'Run again with changes' }).click();
  await expect.poll(() => choice('iris').isChecked()).toBe(true);
  expect(await page.getByLabel('Question').inputValue()).toBe('Which species?');
  await page.getByRole('main').getByRole('link', { name: 'CART on iris' }).click();
  await page.getByRole('region', { name: 'Training metrics' }).waitFor();
  expect(found, JSON.stringify(found, null, 2)).toEqual([]);
  expectQuiet(watched, server.port);
});

test('a table without the outcome is predicted, with nothing to compare', { timeout: 120_000 }, async () => {
  await useSample(page, 'mtcars');
  await withoutOutcome('mtcars', 'mpg', 'wt', 'new-cars');
  await page.getByRole('link', { name: 'rtemis, to the start' }).click();
  await trainAndPredict('mtcars', 'CART');
  await page.getByText('Without mpg: there are predictions').waitFor();
  expect(await choice('new-cars').isChecked()).toBe(true);
  await submitButton(page, 'Predict').click();
  await page.getByText('there is nothing to compare the predictions with').waitFor();
  expect(await tabsOf(page)).toEqual(['Overview', 'Predictions', 'Timeline', 'Progress log', 'Record']);
  await look('overview');
  expect(await openTab(page, 'Predictions')).toEqual(['Distribution of predictions']);
  await openTab(page, 'Record');
  await look('record');
  expect(found, JSON.stringify(found, null, 2)).toEqual([]);
  expectQuiet(watched, server.port);
});

test('a job of resamples says why it cannot predict', async () => {
  await useSample(page, 'iris');
  await startTraining(page, { algorithm: 'CART', resamples: 3 });
  await page.getByRole('region', { name: 'About this run' }).getByText('only a job without outer resampling').waitFor();
  const predict = page.getByRole('article').getByRole('button', { name: 'Predict', exact: true });
  expect(await predict.isDisabled()).toBe(true);
  expect(await predict.getAttribute('title')).toContain('only a job without outer resampling');
  await look('resampled');
  expect(found, JSON.stringify(found, null, 2)).toEqual([]);
  expectQuiet(watched, server.port);
});
