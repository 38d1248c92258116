import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// A folder may import from itself and from those before it; `ui` serves all of them and knows none.
const order = ['ui', 'wire', 'format', 'state', 'shell', 'tables', 'forms', 'results', 'jobs', 'report'];
const alone = new Set(['ui', 'wire']);
const source = fileURLToPath(new URL('../src/', import.meta.url));

describe('the page has layers', () => {
  const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'styles');

  it('knows the order of every folder', () => {
    expect(folders.map((folder) => folder.name).toSorted()).toEqual(order.toSorted());
  });

  it.each(order)('%s looks only downward', (folder) => {
    const allowed = alone.has(folder) ? [folder] : order.slice(0, order.indexOf(folder) + 1);
    const wrong = readdirSync(`${source}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|svelte)$/.test(file))
      .flatMap((file) => importedFolders(`${folder}/${file}`).map((imported) => ({ file, imported })))
      .filter(({ imported }) => !allowed.includes(imported));
    expect(wrong).toEqual([]);
  });
});

function importedFolders(file: string): string[] {
  const text = readFileSync(source + file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
    ([, path = '']) => new URL(path, `file:///${file}`).pathname.split('/')[1] ?? '',
  );
}
