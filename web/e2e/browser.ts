import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Debian's Chromium, or the one that `CHROMIUM_PATH` names, without any request of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags });
}

/** What the pages of a context complained of: a test asks that it stays empty. */
export interface Watched {
  context: BrowserContext;
  /** Console warnings and errors, uncaught errors and refused requests, as they came. */
  complaints: string[];
  /** Every address that a page asked for. */
  requests: string[];
}

/** A fresh context whose pages are listened to. */
export async function watchedContext(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const watched: Watched = { context, complaints: [], requests: [] };
  context.on('page', (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') watched.complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => watched.complaints.push(`uncaught: ${error.message}`));
    page.on('request', (request) => watched.requests.push(request.url()));
  });
  return watched;
}
