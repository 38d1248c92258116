import type { EChartsOption, LineSeriesOption } from 'echarts';
import { metricLabel } from '../../format/metrics';
import { formatNumber } from '../../format/numbers';
import { valueText } from '../../format/json';
import { optionValues, type TriedOption, type Tuning } from '../tuning';
import { axis, base, belowLegend, groupColor, legend, verticalAxis } from './base';
import type { Figure, FigureTable } from './figure';
import { heatOption } from './heat';
import { isNarrow, type Look } from './look';

/**
 * The metric over what was searched: a line for one option, a heat map for two, parallel axes for more.
 * @param fold The place of an outer resample; null for the mean over all.
 */
export function tuningFigure(tuning: Tuning, rows: readonly TriedOption[], metric: string, fold: number | null): Figure {
  const [first = '', second] = tuning.searched;
  const value = (row: TriedOption) => (fold === null ? row.mean : (row.folds[fold] ?? null));
  const best = rows.filter((r) => (fold === null ? r.bestIn.length > 0 : r.bestIn.includes(fold)));
  const words = (row: TriedOption) => tuning.searched.map((o, i) => `${o} ${valueText(row.values[i], formatNumber)}`).join(', ');
  const option =
    tuning.searched.length === 1
      ? (look: Look) => lines(look, tuning, rows, metric, first)
      : tuning.searched.length === 2
        ? (look: Look) => heat(look, rows, value, best, first, second ?? '')
        : (look: Look) => parallel(look, tuning, rows, value, metric);
  return {
    title: `${metricLabel(metric)} over ${tuning.searched.join(', ')}`,
    file: `tuning-${metric}`,
    summary: `${metricLabel(metric)} on validation data of ${rows.length} combinations of ${tuning.searched.join(', ')}. Chosen: ${best.map(words).join('; ')}.`,
    note:
      tuning.searched.length === 1
        ? 'Large marks are what was chosen.'
        : tuning.searched.length === 2
          ? 'Outlined: what was chosen.'
          : 'Thick lines are what was chosen.',
    height: tuning.searched.length === 2 ? Math.max(220, optionValues(rows, 1).length * 40 + 130) : 360,
    table: () => table(tuning, rows, metric, value),
    option,
  };
}

function table(tuning: Tuning, rows: readonly TriedOption[], metric: string, value: (row: TriedOption) => number | null): FigureTable {
  return {
    columns: [...tuning.searched.map((name) => ({ name })), { name: metric, number: true }, { name: 'chosen in', number: true }],
    rows: rows.map((r) => [...r.values.map((v) => valueText(v)), value(r), r.bestIn.length]),
  };
}

function lines(look: Look, tuning: Tuning, rows: readonly TriedOption[], metric: string, name: string): EChartsOption {
  const values = optionValues(rows, 0);
  const numeric = values.every((v) => typeof v === 'number');
  const sorted = values.flatMap((v) => rows.filter((r) => JSON.stringify(r.values[0]) === JSON.stringify(v)));
  const several = tuning.searches.length > 1;
  const series = tuning.searches.map((search, at): LineSeriesOption => {
    const color = groupColor(look, at);
    return {
      type: 'line',
      name: search.fold === null ? metricLabel(metric) : `Resample ${search.fold}`,
      color,
      lineStyle: { width: several ? 1.5 : 2.5, opacity: several ? 0.7 : 1 },
      data: sorted.map((r) => ({ value: r.folds[at] ?? NaN, symbol: 'circle', symbolSize: r.bestIn.includes(at) ? 14 : 5 })),
    };
  });
  if (several) {
    series.push({ type: 'line', name: 'Mean', color: look.text, lineStyle: { width: 3 }, symbol: 'none', data: sorted.map((r) => r.mean ?? NaN) });
  }
  return {
    ...base(look),
    grid: belowLegend,
    legend: legend(look, series.map((s) => String(s.name))),
    tooltip: { ...base(look).tooltip, trigger: 'axis', valueFormatter: (v) => (typeof v === 'number' ? formatNumber(v) : String(v)) },
    xAxis: { type: 'category', data: values.map((v) => (numeric ? formatNumber(Number(v)) : valueText(v))), ...axis(look, name) },
    yAxis: { type: 'value', scale: true, ...verticalAxis(look, metricLabel(metric)) },
    series,
  };
}

function heat(look: Look, rows: readonly TriedOption[], value: (row: TriedOption) => number | null, best: readonly TriedOption[], first: string, second: string): EChartsOption {
  const [columns, lines] = [optionValues(rows, 0), optionValues(rows, 1)];
  const at = (r: number, c: number) => rows.find((row) => JSON.stringify(row.values) === JSON.stringify([columns[c] ?? null, lines[r] ?? null]));
  return heatOption(look, {
    columns: columns.map((v) => valueText(v, formatNumber)),
    rows: lines.map((v) => valueText(v, formatNumber)),
    values: lines.map((_, r) => columns.map((_, c) => (at(r, c) ? (value(at(r, c) as TriedOption) ?? NaN) : NaN))),
    scale: 'ramp',
    xName: first,
    yName: second,
    marked: (r, c) => best.some((b) => b === at(r, c)),
  });
}

function parallel(look: Look, tuning: Tuning, rows: readonly TriedOption[], value: (row: TriedOption) => number | null, metric: string): EChartsOption {
  const all = rows.map((r) => value(r) ?? NaN).filter(Number.isFinite);
  const options = tuning.searched.map((name, i) => {
    const values = optionValues(rows, i);
    const common = { dim: i, name, nameTextStyle: { color: look.muted }, axisLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.muted } };
    return { ...common, type: 'category' as const, data: values.map((v) => valueText(v, formatNumber)) };
  });
  const last = { dim: options.length, name: metricLabel(metric), scale: true, nameTextStyle: { color: look.text }, axisLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.muted } };
  return {
    ...base(look),
    parallel: { left: isNarrow(look) ? 24 : 48, right: isNarrow(look) ? 32 : 64, top: 40, bottom: 24 },
    parallelAxis: [...options, last],
    visualMap: { show: false, type: 'continuous', dimension: options.length, min: Math.min(...all), max: Math.max(...all), inRange: { color: [...look.palette.ramp.slice(1)] } },
    series: [
      {
        type: 'parallel',
        data: rows.map((r) => ({ value: [...r.values.map((v) => valueText(v, formatNumber)), value(r) ?? NaN], lineStyle: { width: r.bestIn.length > 0 ? 4 : 1.5, opacity: r.bestIn.length > 0 ? 1 : 0.6 } })),
      },
    ],
  };
}
