import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const headless = '/usr/bin/chromium-headless-shell';

/** The browser that `CHROMIUM_PATH` names, or Debian's Chromium, the one without windows if it is there; without any request of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? (existsSync(headless) ? headless : '/usr/bin/chromium'), args: flags });
}

/** What the pages of a context complained of: a test asks that it stays empty. */
export interface Watched {
  context: BrowserContext;
  /** Console warnings and errors, uncaught errors and refused requests, as they came. */
  complaints: string[];
  /** Every address that a page or its workers asked for, also of WebSockets. */
  requests: string[];
  /** What these requests gave as the page that they came from. */
  referrers: string[];
}

/** A fresh context whose pages are listened to. */
export async function watchedContext(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const watched: Watched = { context, complaints: [], requests: [], referrers: [] };
  context.on('page', (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') watched.complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => watched.complaints.push(`uncaught: ${error.message}`));
    page.on('websocket', (socket) => watched.requests.push(socket.url()));
  });
  context.on('request', (request) => {
    watched.requests.push(request.url());
    const referrer = request.headers()['referer'];
    if (referrer) watched.referrers.push(referrer);
  });
  return watched;
}

/** No warning, no error, and no request to anybody but the server. */
export function expectQuiet({ complaints, requests }: Watched, port: number): void {
  expect(complaints).toEqual([]);
  const own = new RegExp(`^(blob:)?(http|ws)://(127\\.0\\.0\\.1|localhost):${port}/`);
  expect(requests.filter((address) => !own.test(address))).toEqual([]);
}

/** Forgets what the browser itself writes to the console when a server is down or turns it away: a page can't prevent that. */
export function forgetFailedConnections(watched: Watched): void {
  const own = /^error: (WebSocket connection to 'ws:\S+' failed|Failed to load resource: net::ERR_)/;
  watched.complaints.splice(0, Infinity, ...watched.complaints.filter((c) => !own.test(c)));
}
