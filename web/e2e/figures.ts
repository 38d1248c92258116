import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { csvLines, savedFromMenu } from './saved-file';

/** Whether a picture has more colours than an empty one, which has one or two. */
function isDrawn(canvas: HTMLCanvasElement): boolean {
  const context = canvas.getContext('2d');
  if (!context || canvas.width === 0 || canvas.height === 0) return false;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set<number>();
  for (let i = 0; i < data.length && seen.size < 5; i += 4) seen.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
  return seen.size >= 5;
}

const titleOf = async (figure: Locator): Promise<string> => (await figure.getByRole('heading').first().textContent()) ?? '';

/** One chart is drawn, and says itself in words. */
export async function seeFigure(figure: Locator): Promise<void> {
  const title = await titleOf(figure);
  const canvas = figure.locator('canvas').first();
  await canvas.waitFor();
  await expect.poll(() => canvas.evaluate(isDrawn), { message: `${title} is drawn`, timeout: 15_000 }).toBe(true);
  expect((await figure.getByRole('img').first().getAttribute('aria-label'))?.length, `${title} in words`).toBeGreaterThan(20);
}

/** One chart is saved in each format, and is a table too. */
async function saveFigure(page: Page, figure: Locator): Promise<void> {
  const title = await titleOf(figure);
  const download = figure.getByRole('button', { name: `Download: ${title}` });
  const svg = await savedFromMenu(page, download, 'Picture (SVG)');
  expect(svg.name).toMatch(/\.svg$/);
  expect(svg.text).toMatch(/^<svg/);
  expect(svg.text).toContain('<path');
  const png = await savedFromMenu(page, download, 'Picture (PNG)');
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const csv = await savedFromMenu(page, download, 'Data (CSV)');
  await figure.getByRole('button', { name: 'Show as table' }).click();
  const rows = figure.getByRole('table').locator('tbody').getByRole('row');
  await rows.first().waitFor();
  expect(csvLines(csv.text).length - 1, `${title}: rows of the file and of the table`).toBeGreaterThanOrEqual(await rows.count());
  await figure.getByRole('button', { name: 'Show as chart' }).click();
  await figure.locator('canvas').first().waitFor();
}

/** Opens a tab of the results and sees all its charts; their titles. */
export async function openTab(page: Page, tab: string): Promise<string[]> {
  await page.getByRole('tab', { name: tab, exact: true }).click();
  const panel = page.getByRole('tabpanel', { name: tab, exact: true });
  await panel.locator('figure, table, [role=grid], [role=listbox], [role=tree], [role=log], details').first().waitFor();
  // What is drawn of many rows is read after what stands there at once.
  await expect.poll(() => panel.getByRole('status').filter({ hasText: /^Reading/ }).count()).toBe(0);
  const figures = await panel.getByRole('figure').all();
  for (const figure of figures) await seeFigure(figure);
  return Promise.all(figures.map(titleOf));
}

/** Opens a tab and does all that its charts can. They are saved by the same code whatever they show: once for each kind of chart is enough. */
export async function useTab(page: Page, tab: string): Promise<string[]> {
  const titles = await openTab(page, tab);
  for (const figure of await page.getByRole('tabpanel', { name: tab, exact: true }).getByRole('figure').all()) await saveFigure(page, figure);
  return titles;
}

/** The tabs that the shown job has. */
export const tabsOf = (page: Page): Promise<string[]> => page.getByRole('tab').allTextContents().then((all) => all.map((t) => t.trim()));
