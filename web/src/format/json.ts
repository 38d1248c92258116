import type { JsonValue } from '../wire/messages';

export type JsonObject = { readonly [key: string]: JsonValue };

export function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object behind a path of names, or null when there is none. */
export function objectAt(value: JsonValue | undefined, ...path: string[]): JsonObject | null {
  let at = value;
  for (const name of path) at = isObject(at) ? at[name] : undefined;
  return isObject(at) ? at : null;
}

export function numberAt(value: JsonObject | null, name: string): number | null {
  const at = value?.[name];
  return typeof at === 'number' ? at : null;
}

export function textAt(value: JsonObject | null, name: string): string | null {
  const at = value?.[name];
  return typeof at === 'string' && at !== '' ? at : null;
}

const mostShown = 40;

/** A value in one line: lists with commas, what is not set as a dash. */
export function valueText(value: JsonValue | undefined, number: (n: number) => string = String): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return value === '' ? '–' : value;
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none';
    const shown = value.slice(0, mostShown).map((v) => valueText(v, number));
    return shown.join(', ') + (value.length > mostShown ? ` and ${value.length - mostShown} more` : '');
  }
  if (Array.isArray(value['candidates'])) return `candidates ${valueText(value['candidates'], number)}`;
  return Object.entries(value)
    .map(([k, v]) => `${k} ${valueText(v, number)}`)
    .join('; ');
}
