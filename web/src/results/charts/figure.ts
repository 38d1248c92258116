import type { EChartsOption } from 'echarts';
import type { Look } from './look';

export interface FigureTable {
  columns: { name: string; number?: boolean }[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** A chart, and what it says without being seen. */
export interface Figure {
  title: string;
  /** Part of the name of downloaded files. */
  file: string;
  /** One sentence on what the chart shows. */
  summary: string;
  /** Said under the chart. */
  note?: string | null;
  /** Pixels. */
  height: number;
  /** On a narrow screen as high as it is wide. */
  square?: boolean;
  /** Pixels; as wide as there is room where it is left out. */
  maxWidth?: number;
  table: () => FigureTable;
  option: (look: Look) => EChartsOption;
}
