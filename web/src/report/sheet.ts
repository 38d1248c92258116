import { init } from '../results/charts/echarts';
import { drawnSvg } from '../results/charts/files';
import { lookOf } from '../results/charts/look';
import type { Sheet } from '../results/charts/paper.svelte';

/** What a chart is wide on paper, in pixels of the screen: as wide as the page, or as one that is about as high. */
const widths = { page: 660, square: 440 };

/** The paper that a report is printed on: always light. */
export const sheet: Sheet = {
  chart(figure, host) {
    const width = figure.square ? widths.square : widths.page;
    const height = figure.square ? Math.min(figure.height, width) : figure.height;
    const svg = drawnSvg(init, figure, lookOf(host, 'light', width), height);
    // Without the styles of its own, which are for a pointer and against the report's policy.
    return sheet.picture(svg.replace(/<style[^>]*>[^]*?<\/style>/g, ''), host);
  },
  picture(svg, host) {
    const printed = document.createElement('div');
    printed.className = 'printed';
    printed.innerHTML = svg;
    host.before(printed);
    return () => printed.remove();
  },
};
