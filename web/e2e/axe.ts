import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What a page has to run before it can be looked at: an init script. */
export const axeScript = (): Promise<string> => readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Complaint {
  where: string;
  rule: string;
  elements: string[];
}

/** What axe-core finds against WCAG 2 A and AA, and whether the page can be scrolled sideways. */
export async function complaintsAt(page: Page, where: string): Promise<Complaint[]> {
  const found = await broken(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 0) found.push({ rule: `the page is ${sideways} px too wide`, elements: await tooWide(page) });
  return found.map((f) => ({ where, ...f }));
}

/** What breaks a rule of colours alone: all that can differ between two themes. */
export async function colourComplaintsAt(page: Page, where: string): Promise<Complaint[]> {
  return (await broken(page, ['color-contrast'])).map((f) => ({ where, ...f }));
}

async function broken(page: Page, rules: string[]): Promise<Omit<Complaint, 'where'>[]> {
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity).map((a) => a.finished.catch(() => undefined)));
  });
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly });
    return violations.map((v) => ({ rule: `${v.id}: ${v.help}`, elements: v.nodes.slice(0, 4).map((n) => `${n.html.slice(0, 200)} ${n.failureSummary?.split('\n')[1]?.trim() ?? ''}`) }));
  }, rules);
}

const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 4)
      .map((e) => e.outerHTML.slice(0, 160)),
  );
