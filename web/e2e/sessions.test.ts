import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { expectQuiet, launchBrowser, watchedContext, type Watched } from './browser';
import { chooseInSessionMenu, createSession, longTraining, openOwnSession, sessionButton, startTraining, submitButton, useSample } from './person';
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
  watched = await watchedContext(browser);
  page = await watched.context.newPage();
  session = await openOwnSession(page, server);
});

afterEach(() => watched.context.close());

async function secondTab(): Promise<Page> {
  const tab = await watched.context.newPage();
  await tab.goto(server.origin);
  await sessionButton(tab, /, also open in 1 other place$/).waitFor();
  await sessionButton(page, /, also open in 1 other place$/).waitFor();
  return tab;
}

test('a session is made with the name that was given', async () => {
  await createSession(page, 'trial-A.2');
  await chooseInSessionMenu(page, 'Switch session...');
  const sessions = page.getByRole('dialog').getByRole('list', { name: 'Sessions' });
  await sessions.getByText('trial-A.2').waitFor();
  await sessions.getByText(session, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expectQuiet(watched, server.port);
});

test('a name that cannot be is refused as it is typed, and a right one is taken', async () => {
  await chooseInSessionMenu(page, 'Rename...');
  const dialog = page.getByRole('dialog', { name: 'Rename the session' });
  const name = dialog.getByLabel('Name');
  await name.fill('two words');
  await dialog.getByText("A space can't stand in a name").waitFor();
  await name.fill('käse');
  await dialog.getByText(`"ä" can't stand in a name`).waitFor();
  await name.fill('n'.repeat(65));
  await dialog.getByText('A name has at most 64 characters, this one has 65.').waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  expect(await dialog.isVisible()).toBe(true);
  await name.fill('');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByText('Enter a name.').waitFor();
  await name.fill('n'.repeat(64));
  await name.press('Enter');
  await sessionButton(page, `Session ${'n'.repeat(64)}`).waitFor();
  await dialog.waitFor({ state: 'detached' });
  expectQuiet(watched, server.port);
});

test('who leaves chooses again, and finds all as it was after joining', async () => {
  await createSession(page, 'first');
  await useSample(page, 'iris');
  await createSession(page, 'second');
  await page.getByText('No tables yet.').waitFor();
  await chooseInSessionMenu(page, 'Leave');
  await page.getByRole('heading', { name: 'Choose a session' }).waitFor();
  await page.getByRole('button', { name: 'Join first' }).click();
  await sessionButton(page, 'Session first').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: /^iris/ }).waitFor();
  expectQuiet(watched, server.port);
});

test('a session is deleted only after a question that says what is lost', async () => {
  await createSession(page, 'doomed');
  await useSample(page, 'iris');
  await submitButton(page, 'Train').click();
  await page.getByRole('article').waitFor();
  await chooseInSessionMenu(page, 'Delete...');
  const dialog = page.getByRole('dialog', { name: 'Delete the session?' });
  await dialog.getByText('"doomed" with its 1 table and 1 job is deleted for good').waitFor();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await sessionButton(page, 'Session doomed').waitFor();
  await chooseInSessionMenu(page, 'Delete...');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'Choose a session' }).waitFor();
  expect(await page.getByRole('button', { name: 'Join doomed' }).count()).toBe(0);
  expectQuiet(watched, server.port);
});

test('two tabs on one session stay in step', async () => {
  const other = await secondTab();
  // A table that one adds is there in the other.
  await useSample(page, 'patients');
  await other.getByRole('navigation').getByRole('link', { name: /^patients/ }).waitFor();
  // A job that one starts is live in the other, and takes nothing away of what is looked at there.
  await startTraining(page, { algorithm: 'CART', validation: 'None' });
  await other.getByRole('navigation').getByRole('link', { name: /^CART/ }).click();
  await other.getByRole('tab', { name: 'Importance', exact: true }).click();
  await other.getByRole('button', { name: 'Show as table' }).click();
  await page.getByRole('tab', { name: 'Overview', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Run again with changes' }).click();
  await page.getByText('As an earlier job had it.').waitFor();
  await startTraining(page, longTraining);
  const running = other.getByRole('navigation').getByRole('link', { name: /^CART Running/ });
  await running.waitFor();
  expect(await other.getByRole('button', { name: 'Show as chart' }).isVisible()).toBe(true);
  await running.click();
  const counted = other.getByRole('article').getByText(/^Outer resamples: \d+ of 2000$/);
  await counted.waitFor();
  const before = Number(/\d+/.exec((await counted.textContent()) ?? '')?.[0]);
  await expect.poll(async () => Number(/\d+/.exec((await counted.textContent()) ?? '')?.[0]), { timeout: 20_000 }).toBeGreaterThan(before);
  // The other may end it.
  await other.getByRole('article').getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('region', { name: 'Cancelled' }).waitFor();
  // A new name is seen at once.
  await chooseInSessionMenu(page, 'Rename...');
  await page.getByRole('dialog').getByLabel('Name').fill('shared');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await sessionButton(other, /^Session shared/).waitFor();
  // And so is the end, in words.
  await chooseInSessionMenu(page, 'Delete...');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await other.getByText('The session "shared" was deleted elsewhere. Its tables and jobs are gone.').waitFor();
  expectQuiet(watched, server.port);
});

test('a tab that is closed is counted no more', async () => {
  const other = await secondTab();
  await other.close();
  await sessionButton(page, /^Session [\w.-]+$/).waitFor();
  expectQuiet(watched, server.port);
});
