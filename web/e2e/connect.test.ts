import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { expectQuiet, forgetFailedConnections, launchBrowser, watchedContext, type Watched } from './browser';
import { startForeignPage } from './foreign-page';
import { connectByToken, enterToken, sessionButton, startHeading, tokenField } from './person';
import { startServer, type RunningServer } from './server';

let browser: Browser;
let server: RunningServer;
let watched: Watched;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  server = await startServer();
  watched = await watchedContext(browser);
});

afterEach(async () => {
  await watched.context.close();
  await server.stop();
});

async function historyOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  return (await session.send('Page.getNavigationHistory')).entries.map((entry) => entry.url);
}

test('the printed link connects without typing, and its code is kept nowhere', async () => {
  const page = await watched.context.newPage();
  await page.goto(server.link);
  await startHeading(page).waitFor();
  expect(page.url()).toBe(`${server.origin}/`);
  const code = new URL(server.link).hash.replace('#code=', '');
  expect(code.length).toBeGreaterThan(8);
  for (const address of [...(await historyOf(page)), ...watched.requests, ...watched.referrers]) expect(address).not.toContain(code);
  expect(watched.requests).toContain(`ws://127.0.0.1:${server.port}/`);
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.referrer]));
  expect(stored).not.toContain(code);
  expectQuiet(watched, server.port);
});

test('after the link a reload needs nothing', async () => {
  const page = await watched.context.newPage();
  await page.goto(server.link);
  await startHeading(page).waitFor();
  const name = await sessionButton(page).getAttribute('aria-label');
  await page.reload();
  await startHeading(page).waitFor();
  expect(await sessionButton(page).getAttribute('aria-label')).toBe(name);
  expectQuiet(watched, server.port);
});

test('a wrong token is told so, an empty one is asked for, the right one connects', async () => {
  const page = await watched.context.newPage();
  await page.goto(server.origin);
  await tokenField(page).waitFor();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByText('Enter the token.').waitFor();
  await enterToken(page, 'aaaa-bbbb-cccc-dddd');
  await page.getByText('This token is not the right one.').waitFor();
  expect(await tokenField(page).getAttribute('aria-invalid')).toBe('true');
  await enterToken(page, ` ${server.token} `);
  await startHeading(page).waitFor();
  expectQuiet(watched, server.port);
});

test('a pasted link connects as a token does', async () => {
  const page = await watched.context.newPage();
  await page.goto(server.origin);
  await enterToken(page, server.link);
  await startHeading(page).waitFor();
  expectQuiet(watched, server.port);
});

test('the link works once: elsewhere it asks for the token and says why', async () => {
  const first = await watched.context.newPage();
  await first.goto(server.link);
  await startHeading(first).waitFor();
  const other = await watchedContext(browser);
  const second = await other.context.newPage();
  await second.goto(server.link);
  await second.getByText('This link was used already').waitFor();
  expect(second.url()).toBe(`${server.origin}/`);
  await enterToken(second, server.token);
  await second.getByRole('heading', { name: 'Choose a session' }).waitFor();
  expectQuiet(watched, server.port);
  expectQuiet(other, server.port);
  await other.context.close();
});

test('a second tab at the plain address just connects, into the same session', async () => {
  const first = await watched.context.newPage();
  await first.goto(server.link);
  await startHeading(first).waitFor();
  const name = (await sessionButton(first).getAttribute('aria-label')) ?? '';
  const second = await watched.context.newPage();
  await second.goto(server.origin);
  await startHeading(second).waitFor();
  await sessionButton(second, `${name}, also open in 1 other place`).waitFor();
  await sessionButton(first, `${name}, also open in 1 other place`).waitFor();
  expectQuiet(watched, server.port);
});

test('the page of another origin is turned away, in words', async () => {
  const foreign = await startForeignPage(server.port);
  onTestFinished(foreign.stop);
  const page = await watched.context.newPage();
  await page.goto(`${foreign.origin}/#code=none`);
  await page.getByText('The server runs but does not let this page in.').waitFor();
  await page.getByRole('button', { name: 'Try now' }).waitFor();
  expect(await tokenField(page).count()).toBe(0);
  await page.close();
  forgetFailedConnections(watched);
  expectQuiet(watched, Number(new URL(foreign.origin).port));
});

test('where the server stops, the page says so and comes back by itself when it runs again', async () => {
  const page = await watched.context.newPage();
  await connectByToken(page, server);
  await startHeading(page).waitFor();
  await server.stop();
  await page.getByRole('banner').getByText('Server not running').first().waitFor();
  await page.getByRole('button', { name: 'Server not running' }).click();
  await page.getByText('The server does not run. Start it in a terminal; the page then connects by itself.').waitFor();
  server = await startServer({ port: server.port, args: ['--token', server.token] });
  await page.getByText('The server was restarted. The tables and jobs of the session before are gone.').waitFor();
  await page.getByRole('button', { name: 'Connected' }).waitFor();
  await startHeading(page).waitFor();
  forgetFailedConnections(watched);
  expectQuiet(watched, server.port);
});

test('a server that was restarted with another token asks for it', async () => {
  const page = await watched.context.newPage();
  await page.goto(server.link);
  await startHeading(page).waitFor();
  await server.stop();
  await page.getByRole('banner').getByText('Server not running').first().waitFor();
  server = await startServer({ port: server.port });
  await page.getByText('The server was restarted and has a new token.').waitFor();
  await enterToken(page, server.token);
  await startHeading(page).waitFor();
  await page.getByText('The server was restarted. The tables and jobs of the session before are gone.').waitFor();
  forgetFailedConnections(watched);
  expectQuiet(watched, server.port);
});

test('a page whose server was killed stays as it is and can be told to try again', async () => {
  const page = await watched.context.newPage();
  await page.goto(server.link);
  await startHeading(page).waitFor();
  await server.kill();
  await page.getByRole('banner').getByText('Server not running').first().waitFor();
  // What is there stays usable: the person may still look at it.
  await startHeading(page).waitFor();
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.getByRole('banner').getByText('Server not running').first().waitFor();
  forgetFailedConnections(watched);
  expectQuiet(watched, server.port);
});
