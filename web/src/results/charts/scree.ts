import { formatNumber } from '../../format/numbers';
import type { ComponentShare } from '../decomposition';
import { axis, base, belowLegend, legend, verticalAxis } from './base';
import type { Figure } from './figure';

/** The part of variance of each component, and what they explain together. `explained`: of the data's variance; else of the scores' own. */
export function screeFigure(shares: readonly ComponentShare[], explained: boolean, note: string | null): Figure {
  const percent = (share: number) => `${formatNumber(Math.round(share * 1000) / 10)}%`;
  return {
    title: explained ? 'Variance explained' : "Share of the scores' variance",
    file: 'scree',
    summary: `${explained ? 'Variance explained' : "Share of the scores' variance"} by component: ${shares.slice(0, 5).map((s) => `${s.component} ${percent(s.share)}`).join(', ')}; all together ${percent(shares.at(-1)?.cumulative ?? 0)}.`,
    note,
    height: 340,
    table: () => ({
      columns: [{ name: 'Component' }, { name: 'Share', number: true }, { name: 'Cumulative', number: true }],
      rows: shares.map((s) => [s.component, s.share, s.cumulative]),
    }),
    option: (look) => ({
      ...base(look),
      grid: belowLegend,
      legend: legend(look, ['Each', 'Cumulative']),
      tooltip: { ...base(look).tooltip, trigger: 'axis', formatter: (told) => {
        const at = (told as unknown as { dataIndex: number }[])[0]?.dataIndex ?? 0;
        const s = shares[at];
        return s ? `${s.component}: ${percent(s.share)}\nCumulative: ${percent(s.cumulative)}` : '';
      } },
      xAxis: { type: 'category', data: shares.map((s) => s.component), ...axis(look) },
      yAxis: { type: 'value', min: 0, ...verticalAxis(look, '', 4), axisLabel: { color: look.muted, formatter: percent } },
      series: [
        { type: 'bar', name: 'Each', data: shares.map((s) => s.share), barMaxWidth: 48, itemStyle: { color: look.palette.groups[0] ?? look.accent, borderRadius: 2 } },
        { type: 'line', name: 'Cumulative', data: shares.map((s) => s.cumulative), symbol: 'circle', symbolSize: 7, color: look.palette.groups[1] ?? look.text, lineStyle: { width: 2 } },
      ],
    }),
  };
}
