import { init } from '../../../src/results/charts/echarts';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../src/results/charts/figure';
import { actualPredictedFigure, correlation, residualFigure } from '../../../src/results/charts/fit';
import { probabilityFigure, residualHistogramFigure } from '../../../src/results/charts/histogram';
import { importanceFigure } from '../../../src/results/charts/importance';
import { loadingsFigure } from '../../../src/results/charts/loadings';
import { rocFigure } from '../../../src/results/charts/roc';
import { scatterFigure } from '../../../src/results/charts/scatter';
import { screeFigure } from '../../../src/results/charts/scree';
import { sizesFigure } from '../../../src/results/charts/sizes';
import { tuningFigure } from '../../../src/results/charts/tuning';
import { csvOf, svgOf } from '../../../src/results/charts/files';
import { clusterSizes } from '../../../src/results/clusters';
import { numbers } from '../../../src/results/columns';
import { componentShares, readLoadings } from '../../../src/results/decomposition';
import { importances } from '../../../src/results/importance';
import { fits, probabilities } from '../../../src/results/predictions';
import { rocCurves } from '../../../src/results/roc';
import { readTuning, triedOptions } from '../../../src/results/tuning';
import { recorded } from '../data';
import { look } from './look';

const pca = recorded('pca-iris');
const nested = recorded('cart-pima-nested');
const mtcars = recorded('glm-mtcars-kfold5');
const [fit] = fits(mtcars.table('predictions'));
const testCurves = rocCurves(nested.table('roc')).filter((c) => c.split === 'test');
const points = { x: { name: 'PC1', values: numbers(pca.table('transformed'), 'PC1') }, y: { name: 'PC2', values: numbers(pca.table('transformed'), 'PC2') } };
const species = Array.from({ length: 150 }, (_, i) => ['setosa', 'versicolor', 'virginica'][Math.floor(i / 50)] ?? '');

function tuned(name: string): Figure {
  const tuning = readTuning(recorded(name).document('record'));
  if (!tuning) throw new Error('not tuned');
  return tuningFigure(tuning, triedOptions(tuning, 'balanced_accuracy'), 'balanced_accuracy', null);
}

const importance = importances(mtcars.table('varimp'), 'Coefficient');
const figures: Record<string, Figure> = {
  roc: rocFigure(testCurves, true),
  'predicted against actual': actualPredictedFigure(fit!, null),
  residuals: residualFigure(fit!, null),
  'residual histogram': residualHistogramFigure(fit!, null),
  probability: probabilityFigure(probabilities(recorded('glm-pima').table('predictions'), 'training', 'Yes'), null),
  importance: importanceFigure(importance.slice(0, 4), importance.length, 'Coefficient'),
  'scatter by groups': scatterFigure({ title: 't', file: 'f', ...points, color: { kind: 'groups', name: 'Species', values: species, levels: ['setosa', 'versicolor', 'virginica'] }, note: null }),
  'scatter by numbers': scatterFigure({ title: 't', file: 'f', ...points, color: { kind: 'numbers', name: 'PC2', values: points.y.values }, note: null }),
  'scatter without colour': scatterFigure({ title: 't', file: 'f', ...points, color: null, note: null }),
  scree: screeFigure(componentShares(pca.table('transformed'), 0.99), true, null),
  loadings: loadingsFigure(readLoadings(pca.table('loadings')), null),
  sizes: sizesFigure(clusterSizes(recorded('dbscan-iris').table('assignments')), null),
  'tuning of one option': tuned('cart-pima-nested'),
  'tuning of two options': tuned('cart-pima-grid'),
};

describe.each(Object.entries(figures))('the figure: %s', (_, figure) => {
  test.each(['light', 'dark'] as const)('is drawn in the %s theme, on a telephone too', async (shown) => {
    for (const width of [300, 1000]) {
      const svg = await svgOf(figure, look(shown, width), figure.height);
      expect(svg).toMatch(/^<svg /);
      expect(svg).not.toContain('NaN');
      expect(svg).not.toContain('undefined');
    }
  });

  test('never writes HTML and never moves by itself', () => {
    const option = figure.option(look());
    expect(option.animation).toBe(false);
    expect(option.tooltip).toMatchObject(figure.file === 'cluster-sizes' ? { show: false } : { renderMode: 'richText' });
  });

  test('says in one sentence what it shows, and has its data as a table', () => {
    expect(figure.summary).toMatch(/^[A-Z].*\.$/);
    expect(figure.summary).not.toMatch(/NaN|undefined|null/);
    const { columns, rows } = figure.table();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(csvOf(figure).split('\r\n')).toHaveLength(rows.length + 2);
  });
});

