import { describe, expect, it } from 'vitest';
import { layOut, layOutPreprocessing } from '../../src/forms/groups';
import { schemaFor, catalog } from './catalog';

const names = (groups: { options: { name: string }[] }[]) => groups.flatMap((g) => g.options.map((o) => o.name));

describe('the layout of options', () => {
  const all = (['train', 'decomp', 'cluster'] as const).flatMap((type) => Object.keys(catalog[type]).map((name) => [type, name] as const));

  it.each(all)('shows each option of a %s by %s once, and few at first', (type, algorithm) => {
    const options = schemaFor(type, algorithm).algorithm;
    const { main, more } = layOut(options);
    expect(names([...main, ...more]).sort()).toEqual(options.map((o) => o.name).sort());
    expect(names(main).length).toBeLessThanOrEqual(6);
    expect(names(main).length).toBeGreaterThan(0);
    expect(main.some((g) => g.id === 'advanced')).toBe(false);
  });

  it('groups those of CART by what they mean', () => {
    const { main, more } = layOut(schemaFor('train', 'CART').algorithm);
    const labels = Object.fromEntries([...main, ...more].map((g) => [g.label, g.options.map((o) => o.name)]));
    expect(main[0]?.label).toBe('Tree growth');
    expect(labels['Surrogates']).toEqual(['maxcompete', 'maxsurrogate', 'usesurrogate', 'surrogatestyle']);
    expect(names(main)).toEqual(expect.arrayContaining(['cp', 'maxdepth', 'minsplit', 'minbucket', 'prune_cp', 'ifw']));
  });

  it.each(Object.keys(catalog.train))('leaves few options of %s without a meaning', (algorithm) => {
    const { main, more } = layOut(schemaFor('train', algorithm).algorithm);
    expect(names([...main, ...more].filter((g) => g.id === 'general')).length).toBeLessThanOrEqual(4);
  });

  it('puts seeds and worker settings last', () => {
    const { more } = layOut(schemaFor('train', 'LightGBM').algorithm);
    expect(more.at(-1)?.label).toBe('Advanced');
    expect(more.at(-1)?.options.map((o) => o.name)).toEqual(expect.arrayContaining(['bagging_seed', 'device_type', 'force_col_wise']));
  });

  it('has preprocessing by what it is about', () => {
    const groups = layOutPreprocessing(schemaFor('train', 'CART').preprocessor);
    expect(groups.map((g) => g.label)).toEqual(['Missing values', 'Scaling', 'Removing', 'Types', 'Dates']);
    expect(names(groups).length).toBe(catalog.preprocessor.length);
  });
});
