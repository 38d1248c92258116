import type { Option } from './parameter';
import { wordsOf } from './parameter';

/** The id of a field's control, so that a problem can lead to it. */
export function fieldId(field: string): string {
  return `field-${field.replace(/[^\w-]/g, '-')}`;
}

/** Opens what hides a field and puts the cursor into it. */
export function focusField(field: string): void {
  const control = document.getElementById(fieldId(field));
  if (!control) return;
  for (let box = control.closest('details'); box; box = box.parentElement?.closest('details') ?? null) box.open = true;
  control.focus();
  control.scrollIntoView({ block: 'center' });
}

/** What an option's field says of the default. */
export function defaultWords(option: Option): string {
  return option.follows ? `as ${option.follows}` : wordsOf(option.default);
}

/** The bounds of a number in words, or nothing. */
export function boundsWords({ kind, bounds }: Option): string {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = bounds;
  const low = minimum ?? exclusiveMinimum;
  const high = maximum ?? exclusiveMaximum;
  const what = kind === 'integer' ? 'Whole number' : 'Number';
  if (low === undefined && high === undefined) return '';
  const parts = [
    ...(minimum !== undefined ? [`at least ${minimum}`] : exclusiveMinimum !== undefined ? [`more than ${exclusiveMinimum}`] : []),
    ...(maximum !== undefined ? [`at most ${maximum}`] : exclusiveMaximum !== undefined ? [`less than ${exclusiveMaximum}`] : []),
  ];
  return minimum !== undefined && maximum !== undefined ? `${what} from ${minimum} to ${maximum}` : `${what}, ${parts.join(', ')}`;
}
