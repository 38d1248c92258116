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

/** The rules that are looked at: those of WCAG 2 A and AA, or those that colours can break, where all else has been looked at in other colours. */
type Rules = 'all' | 'colours';

const tags: Record<Rules, string[]> = { all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], colours: ['color-contrast', 'link-in-text-block'] };

/** What axe-core finds against the rules, and whether the page can be scrolled sideways. */
export async function complaintsAt(page: Page, where: string, rules: Rules = 'all'): Promise<Complaint[]> {
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity).map((a) => a.finished.catch(() => undefined)));
  });
  let found = await brokenRules(page, rules);
  // On a busy machine a page may be looked at while it is being drawn: what is wrong is so twice.
  if (found.length > 0) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const again = await brokenRules(page, rules);
    found = again.filter((a) => found.some((f) => f.rule === a.rule));
  }
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 0) found.push({ rule: `the page is ${sideways} px too wide`, elements: await tooWide(page) });
  return found.map((f) => ({ where, ...f }));
}

const brokenRules = (page: Page, rules: Rules): Promise<Omit<Complaint, 'where'>[]> =>
  page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.map((v) => ({ rule: `${v.id}: ${v.help}`, elements: v.nodes.slice(0, 4).map((n) => `${n.html.slice(0, 200)} ${n.failureSummary?.split('\n')[1]?.trim() ?? ''}`) }));
  }, tags[rules]);

const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 4)
      .map((e) => e.outerHTML.slice(0, 160)),
  );
