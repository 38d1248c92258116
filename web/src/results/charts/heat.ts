import type { EChartsOption, HeatmapSeriesOption } from 'echarts';
import { formatNumber } from '../../format/numbers';
import { extentOf } from '../extent';
import { axis, base } from './base';
import { inkOn } from './contrast';
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

/** Pixels of a cell in which a value can be read, with two and with three digits. */
const roomForTwo = 40;
const roomForThree = 56;
/** Columns whose names stand upright above them. */
const mostUpright = 16;

/** Cells coloured by value, labelled where there is room. */
export function heatOption(look: Look, told: HeatData): EChartsOption {
  const { columns, rows, values, scale, xName, yName, marked } = told;
  const extent = extentOf(values.flat());
  const most = Math.max(Math.abs(extent?.low ?? 0), Math.abs(extent?.high ?? 1)) || 1;
  const [min, max] = scale === 'diverging' ? [-most, most] : [extent?.low ?? 0, extent?.high ?? 1];
  const colors = scale === 'diverging' ? look.palette.diverging : look.palette.ramp;
  const room = (look.width - (isNarrow(look) ? 100 : 160)) / Math.max(1, columns.length);
  const written = (v: number) => formatNumber(room < roomForThree ? Math.round(v * 100) / 100 : Number(v.toPrecision(3)));
  const cells = values.flatMap((row, r) => row.flatMap((v, c) => (Number.isFinite(v) ? [{ r, c, v, isMarked: marked?.(r, c) ?? false }] : [])));
  // What is outlined is drawn last, over its neighbours.
  cells.sort((a, b) => Number(a.isMarked) - Number(b.isMarked));
  const data: NonNullable<HeatmapSeriesOption['data']> = cells.map(({ r, c, v, isMarked }) => ({
    value: [c, r, v],
    label: { color: inkOn(colors, (v - min) / (max - min || 1)) },
    itemStyle: isMarked ? { borderColor: look.text, borderWidth: 3 } : { borderColor: look.surface, borderWidth: 1 },
  }));
  return {
    ...base(look),
    grid: { left: 12, right: 12, top: 12, bottom: 56, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    tooltip: {
      ...base(look).tooltip,
      formatter: (at) => {
        const [c, r, v] = (at as unknown as { value: [number, number, number] }).value;
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
    xAxis: { type: 'category', data: [...columns], position: 'top', ...axis(look, xName), splitLine: { show: false }, axisLabel: { color: look.text, interval: 0, rotate: columns.length > mostUpright ? 60 : 0 } },
    yAxis: {
      type: 'category',
      data: [...rows],
      inverse: true,
      ...axis(look, yName),
      nameGap: 14 + Math.min(20, Math.max(0, ...rows.map((r) => r.length))) * 6,
      splitLine: { show: false },
      axisLabel: { color: look.text, interval: 0, width: isNarrow(look) ? 90 : 220, overflow: 'truncate' },
    },
    series: [{ type: 'heatmap', data, label: { show: room >= roomForTwo, formatter: (p) => written(Number((p.value as number[])[2])) }, emphasis: { itemStyle: { borderColor: look.text, borderWidth: 2 } } }],
  };
}
