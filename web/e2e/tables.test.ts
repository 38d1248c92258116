import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordBatchFileWriter, Table, tableFromIPC, tableToIPC, vectorFromArray } from 'apache-arrow';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { expectQuiet, launchBrowser, watchedContext, type Watched } from './browser';
import { watchMainThread } from './main-thread';
import { openOwnSession, startHeading } from './person';
import { csvLines, savedFromMenu } from './saved-file';
import { FrameDecoder } from '../src/wire/frame';
import { startServer, type RunningServer } from './server';

let browser: Browser;
let server: RunningServer;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  watched = await watchedContext(browser, { acceptDownloads: true });
  page = await watched.context.newPage();
  await openOwnSession(page, server);
});

afterEach(() => watched.context.close());

interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const given = (name: string, content: string | Uint8Array): GivenFile => ({ name, mimeType: '', buffer: Buffer.from(content) });

const choose = (file: GivenFile | string): Promise<void> => page.getByLabel('Table file').setInputFiles(file);

/** Drops a file as the system's file manager does. */
async function drop(file: GivenFile): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, content }) => {
      const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name));
      return data;
    },
    { name: file.name, content: file.buffer.toString('base64') },
  );
  const target = page.getByRole('main');
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: transfer });
  await transfer.dispose();
}

async function added(name: string, rows: number, columns: number): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await page.getByText(`${rows.toLocaleString('en')} rows, ${columns} columns`).first().waitFor();
  await page.getByRole('grid', { name: `Rows of ${name}` }).getByRole('gridcell').first().waitFor();
}

const csvText = (delimiter: string): string =>
  [['id', 'name', 'when', 'y'], ...Array.from({ length: 30 }, (_, i) => [i + 1, i % 2 ? 'odd' : 'even', `2024-01-${String((i % 28) + 1).padStart(2, '0')}`, i / 4])]
    .map((row) => row.join(delimiter))
    .join('\n');

function arrowTable(): Table {
  return new Table({ id: vectorFromArray(Int32Array.from({ length: 30 }, (_, i) => i)), name: vectorFromArray(Array.from({ length: 30 }, (_, i) => (i % 3 ? 'a' : 'b'))) });
}

const files: [string, () => Promise<GivenFile> | GivenFile, number, number][] = [
  ['comma.csv', () => given('comma.csv', csvText(',')), 30, 4],
  ['tab.tsv', () => given('tab.tsv', csvText('\t')), 30, 4],
  ['semicolon.csv', () => given('semicolon.csv', csvText(';')), 30, 4],
  ['snappy.parquet', async () => given('snappy.parquet', await readFile(new URL('../test/tables/fixtures/snappy.parquet', import.meta.url))), 400, 9],
  ['zstd.parquet', async () => given('zstd.parquet', await readFile(new URL('../test/tables/fixtures/zstd.parquet', import.meta.url))), 400, 9],
  ['whole.arrow', () => given('whole.arrow', RecordBatchFileWriter.writeAll(arrowTable()).toUint8Array(true)), 30, 2],
  ['stream.arrows', () => given('stream.arrows', tableToIPC(arrowTable(), 'stream')), 30, 2],
];

test.each(files)('%s is taken, chosen or dropped', async (name, make, rows, columns) => {
  const file = await make();
  const table = name.replace(/\.\w+$/, '');
  await choose(file);
  await added(table, rows, columns);
  await page.getByRole('link', { name: 'Add a table' }).click();
  await startHeading(page).waitFor();
  await drop({ ...file, name: `dropped-${name}` });
  await added(`dropped-${table}`, rows, columns);
  expectQuiet(watched, server.port);
});

test('a broken file is refused with its line, and the next one is taken', async () => {
  await choose(given('broken.csv', 'a,b,c\n1,2,3\n4,5\n6,7,8\n'));
  await page.getByRole('alert').filter({ hasText: 'Line 3 has 2 cells, but there are 3 columns' }).waitFor();
  await choose(given('words.parquet', 'this is no Parquet'));
  await expect.poll(() => page.getByRole('alert').filter({ hasText: /Line 3/ }).count()).toBe(0);
  await page.getByRole('group', { name: 'Adding words' }).getByRole('alert').waitFor();
  await choose(given('header.csv', 'a,b\n'));
  await page.getByRole('alert').filter({ hasText: 'no rows below it' }).waitFor();
  await choose(given('good.csv', csvText(',')));
  await added('good', 30, 4);
  expectQuiet(watched, server.port);
});

test('outcome, columns and types are changed into a new table', async () => {
  await choose(given('raw.csv', ['group,x,note,y', ...Array.from({ length: 40 }, (_, i) => `${i % 3},${i},text ${i % 5},${i * 2}`), ''].join('\n')));
  await added('raw', 40, 4);
  await page.getByLabel('group is the outcome').check({ force: true });
  await page.getByLabel('Type of group').selectOption({ label: 'Make categories' });
  await page.getByLabel('Use note').uncheck();
  expect(await page.getByLabel('Use group').isDisabled()).toBe(true);
  const changes = page.getByRole('form', { name: 'Changes to the columns' });
  await changes.getByText('group is the outcome, 1 column left out, 1 type changed').waitFor();
  await changes.getByLabel('Name').fill('arranged');
  await changes.getByRole('button', { name: 'Make the table' }).click();
  await added('arranged', 40, 3);
  const header = page.getByRole('grid', { name: 'Rows of arranged' }).getByRole('columnheader');
  expect((await header.allTextContents()).map((t) => t.trim())).toEqual(['x', 'y', 'group']);
  const saved = await savedFromMenu(page, page.getByRole('button', { name: 'More for this table' }), 'Save as CSV');
  expect(csvLines(saved.text).slice(0, 3)).toEqual(['x,y,group', '0,0,0', '1,2,1']);
  const arrow = await savedFromMenu(page, page.getByRole('button', { name: 'More for this table' }), /Save as Arrow/);
  expect(tableFromIPC(arrow.bytes).numRows).toBe(40);
  // The outcome is a category now: the model is a classifier.
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Train', exact: true }).or(main.getByRole('button', { name: 'Train', exact: true })).first().click();
  await page.getByText('Classification of group (3 classes)').waitFor();
  // The table that it was made of is as it was.
  await page.getByRole('navigation').getByRole('link', { name: /^raw/ }).click();
  await added('raw', 40, 4);
  expectQuiet(watched, server.port);
});

