import type { EChartsOption } from 'echarts';
import type { EChartsType, init as initChart } from 'echarts/core';
import { toCsv } from '../../format/csv';
import type { Figure } from './figure';
import type { Look } from './look';

const pixelRatio = 2;

/** A chart as a picture that scales, drawn without touching the page. */
export async function svgOf(figure: Figure, look: Look, height: number): Promise<string> {
  return drawnSvg((await import('./echarts')).init, figure, look, height);
}

/** The same by a module that is there already. */
export function drawnSvg(init: typeof initChart, figure: Figure, look: Look, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: look.width, height });
  try {
    chart.setOption(onPaper(figure, look));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The chart as it is shown, as pixels. */
export function pngOf(chart: EChartsType, look: Look): Promise<Blob> {
  const canvas = chart.renderToCanvas({ pixelRatio, backgroundColor: look.surface });
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser cannot draw pictures.'))), 'image/png'));
}

export function csvOf(figure: Figure): string {
  const { columns, rows } = figure.table();
  return toCsv(columns.map((c) => c.name), rows);
}

function onPaper(figure: Figure, look: Look): EChartsOption {
  return { ...figure.option(look), backgroundColor: look.surface };
}