test('a search of three options is drawn on parallel axes', async () => {
  const record = {
    hyperparameters: { hyperparameters: { a: { candidates: [1, 2] }, b: { candidates: ['x', 'y'] }, c: { candidates: [0.1, 0.2] } } },
    folds: [
      {
        index: 1,
        tuning: {
          param_grid: [1, 2].flatMap((a) => ['x', 'y'].map((b, i) => ({ param_combo_id: (a - 1) * 2 + i + 1, a, b, c: 0.1 }))),
          validation: [0.6, 0.7, 0.65, 0.8].map((rsq, i) => ({ param_combo_id: i + 1, rsq })),
          best: { a: 2, b: 'y', c: 0.1 },
        },
      },
    ],
  };
  const tuning = readTuning(record);
  const figure = tuningFigure(tuning!, triedOptions(tuning!, 'rsq'), 'rsq', null);
  expect(figure.option(look()).parallelAxis).toHaveLength(4);
  expect(figure.summary).toContain('Chosen: a 2, b y, c 0.1');
  expect(await svgOf(figure, look(), figure.height)).toMatch(/^<svg /);
});

test('ROC curves of resamples can be left out, and the area stands in the legend', () => {
  const names = (figure: Figure) => (figure.option(look()).series as { name: string }[]).map((s) => s.name);
  expect(names(figures['roc']!)).toEqual([...Array<string>(3).fill('each resample: AUC 0.699 ± 0.048'), expect.stringMatching(/^all resamples: AUC 0\.\d+$/), 'chance']);
  expect(names(rocFigure(testCurves, false))).toEqual([expect.stringMatching(/^Yes: AUC 0\.\d+$/), 'chance']);
});

test('groups beyond the palette are grey together', () => {
  const levels = Array.from({ length: 12 }, (_, i) => `g${i}`);
  const values = points.x.values.map((_, i) => levels[i % 12] ?? '');
  const figure = scatterFigure({ title: 't', file: 'f', ...points, color: { kind: 'groups', name: 'g', values, levels }, note: null });
  const series = figure.option(look()).series as { name: string; data: unknown[]; itemStyle: { color: string } }[];
  expect(series.map((s) => s.name)).toEqual([...levels.slice(0, 8), '4 others']);
  expect(series.reduce((sum, s) => sum + s.data.length, 0)).toBe(150);
  expect(series.at(-1)?.itemStyle.color).toBe(look().muted);
});

test('noise is grey and takes no colour of the clusters', () => {
  const figure = scatterFigure({ title: 't', file: 'f', x: points.x, y: points.y, color: { kind: 'groups', name: 'cluster', values: points.x.values.map((_, i) => (i < 5 ? 'Noise' : 'Cluster 1')), levels: ['Noise', 'Cluster 1'], rest: 'Noise' }, note: null });
  const series = figure.option(look()).series as { name: string; itemStyle: { color: string } }[];
  expect(series.map((s) => [s.name, s.itemStyle.color])).toEqual([['Cluster 1', look().palette.groups[0]], ['Noise', look().muted]]);
});

test('names that every object has are drawn as any others, and change no object', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  const rows = names.map((variable, i) => ({ variable, mean: 1 - i / 10, sd: null, folds: [] }));
  // Drawn again, with others between, a text that was measured is looked up and moved.
  for (let round = 0; round < 3; round++) {
    const svg = await svgOf(importanceFigure(rows, rows.length, 'importance'), look(), 200);
    for (const name of names) expect(svg).toContain(`>${name}</text>`);
    await svgOf(importanceFigure(importance, importance.length, 'Coefficient'), look(), 200);
  }
  const inherited = [];
  for (const key in {}) inherited.push(key);
  expect(inherited).toEqual([]);
  expect(Object.keys(Object)).toEqual([]);
});

test('the note says how many variables are left out', () => {
  expect(figures['importance']?.note).toContain('6 less important variables are not shown.');
});

test('correlation is Pearson’s', () => {
  expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  expect(correlation([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
});

test('all kinds of series in use are part of the page', () => {
  // A series that was not registered would be left out with a warning.
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 300, height: 200 });
  for (const figure of Object.values(figures)) {
    chart.setOption(figure.option(look()), { notMerge: true });
    const types = (chart.getOption() as { series: { type: string }[] }).series.map((s) => s.type);
    expect(types).toHaveLength((figure.option(look()).series as unknown[]).length);
  }
  chart.dispose();
});
