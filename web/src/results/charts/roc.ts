import type { EChartsOption, LineSeriesOption } from 'echarts';
import { formatNumber } from '../../format/numbers';
import { meanOf, sdOf } from '../spread';
import { thinned, tprAt, type RocCurve } from '../roc';
import { shortNumber, splitLabel } from '../words';
import { axis, base, belowLegend, groupColor, legend, verticalAxis } from './base';
import type { Figure } from './figure';
import { isNarrow, type Look } from './look';

/**
 * ROC curves of one part of the data.
 * @param curves Of one split; curves of folds are drawn thin behind the others.
 * @param folds Whether curves of single resamples are shown.
 */
export function rocFigure(curves: readonly RocCurve[], folds: boolean, note: string | null = null): Figure {
  const split = curves[0]?.split ?? 'training';
  const levels = [...new Set(curves.map((c) => c.level))];
  const whole = curves.filter((c) => c.fold === null);
  const shown = folds ? curves : whole;
  return {
    title: `ROC, ${splitLabel(split).toLowerCase()}`,
    file: `roc-${split}`,
    summary: `ROC curves on ${splitLabel(split).toLowerCase()} data. ${whole.map((c) => `${c.level}: area under the curve ${formatNumber(c.auc)}`).join('; ')}.`,
    note,
    height: 520,
    maxWidth: 620,
    square: true,
    table: () => ({
      columns: [{ name: 'Class' }, { name: 'Resample' }, { name: 'False positive rate', number: true }, { name: 'True positive rate', number: true }, { name: 'AUC', number: true }],
      rows: shown.flatMap((c) => c.points.map(([x, y]) => [c.level, c.fold ?? 'all', x, y, c.auc])),
    }),
    option: (look) => option(look, shown, levels),
  };
}

function option(look: Look, curves: readonly RocCurve[], levels: readonly string[]): EChartsOption {
  const several = levels.length > 1;
  // Curves of one name are shown and hidden together.
  const names = new Map<RocCurve, string>();
  for (const level of levels) {
    const folds = curves.filter((c) => c.level === level && c.fold !== null);
    const aucs = folds.map((c) => c.auc);
    const [mean, sd] = [meanOf(aucs), sdOf(aucs)];
    const whole = curves.find((c) => c.level === level && c.fold === null);
    const name = `${several || folds.length === 0 ? level : 'all resamples'}: AUC ${shortNumber(whole?.auc ?? NaN)}`;
    const each = `each resample: AUC ${shortNumber(mean ?? NaN)}${sd === null ? '' : ` ± ${shortNumber(sd, 2)}`}`;
    for (const c of folds) names.set(c, several ? name : each);
    if (whole) names.set(whole, name);
  }
  const series = [...curves]
    .sort((a, b) => Number(a.fold === null) - Number(b.fold === null))
    .map((c): LineSeriesOption => {
      const color = groupColor(look, levels.indexOf(c.level));
      return {
        type: 'line',
        name: names.get(c) ?? c.level,
        data: thinned(c.points),
        showSymbol: false,
        color,
        lineStyle: c.fold === null ? { color, width: 2.5 } : { color, width: 1, opacity: 0.45 },
        emphasis: { disabled: true },
      };
    });
  return {
    ...base(look),
    grid: belowLegend,
    legend: legend(look, [...new Set(series.map((s) => String(s.name)))]),
    tooltip: { ...base(look).tooltip, trigger: 'axis', formatter: (told) => pointed(told, curves), axisPointer: { type: 'line', lineStyle: { color: look.muted } } },
    xAxis: { type: 'value', min: 0, max: 1, ...axis(look, 'False positive rate (1 − specificity)') },
    yAxis: { type: 'value', min: 0, max: 1, ...verticalAxis(look, isNarrow(look) ? 'Sensitivity' : 'True positive rate (sensitivity)', 3) },
    series: [
      ...series,
      { type: 'line', name: 'chance', data: [[0, 0], [1, 1]], showSymbol: false, silent: true, tooltip: { show: false }, lineStyle: { type: 'dashed', color: look.muted, width: 1 } },
    ],
  };
}

// What the thick curves say where the pointer is.
function pointed(told: unknown, curves: readonly RocCurve[]): string {
  const [first] = Array.isArray(told) ? (told as { axisValue?: number }[]) : [];
  const x = first?.axisValue;
  if (typeof x !== 'number') return '';
  const lines = curves.filter((c) => c.fold === null).map((c) => `${c.level}: true positive rate ${shortNumber(tprAt(c, x))}`);
  return [`False positive rate ${shortNumber(x)}`, ...lines].join('\n');
}
