import type { EChartsOption } from 'echarts';
import { formatNumber } from '../../format/numbers';
import { extentOf } from '../extent';
import type { Fit } from '../predictions';
import { splitLabel } from '../words';
import { axis, base, verticalAxis } from './base';
import type { Figure } from './figure';
import type { Look } from './look';

/** Predicted against actual values, with the line on which they would be the same. */
export function actualPredictedFigure(fit: Fit, note: string | null): Figure {
  const part = splitLabel(fit.split).toLowerCase();
  return {
    title: 'Predicted against actual',
    file: `predicted-actual-${fit.split}`,
    summary: `Predicted against actual values of ${count(fit)} ${part} cases; the nearer to the line, the better. Correlation ${formatNumber(correlation(fit.actual, fit.predicted))}.`,
    note,
    height: 340,
    square: true,
    table: () => table(fit, ['actual', 'predicted']),
    option: (look) => {
      const extent = extentOf([...fit.actual, ...fit.predicted]);
      const [low, high] = [extent?.low ?? 0, extent?.high ?? 1];
      return scatter(look, fit.actual, fit.predicted, ['Actual', 'Predicted'], [[low, low], [high, high]]);
    },
  };
}

/** Residuals against predicted values: a pattern tells of what the model misses. */
export function residualFigure(fit: Fit, note: string | null): Figure {
  const part = splitLabel(fit.split).toLowerCase();
  return {
    title: 'Residuals',
    file: `residuals-${fit.split}`,
    summary: `Residuals (actual minus predicted) of ${count(fit)} ${part} cases against predicted values.`,
    note,
    height: 340,
    table: () => table(fit, ['predicted', 'residuals']),
    option: (look) => {
      const extent = extentOf(fit.predicted);
      return scatter(look, fit.predicted, fit.residuals, ['Predicted', 'Residual'], [[extent?.low ?? 0, 0], [extent?.high ?? 1, 0]]);
    },
  };
}

const count = (fit: Fit) => fit.actual.length.toLocaleString('en');

function table(fit: Fit, names: (keyof Omit<Fit, 'split'>)[]) {
  const columns = names.map((n) => fit[n]);
  return { columns: names.map((name) => ({ name, number: true })), rows: fit.actual.map((_, i) => columns.map((c) => c[i] ?? null)) };
}

function scatter(look: Look, x: readonly number[], y: readonly number[], names: [string, string], line: [number, number][]): EChartsOption {
  return {
    ...base(look),
    tooltip: {
      ...base(look).tooltip,
      formatter: (told) => {
        const [a, b] = (told as unknown as { value: [number, number] }).value;
        return `${names[0]} ${formatNumber(a)}\n${names[1]} ${formatNumber(b)}`;
      },
    },
    xAxis: { type: 'value', scale: true, ...axis(look, names[0]) },
    yAxis: { type: 'value', scale: true, ...verticalAxis(look, names[1]) },
    series: [
      {
        type: 'scatter',
        progressive: 0,
        data: x.map((v, i) => [v, y[i] ?? NaN]),
        symbolSize: x.length > 2000 ? 3 : x.length > 300 ? 5 : 8,
        itemStyle: { color: look.palette.groups[0] ?? look.accent, opacity: x.length > 2000 ? 0.35 : 0.65 },
      },
      { type: 'line', data: line, showSymbol: false, silent: true, lineStyle: { type: 'dashed', color: look.muted, width: 1.5 } },
    ],
  };
}

/** Pearson's, NaN where it is not defined. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (v: readonly number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, i) => {
    const [da, db] = [x - ma, (b[i] ?? NaN) - mb];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  });
  return ab / Math.sqrt(aa * bb);
}
