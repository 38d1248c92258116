import type { CustomSeriesOption, CustomSeriesRenderItem, EChartsOption } from 'echarts';
import { sentence } from '../../format/words';
import { formatNumber } from '../../format/numbers';
import type { Importance } from '../importance';
import { axis, base } from './base';
import type { Figure } from './figure';
import { isNarrow, type Look } from './look';

/** Importance of variables as bars, with the spread over resamples. `all` has those that are left out too. */
export function importanceFigure(rows: readonly Importance[], all: number, measure: string): Figure {
  const resampled = rows.some((r) => r.folds.length > 0);
  const folds = [...new Set(rows.flatMap((r) => r.folds.map((f) => f.fold)))];
  const left = all - rows.length;
  return {
    title: measure === 'importance' ? 'Variable importance' : `Variable importance: ${sentence(measure).toLowerCase()}`,
    file: 'importance',
    summary: `Variable importance, ${measure}. Most important: ${rows.slice(0, 3).map((r) => `${r.variable} ${formatNumber(r.mean)}`).join(', ')}.`,
    note: [
      resampled ? 'Bars are means over resamples, lines one standard deviation to each side, dots single resamples.' : '',
      left > 0 ? `${left.toLocaleString('en')} less important variables are not shown.` : '',
    ].join(' ').trim() || null,
    height: rows.length * 24 + 60,
    table: () => ({
      columns: [{ name: 'Variable' }, { name: resampled ? `Mean ${measure}` : measure, number: true }, ...(resampled ? [{ name: 'SD', number: true }] : []), ...folds.map((name) => ({ name, number: true }))],
      rows: rows.map((r) => [r.variable, r.mean, ...(resampled ? [r.sd] : []), ...folds.map((f) => r.folds.find((x) => x.fold === f)?.value ?? null)]),
    }),
    option: (look) => option(look, rows, measure),
  };
}

function option(look: Look, rows: readonly Importance[], measure: string): EChartsOption {
  const color = look.palette.groups[0] ?? look.accent;
  const whiskers: CustomSeriesOption = {
    type: 'custom',
    silent: true,
    z: 3,
    encode: { x: [1, 2], y: 0 },
    data: rows.flatMap((r, i) => (r.sd === null ? [] : [[i, r.mean - r.sd, r.mean + r.sd]])),
    renderItem: whisker(look),
  };
  const dots = rows.flatMap((r, i) => r.folds.map((f) => ({ value: [f.value, i], name: f.fold })));
  return {
    ...base(look),
    tooltip: {
      ...base(look).tooltip,
      formatter: (told) => {
        const { seriesType, dataIndex, name, value } = told as unknown as { seriesType: string; dataIndex: number; name: string; value: number | [number, number] };
        if (seriesType === 'scatter' && Array.isArray(value)) return `${rows[value[1]]?.variable ?? ''}\n${name}: ${formatNumber(value[0])}`;
        const row = rows[dataIndex];
        return row ? `${row.variable}\n${formatNumber(row.mean)}${row.sd === null ? '' : ` ± ${formatNumber(row.sd)}`}` : '';
      },
    },
    xAxis: { type: 'value', ...axis(look, sentence(measure)) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((r) => r.variable),
      ...axis(look),
      splitLine: { show: false },
      axisLabel: { color: look.text, width: isNarrow(look) ? 90 : 220, overflow: 'truncate', interval: 0 },
    },
    series: [
      { type: 'bar', data: rows.map((r) => r.mean), barWidth: '62%', itemStyle: { color, opacity: dots.length > 0 ? 0.55 : 1, borderRadius: 2 } },
      whiskers,
      { type: 'scatter', data: dots, symbolSize: 5, z: 4, itemStyle: { color: look.surface, borderColor: look.text, borderWidth: 1, opacity: 0.85 } },
    ],
  };
}

function whisker(look: Look): CustomSeriesRenderItem {
  return (_, api) => {
    const [left = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
    const [right = 0] = api.coord([api.value(2), api.value(0)]);
    const line = (x1: number, y1: number, x2: number, y2: number) => ({ type: 'line' as const, shape: { x1, y1, x2, y2 }, style: { stroke: look.text, lineWidth: 1.5 } });
    return { type: 'group', children: [line(left, y, right, y), line(left, y - 4, left, y + 4), line(right, y - 4, right, y + 4)] };
  };
}
