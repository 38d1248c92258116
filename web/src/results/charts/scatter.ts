import type { EChartsOption, ScatterSeriesOption } from 'echarts';
import { formatNumber } from '../../format/numbers';
import { extentOf } from '../extent';
import { axis, base, belowLegend, legend, verticalAxis } from './base';
import type { Figure } from './figure';
import type { Look } from './look';
import { symbols } from './palette';

/** What points are coloured by. */
export type ColorBy =
  | { kind: 'groups'; name: string; values: readonly string[]; /** In order; those beyond the palette are grey together. */ levels: readonly string[]; /** Drawn grey. */ rest?: string }
  | { kind: 'numbers'; name: string; values: readonly number[] };

export interface ScatterData {
  title: string;
  file: string;
  x: { name: string; values: readonly number[] };
  y: { name: string; values: readonly number[] };
  color: ColorBy | null;
  note: string | null;
}

/** Points of two numbers, coloured by groups or by a third. */
export function scatterFigure(data: ScatterData): Figure {
  const { title, file, x, y, color, note } = data;
  const n = x.values.length.toLocaleString('en');
  return {
    title,
    file,
    summary: `Scatter plot of ${n} cases: ${x.name} against ${y.name}${color ? `, coloured by ${color.name}${color.kind === 'groups' ? ` (${color.levels.slice(0, 8).join(', ')})` : ''}` : ''}.`,
    note,
    height: 460,
    square: true,
    table: () => ({
      columns: [{ name: x.name, number: true }, { name: y.name, number: true }, ...(color ? [{ name: color.name, number: color.kind === 'numbers' }] : [])],
      rows: x.values.map((v, i) => [v, y.values[i] ?? null, ...(color ? [color.values[i] ?? null] : [])]),
    }),
    option: (look) => option(look, data),
  };
}

function option(look: Look, { x, y, color }: ScatterData): EChartsOption {
  const size = x.values.length > 5000 ? 3 : x.values.length > 800 ? 5 : 8;
  const opacity = x.values.length > 5000 ? 0.5 : 0.8;
  const common = {
    ...base(look),
    xAxis: { type: 'value' as const, scale: true, ...axis(look, x.name) },
    yAxis: { type: 'value' as const, scale: true, ...verticalAxis(look, y.name) },
    tooltip: { ...base(look).tooltip, formatter: (told: unknown) => pointed(told, x.name, y.name, color?.name) },
  };
  if (color?.kind === 'numbers') {
    const extent = extentOf(color.values);
    return {
      ...common,
      grid: { ...belowLegend, top: 16, right: 84 },
      visualMap: {
        type: 'continuous',
        dimension: 2,
        min: extent?.low ?? 0,
        max: extent?.high ?? 1,
        right: 0,
        top: 'middle',
        itemWidth: 12,
        calculable: false,
        text: [short(extent?.high), short(extent?.low)],
        textStyle: { color: look.muted },
        inRange: { color: [...look.palette.ramp.slice(1)] },
        outOfRange: { color: look.line },
      },
      series: [{ type: 'scatter', progressive: 0, data: x.values.map((v, i) => [v, y.values[i] ?? NaN, color.values[i] ?? NaN]), symbolSize: size, itemStyle: { opacity } }],
    };
  }
  if (!color) {
    return { ...common, series: [{ type: 'scatter', progressive: 0, data: x.values.map((v, i) => [v, y.values[i] ?? NaN]), symbolSize: size, itemStyle: { opacity, color: look.palette.groups[0] ?? look.accent } }] };
  }
  const named = color.levels.filter((l) => l !== color.rest).slice(0, look.palette.groups.length);
  const rest = color.levels.filter((l) => !named.includes(l));
  const groups = [...named.map((l) => ({ name: l, members: [l] })), ...(rest.length > 0 ? [{ name: rest.length === 1 ? (rest[0] ?? '') : `${rest.length} others`, members: rest }] : [])];
  const groupOf = new Map(groups.flatMap((g, i) => g.members.map((m) => [m, i] as const)));
  const points: [number, number, string][][] = groups.map(() => []);
  x.values.forEach((v, i) => points[groupOf.get(color.values[i] ?? '') ?? -1]?.push([v, y.values[i] ?? NaN, color.values[i] ?? '']));
  return {
    ...common,
    grid: belowLegend,
    legend: { ...legend(look, groups.map((g) => g.name)), icon: undefined as unknown as string },
    series: groups.map(
      (g, i): ScatterSeriesOption => ({
        type: 'scatter',
        progressive: 0,
        name: g.name,
        data: points[i] ?? [],
        symbol: i < named.length ? (symbols[i] ?? 'circle') : 'emptyCircle',
        symbolSize: size,
        itemStyle: { color: i < named.length ? (look.palette.groups[i] ?? look.accent) : look.muted, opacity },
      }),
    ),
  };
}

const short = (value: number | undefined) => (value === undefined ? '' : formatNumber(value));

function pointed(told: unknown, x: string, y: string, color: string | undefined): string {
  const [a, b, c] = (told as { value: [number, number, (string | number)?] }).value;
  const third = c === undefined || color === undefined ? '' : `\n${color}: ${typeof c === 'number' ? formatNumber(c) : c}`;
  return `${x}: ${formatNumber(a)}\n${y}: ${formatNumber(b)}${third}`;
}
