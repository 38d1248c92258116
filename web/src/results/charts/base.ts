import type { EChartsOption } from 'echarts';
import type { Look } from './look';

/**
 * What all charts have in common. Nothing moves by itself. Tooltips are drawn on the canvas: as HTML they would write style attributes, which the page's
 * policy forbids.
 */
export function base(look: Look): EChartsOption {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { color: look.text, fontFamily: look.font, fontSize: 12 },
    grid: { left: 12, right: 16, top: 16, bottom: 12, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    tooltip: tooltip(look),
  };
}

export function tooltip(look: Look): NonNullable<Extract<EChartsOption['tooltip'], { renderMode?: unknown }>> {
  return {
    renderMode: 'richText',
    trigger: 'item',
    confine: true,
    backgroundColor: look.surface,
    borderColor: look.line,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { color: look.text, fontFamily: look.font, fontSize: 12 },
  };
}

/** How lines and texts of an axis look; its name stands along its middle. */
export function axis(look: Look, name = '') {
  return {
    name,
    nameLocation: 'middle' as const,
    nameGap: name ? 30 : 0,
    nameTextStyle: { color: look.muted },
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    axisLabel: { color: look.muted, hideOverlap: true },
    splitLine: { lineStyle: { color: look.line, opacity: 0.6 } },
  };
}

/** A vertical axis: its name is far enough from labels of `digits` signs. */
export function verticalAxis(look: Look, name: string, digits = 5) {
  return { ...axis(look, name), nameGap: 14 + digits * 6 };
}

/** The entries of a legend above the chart; they turn pages where there is no room. */
export function legend(look: Look, names: readonly string[]) {
  return {
    type: 'scroll' as const,
    top: 0,
    left: 0,
    right: 0,
    data: [...names],
    icon: 'circle',
    itemWidth: 10,
    itemHeight: 10,
    textStyle: { color: look.text },
    pageTextStyle: { color: look.muted },
    pageIconColor: look.text,
    pageIconInactiveColor: look.line,
    inactiveColor: look.line,
  };
}

/** The room of a chart with a legend. */
export const belowLegend = { left: 12, right: 16, top: 40, bottom: 12, outerBoundsMode: 'same' as const, outerBoundsContain: 'all' as const };

/** The colour of a group, by its place. */
export function groupColor(look: Look, at: number): string {
  return look.palette.groups[at % look.palette.groups.length] ?? look.accent;
}
