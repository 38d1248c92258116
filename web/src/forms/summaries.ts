import { readCandidates } from './candidates';
import type { FormState, Schema, Texts } from './state';
import { isChanged, type Option } from './parameter';
import { searchedOptions, type FitCount } from './tuning';

/** What a closed section tells of its inside. */
export interface Summary {
  text: string;
  changed: boolean;
}

/** Of options: which were changed, by name and text while they are few. */
export function summaryOf(options: readonly Option[], texts: Texts, untouched = 'Defaults'): Summary {
  const changed = options.filter((o) => isChanged(o, texts[o.name]));
  if (changed.length === 0) return { text: untouched, changed: false };
  const shown = changed.length <= 3 ? changed.map((o) => `${o.name} ${texts[o.name] ?? ''}`).join(', ') : `${changed.length} changed`;
  return { text: shown, changed: true };
}

export function searchSummary(state: FormState, schema: Schema, fits: FitCount | null): Summary {
  const searched = searchedOptions(state, schema);
  if (searched.length === 0) return { text: 'Off', changed: false };
  const names = searched.map((o) => `${o.name} (${readCandidates(o, state.search[o.name] ?? '').values?.length ?? '?'})`).join(' × ');
  return { text: fits ? `${names}: ${fits.total.toLocaleString('en')} fits` : names, changed: true };
}

export function rolesSummary({ weights, positiveClass, question }: FormState): Summary {
  const parts = [...(weights ? [`weights ${weights}`] : []), ...(positiveClass ? [`positive ${positiveClass}`] : []), ...(question.trim() ? [question.trim()] : [])];
  return { text: parts.join(', ') || 'None', changed: parts.length > 0 };
}
