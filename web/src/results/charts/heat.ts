import type { EChartsOption, HeatmapSeriesOption } from 'echarts';
import { formatNumber } from '../../format/numbers';
import { extentOf } from '../extent';
import { axis, base } from './base';
import { isNarrow, type Look } from './look';

export interface HeatData {
  columns: readonly string[];
  rows: readonly string[];
  /** By row, then column; NaN where there is nothing. */
  values: readonly (readonly number[])[];
  /** Around zero, or from the least to the greatest. */
  scale: 'diverging' | 'ramp';
  xName?: string;
  yName?: string;
  /** Cells that are outlined. */
  marked?: (row: number, column: number) => boolean;
}

const mostLabels = 16;

/** Cells coloured by value, labelled where there is room. */
export function heatOption(look: Look, data: HeatData): EChartsOption {
  const { columns, rows, values, scale, xName, yName, marked } = data;
  const extent = extentOf(values.flat());
  const most = Math.max(Math.abs(extent?.low ?? 0), Math.abs(extent?.high ?? 1)) || 1;
  const [min, max] = scale === 'diverging' ? [-most, most] : [extent?.low ?? 0, extent?.high ?? 1];
  const colors = scale === 'diverging' ? look.palette.diverging : look.palette.ramp;
  const labelled = columns.length <= (isNarrow(look) ? 5 : mostLabels);
  // Text on a strong colour takes the ground's colour, on a weak one the text's.
  const strong = (v: number) => (scale === 'diverging' ? Math.abs(v) / most : (v - min) / (max - min || 1)) > 0.5;
  const cells: NonNullable<HeatmapSeriesOption['data']> = values.flatMap((row, r) =>
    row.flatMap((v, c) =>
      Number.isFinite(v)
        ? [
            {
              value: [c, r, v],
              label: { color: strong(v) ? look.surface : look.text },
              itemStyle: marked?.(r, c) ? { borderColor: look.text, borderWidth: 3 } : { borderColor: look.surface, borderWidth: 1 },
            },
          ]
        : [],
    ),
  );
  return {
    ...base(look),
    grid: { left: 12, right: 12, top: 12, bottom: 56, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    tooltip: {
      ...base(look).tooltip,
      formatter: (told) => {
        const [c, r, v] = (told as unknown as { value: [number, number, number] }).value;
        return `${yName ? `${yName} ` : ''}${rows[r] ?? ''}\n${xName ? `${xName} ` : ''}${columns[c] ?? ''}\n${formatNumber(v)}`;
      },
    },
    visualMap: {
      type: 'continuous',
      min,
      max: max > min ? max : min + 1,
      dimension: 2,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemWidth: 12,
      itemHeight: 160,
      text: [formatNumber(max), formatNumber(min)],
      textStyle: { color: look.muted },
      inRange: { color: [...colors] },
    },
    xAxis: { type: 'category', data: [...columns], position: 'top', ...axis(look, xName), splitLine: { show: false }, axisLabel: { color: look.text, interval: 0, rotate: columns.length > mostLabels ? 60 : 0 } },
    yAxis: {
      type: 'category',
      data: [...rows],
      inverse: true,
      ...axis(look, yName),
      nameGap: 14 + Math.min(20, Math.max(0, ...rows.map((r) => r.length))) * 6,
      splitLine: { show: false },
      axisLabel: { color: look.text, interval: 0, width: isNarrow(look) ? 90 : 220, overflow: 'truncate' },
    },
    series: [{ type: 'heatmap', data: cells, label: { show: labelled, formatter: (p) => formatNumber(Number(Number((p.value as number[])[2]).toPrecision(3))) }, emphasis: { itemStyle: { borderColor: look.text, borderWidth: 2 } } }],
  };
}
