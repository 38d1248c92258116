import { formatNumber } from '../../format/numbers';
import { histogram, inBins } from '../histogram';
import type { Fit, Probabilities } from '../predictions';
import { meanOf, sdOf } from '../spread';
import { splitLabel } from '../words';
import { axis, base, belowLegend, groupColor, legend, verticalAxis } from './base';
import type { Figure } from './figure';

/** How often residuals of each size occur. */
export function residualHistogramFigure(fit: Fit, note: string | null): Figure {
  const what = `${splitLabel(fit.split).toLowerCase()} residuals`;
  return numbersFigure(fit.residuals, { title: 'Distribution of residuals', file: `residual-histogram-${fit.split}`, axis: 'Residual (actual minus predicted)', what }, note);
}

/** How often predictions of each size occur. */
export function predictedHistogramFigure(predicted: readonly number[], note: string | null): Figure {
  return numbersFigure(predicted, { title: 'Distribution of predictions', file: 'predicted-histogram', axis: 'Predicted', what: 'predictions' }, note);
}

interface Named {
  title: string;
  file: string;
  axis: string;
  /** What is counted, for a sentence. */
  what: string;
}

function numbersFigure(values: readonly number[], named: Named, note: string | null): Figure {
  const { breaks, counts } = histogram(values);
  const [mean, sd] = [meanOf(values), sdOf(values)];
  const bins = counts.map((n, i) => ({ n, from: breaks[i] ?? NaN, to: breaks[i + 1] ?? NaN }));
  const label = (i: number) => `${formatNumber(bins[i]?.from ?? NaN)} to ${formatNumber(bins[i]?.to ?? NaN)}`;
  return {
    title: named.title,
    file: named.file,
    summary: `Histogram of ${values.length.toLocaleString('en')} ${named.what}: mean ${formatNumber(mean ?? NaN)}${sd === null ? '' : `, standard deviation ${formatNumber(sd)}`}.`,
    note,
    height: 340,
    table: () => ({ columns: [{ name: 'from', number: true }, { name: 'to', number: true }, { name: 'cases', number: true }], rows: bins.map((b) => [b.from, b.to, b.n]) }),
    option: (look) => ({
      ...base(look),
      tooltip: { ...base(look).tooltip, formatter: (told) => pointed(told, (i) => `${label(i)}\n${bins[i]?.n ?? 0} cases`) },
      xAxis: { type: 'category', data: bins.map((b) => formatNumber((b.from + b.to) / 2)), ...axis(look, named.axis), splitLine: { show: false } },
      yAxis: { type: 'value', minInterval: 1, ...verticalAxis(look, 'Cases', 4) },
      series: [{ type: 'bar', data: counts, barCategoryGap: '4%', itemStyle: { color: look.palette.groups[0] ?? look.accent } }],
    }),
  };
}

const shareBins = Array.from({ length: 21 }, (_, i) => i / 20);

/** How the predicted probabilities of a class are spread, for the cases of each true class where these are known: the less they overlap, the better. */
export function probabilityFigure({ split, level, byClass }: Probabilities, note: string | null): Figure {
  const isKnown = byClass.some((c) => c.level !== '');
  const nameOf = (name: string) => name || (isKnown ? 'not known' : 'all cases');
  const groups = byClass.map(({ level: name, values }) => ({ name: nameOf(name), n: values.length, shares: inBins(values, shareBins).counts.map((c) => c / values.length) }));
  const label = (i: number) => `${formatNumber(shareBins[i] ?? 0)} to ${formatNumber(shareBins[i + 1] ?? 1)}`;
  return {
    title: `Predicted probability of ${level}`,
    file: `probability-${level}-${split}`,
    summary: `Predicted probabilities of ${level}${isKnown ? ` by true class, on ${splitLabel(split).toLowerCase()} data. ` : ': '}${byClass
      .map((c) => `${isKnown ? `${nameOf(c.level)}: ` : ''}mean ${formatNumber(meanOf(c.values) ?? NaN)} of ${c.values.length.toLocaleString('en')} cases`)
      .join('; ')}.`,
    note,
    height: 320,
    table: () => ({
      columns: [{ name: 'Probability' }, ...groups.map((g) => ({ name: `Share of ${g.name}`, number: true }))],
      rows: shareBins.slice(0, -1).map((_, i) => [label(i), ...groups.map((g) => g.shares[i] ?? null)]),
    }),
    option: (look) => ({
      ...base(look),
      grid: belowLegend,
      legend: legend(look, groups.map((g) => g.name)),
      tooltip: {
        ...base(look).tooltip,
        trigger: 'axis',
        formatter: (told) => pointed(told, (i) => [label(Math.min(i, shareBins.length - 2)), ...groups.map((g) => `${g.name}: ${percent(g.shares[i] ?? 0)}`)].join('\n')),
      },
      xAxis: { type: 'value', min: 0, max: 1, ...axis(look, `Predicted probability of ${level}`), splitLine: { show: false } },
      yAxis: { type: 'value', ...verticalAxis(look, isKnown ? 'Share of the true class' : 'Share of the cases', 4), axisLabel: { color: look.muted, formatter: percent } },
      series: groups.map((g, i) => ({
        type: 'line' as const,
        name: g.name,
        step: 'end' as const,
        showSymbol: false,
        // From the lower break of each bin to the next; the last reaches the end.
        data: shareBins.map((b, bin): [number, number] => [b, g.shares[Math.min(bin, g.shares.length - 1)] ?? 0]),
        color: groupColor(look, i),
        lineStyle: { width: 2, type: i % 2 === 0 ? ('solid' as const) : ([6, 3] as number[]) },
        areaStyle: { opacity: 0.14 },
      })),
    }),
  };
}

const percent = (share: number) => `${formatNumber(Math.round(share * 1000) / 10)}%`;

function pointed(told: unknown, text: (index: number) => string): string {
  const [first] = Array.isArray(told) ? (told as { dataIndex: number }[]) : [told as { dataIndex: number }];
  return first ? text(first.dataIndex) : '';
}
