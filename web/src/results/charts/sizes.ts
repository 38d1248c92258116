import { formatNumber } from '../../format/numbers';
import { clusterLabel, noise, type ClusterSize } from '../clusters';
import { axis, base } from './base';
import type { Figure } from './figure';

/** How many cases each cluster has. */
export function sizesFigure(sizes: readonly ClusterSize[], note: string | null): Figure {
  const percent = (share: number) => `${formatNumber(Math.round(share * 1000) / 10)}%`;
  return {
    title: 'Cluster sizes',
    file: 'cluster-sizes',
    summary: `Cases by cluster: ${sizes.slice(0, 12).map((s) => `${clusterLabel(s.cluster)} ${s.n.toLocaleString('en')} (${percent(s.share)})`).join(', ')}.`,
    note,
    height: Math.max(160, sizes.length * 34 + 50),
    table: () => ({ columns: [{ name: 'Cluster' }, { name: 'Cases', number: true }, { name: 'Share', number: true }], rows: sizes.map((s) => [clusterLabel(s.cluster), s.n, s.share]) }),
    option: (look) => ({
      ...base(look),
      tooltip: { show: false },
      grid: { left: 12, right: 110, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: { type: 'value', minInterval: 1, ...axis(look) },
      yAxis: { type: 'category', inverse: true, data: sizes.map((s) => clusterLabel(s.cluster)), ...axis(look), splitLine: { show: false }, axisLabel: { color: look.text, interval: 0 } },
      series: [
        {
          type: 'bar',
          barMaxWidth: 22,
          label: { show: true, position: 'right', color: look.text, formatter: (p) => `${sizes[p.dataIndex]?.n.toLocaleString('en') ?? ''} (${percent(sizes[p.dataIndex]?.share ?? 0)})` },
          data: sizes.map((s, i) => ({ value: s.n, itemStyle: { borderRadius: 2, color: s.cluster === noise ? look.muted : (look.palette.groups[i % look.palette.groups.length] ?? look.accent) } })),
        },
      ],
    }),
  };
}