test('a table is deleted after a question', async () => {
  await choose(given('gone.csv', csvText(',')));
  await added('gone', 30, 4);
  await page.getByRole('button', { name: 'More for this table' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await startHeading(page).waitFor();
  await page.getByText('No tables yet.').waitFor();
  expectQuiet(watched, server.port);
});

const large = { rows: 100_000, columns: 50, path: join(tmpdir(), `rtemis-large-${process.pid}.csv`) };

beforeAll(async () => {
  const lines = [Array.from({ length: large.columns }, (_, c) => `column_${c}`).join(',')];
  for (let r = 0; r < large.rows; r++) lines.push(Array.from({ length: large.columns }, (_, c) => ((r * 31 + c * 17) % 9973) / 8).join(','));
  await writeFile(large.path, `${lines.join('\n')}\n`);
});

afterAll(() => rm(large.path, { force: true }));

test('a table of 100,000 rows and 50 columns is read and sent while the page stays alive, and shown to its last row', { timeout: 240_000 }, async () => {
  const seen = await watchMainThread(page, async () => {
    await choose(large.path);
    await page.getByRole('heading', { level: 1, name: /^rtemis-large/ }).waitFor({ timeout: 180_000 });
  });
  console.log(`Reading and sending ${large.rows} x ${large.columns}: ${seen.tasks} tasks, the longest ${seen.longest.join(', ')} ms`);
  expect(seen.tasks).toBeGreaterThan(10);
  // A page that read by itself would stand for seconds.
  expect(Math.max(...seen.longest)).toBeLessThan(500);
  const grid = page.getByRole('grid', { name: /^Rows of rtemis-large/ });
  await grid.getByRole('gridcell').first().waitFor();
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(large.rows + 1));
  await grid.evaluate((box) => (box.scrollTop = box.scrollHeight));
  const last = grid.locator(`[role=row][aria-rowindex="${large.rows + 1}"]`);
  await last.getByRole('gridcell').first().waitFor();
  const value = (((large.rows - 1) * 31) % 9973) / 8;
  await expect.poll(async () => Number(await last.getByRole('gridcell').first().textContent())).toBeCloseTo(value, 1);
  // By keyboard to the last column and back to the first cell.
  await last.getByRole('gridcell').first().click();
  await page.keyboard.press('Control+End');
  await grid.getByRole('columnheader', { name: `column_${large.columns - 1}` }).waitFor();
  await page.keyboard.press('Control+Home');
  await grid.locator('[role=row][aria-rowindex="2"]').waitFor();
  expectQuiet(watched, server.port);
});

test('a file can be given up while it is read, and leaves nothing behind', { timeout: 120_000 }, async () => {
  await choose(large.path);
  const adding = page.getByRole('group', { name: /^Adding rtemis-large/ });
  await adding.getByRole('progressbar').waitFor();
  await adding.getByRole('button', { name: 'Cancel' }).click();
  await adding.getByText('Gave up').waitFor();
  await page.getByText('No tables yet.').waitFor();
  await adding.getByRole('button', { name: 'Close' }).click();
  await choose(given('small.csv', csvText(',')));
  await added('small', 30, 4);
  expectQuiet(watched, server.port);
});

test('a file can be given up while it is sent, which the server is told', async () => {
  // The wire is held: what is uploaded never arrives.
  const methods: string[] = [];
  await page.routeWebSocket(/^ws:/, (socket) => {
    const onward = socket.connectToServer();
    const decoder = new FrameDecoder();
    let pieces: Buffer[] = [];
    socket.onMessage((message) => {
      const piece = Buffer.from(message);
      pieces.push(piece);
      for (const { header } of decoder.push(piece)) {
        const method = String(header['method']);
        methods.push(method);
        if (method !== 'data.upload.chunk') for (const whole of pieces) onward.send(whole);
        pieces = [];
      }
    });
  });
  await page.reload();
  await startHeading(page).waitFor();
  await choose(given('held.csv', csvText(',')));
  const adding = page.getByRole('group', { name: 'Adding held' });
  await expect.poll(() => methods.filter((m) => m === 'data.upload.chunk').length).toBe(1);
  await adding.getByText('Sending').waitFor();
  await adding.getByRole('button', { name: 'Cancel' }).click();
  await adding.getByText('Gave up').waitFor();
  await expect.poll(() => methods).toContain('data.upload.cancel');
  expect(methods).not.toContain('data.upload.end');
  await page.getByText('No tables yet.').waitFor();
  expectQuiet(watched, server.port);
});
