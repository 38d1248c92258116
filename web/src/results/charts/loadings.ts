import { formatNumber } from '../../format/numbers';
import type { Loadings } from '../decomposition';
import type { Figure } from './figure';
import { heatOption } from './heat';

/** How much each variable takes part in each component. */
export function loadingsFigure({ variables, components, values, largest }: Loadings, note: string | null): Figure {
  const strongest = components.slice(0, 3).map((component, c) => {
    const at = values.reduce((best, row, i) => (Math.abs(row[c] ?? 0) > Math.abs(values[best]?.[c] ?? 0) ? i : best), 0);
    return `${component} most with ${variables[at] ?? ''} (${formatNumber(values[at]?.[c] ?? NaN)})`;
  });
  return {
    title: 'Loadings',
    file: 'loadings',
    summary: `Loadings of ${variables.length} variables on ${components.length} components, up to ${formatNumber(largest)} in size: ${strongest.join('; ')}.`,
    note,
    height: Math.max(220, variables.length * 28 + 110),
    table: () => ({ columns: [{ name: 'variable' }, ...components.map((name) => ({ name, number: true }))], rows: variables.map((v, i) => [v, ...(values[i] ?? [])]) }),
    option: (look) => heatOption(look, { columns: components, rows: variables, values, scale: 'diverging' }),
  };
}
