import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser, watchedContext, type Watched } from './browser';
import { startServer, type RunningServer } from './server';

const token = 'abcd-1234-ef56-7890';
let browser: Browser;
let server: RunningServer;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  server = await startServer({ args: ['--token', token] });
  watched = await watchedContext(browser);
  page = await watched.context.newPage();
});

afterEach(async () => {
  await watched.context.close();
  await server.stop();
});

const connected = (on: Page) => on.locator('header').getByRole('status').filter({ hasText: 'Connected' }).waitFor({ state: 'attached' });
const session = (on: Page) => on.locator('header').getByRole('button', { name: /^Session / });
const field = (on: Page) => on.getByLabel('Token', { exact: true });

async function enter(on: Page, text: string): Promise<void> {
  await field(on).fill(text);
  await on.getByRole('button', { name: 'Connect' }).click();
}

it('opens by its link, once, and leaves no trace of the code; a reload and another tab come by themselves', async () => {
  await page.goto(server.link);
  await connected(page);
  expect(new URL(page.url()).hash).not.toContain('code');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const name = await session(page).textContent();
  await page.reload();
  await connected(page);
  expect(await session(page).textContent()).toBe(name);
  const second = await watched.context.newPage();
  await second.goto(server.origin);
  await connected(second);
  expect((await session(second).textContent())?.trim()).toContain(name?.trim());
  expect(watched.complaints).toEqual([]);

  const stranger = await watchedContext(browser);
  const other = await stranger.context.newPage();
  await other.goto(server.link);
  await other.getByText('This link was used already').waitFor();
  await stranger.context.close();
});

it('asks for the token, refuses a wrong one in words, and takes the right one', async () => {
  await page.goto(server.origin);
  await enter(page, 'wrong');
  await page.getByText('This token is not the right one.').waitFor();
  await enter(page, ` ${token} `);
  await connected(page);
  expect(watched.complaints).toEqual([]);
});

it('shows a new name in both tabs', async () => {
  await page.goto(server.link);
  await connected(page);
  const second = await watched.context.newPage();
  await second.goto(server.origin);
  await connected(second);
  await session(page).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('hearts');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await session(second).filter({ hasText: 'hearts' }).waitFor();
});

it('says in the other tab that the session was deleted, and goes on in a new one', async () => {
  await page.goto(server.link);
  await connected(page);
  const second = await watched.context.newPage();
  await second.goto(server.origin);
  await session(second).waitFor();
  await session(page).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await second.getByText('was deleted elsewhere').waitFor();
});

it('comes back by itself when the server was killed and started anew, and says that the session is gone', async () => {
  await page.goto(server.link);
  await session(page).waitFor();
  await server.kill();
  await page.getByRole('button', { name: 'Retry' }).waitFor();
  server = await startServer({ port: server.port, args: ['--token', token] });
  await page.getByText('The server was restarted. The tables and jobs of the session before are gone.').waitFor();
  await connected(page);
  await session(page).waitFor();
});

it('asks for the token when the server that came back has another one', async () => {
  await page.goto(server.link);
  await session(page).waitFor();
  await server.kill();
  server = await startServer({ port: server.port });
  await page.getByText('The server was restarted and has a new token.').waitFor();
  await enter(page, server.token);
  await session(page).waitFor();
});
