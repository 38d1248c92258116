import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

export interface SavedFile {
  name: string;
  bytes: Buffer;
  text: string;
}

/** What the browser saves when this is done. */
export async function savedBy(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** What an entry of a menu saves. */
export function savedFromMenu(page: Page, button: Locator, item: string | RegExp): Promise<SavedFile> {
  return savedBy(page, async () => {
    await button.click();
    await page.getByRole('menuitem', { name: item }).click();
  });
}

/** The rows of a CSV that has no line breaks in its cells, the header first. */
export const csvLines = (text: string): string[] => text.replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/);
