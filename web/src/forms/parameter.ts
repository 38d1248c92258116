import type { JsonValue, ParameterInfo, ValueType } from '../wire/messages';
import { labelOf } from './labels';
import { joinList, splitList } from './list';

/** What an option takes. `any`: the server did not say; `json`: a structure that is typed as JSON. */
export type OptionKind = ValueType | 'any' | 'json';

export interface Bounds {
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

/** One option of a form. */
export interface Option {
  readonly name: string;
  readonly label: string;
  readonly kind: OptionKind;
  readonly default: JsonValue;
  readonly nullable: boolean;
  readonly vector: boolean;
  readonly choices: readonly string[];
  readonly bounds: Bounds;
  readonly tunable: boolean;
  readonly help: string;
  /** The option whose value this one takes while it is not set itself. */
  readonly follows?: string;
}

/** What was typed, read: a value, nothing (the default holds), or what is wrong with it. */
export type Reading = { state: 'default' } | { state: 'value'; value: JsonValue } | { state: 'problem'; problem: string };

export function optionOf(info: ParameterInfo): Option {
  const array = Array.isArray(info.default);
  return {
    name: info.name,
    label: labelOf(info.name),
    kind: kindOf(info),
    default: info.default,
    nullable: info.nullable ?? info.default === null,
    vector: info.vector ?? (array && info.type !== 'other'),
    choices: info.choices ?? [],
    bounds: {
      ...(info.minimum === undefined ? {} : { minimum: info.minimum }),
      ...(info.maximum === undefined ? {} : { maximum: info.maximum }),
      ...(info.exclusive_minimum === undefined ? {} : { exclusiveMinimum: info.exclusive_minimum }),
      ...(info.exclusive_maximum === undefined ? {} : { exclusiveMaximum: info.exclusive_maximum }),
    },
    tunable: info.tunable,
    help: info.help ?? '',
  };
}

function kindOf(info: ParameterInfo): OptionKind {
  if (info.value_type) return info.value_type;
  if (info.choices?.length) return 'character';
  if (info.type === 'null') return 'any';
  return info.type === 'other' ? 'json' : info.type;
}

/** Reads what a person typed for one value of the option. Nothing typed means the default. */
export function readOption(option: Option, text: string): Reading {
  const typed = text.trim();
  if (typed === '') return { state: 'default' };
  if (option.nullable && /^null$/i.test(typed)) return { state: 'value', value: null };
  if (option.kind === 'json') return readJson(typed);
  const several = option.vector || (option.kind === 'any' && /[,"]/.test(typed));
  if (!several) return readSingle(option, typed);
  const values: JsonValue[] = [];
  for (const part of splitList(typed)) {
    const one = readSingle(option, part);
    if (one.state !== 'value') return one.state === 'problem' ? one : problem('has an empty entry');
    values.push(one.value);
  }
  // As in R, one value is a vector of one.
  return { state: 'value', value: values.length === 1 && option.vector ? (values[0] ?? null) : values };
}

/** Reads one entry: never a list, never null. */
export function readSingle(option: Option, typed: string): Reading {
  if (typed === '') return problem('has an empty entry');
  switch (option.kind) {
    case 'logical':
      return readLogical(typed);
    case 'integer':
    case 'double':
      return readNumber(option, typed);
    case 'character':
      return readText(option, typed);
    case 'json':
      return readJson(typed);
    case 'any':
      return { state: 'value', value: guess(typed) };
  }
}

function readLogical(typed: string): Reading {
  if (/^(true|yes)$/i.test(typed)) return { state: 'value', value: true };
  if (/^(false|no)$/i.test(typed)) return { state: 'value', value: false };
  return problem('must be true or false');
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const largestInteger = 2_147_483_647;

function readNumber(option: Option, typed: string): Reading {
  if (!number.test(typed)) return problem(option.kind === 'integer' ? 'must be a whole number' : 'must be a number');
  const value = Number(typed);
  if (!Number.isFinite(value)) return problem('is too large a number');
  if (option.kind === 'integer' && !Number.isInteger(value)) return problem('must be a whole number');
  const wrong = outOfBounds(option.bounds, value);
  if (wrong) return problem(wrong);
  // The engine's whole numbers have 32 bits.
  if (option.kind === 'integer' && Math.abs(value) > largestInteger) return problem(`must be at most ${largestInteger}`);
  return { state: 'value', value };
}

function outOfBounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Bounds, value: number): string | null {
  if (minimum !== undefined && value < minimum) return `must be at least ${minimum}`;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `must be more than ${exclusiveMinimum}`;
  if (maximum !== undefined && value > maximum) return `must be at most ${maximum}`;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return `must be less than ${exclusiveMaximum}`;
  return null;
}

function readText(option: Option, typed: string): Reading {
  if (option.choices.length > 0 && !option.choices.includes(typed)) return problem(`must be one of ${option.choices.join(', ')}`);
  return { state: 'value', value: typed };
}

function readJson(typed: string): Reading {
  try {
    return { state: 'value', value: JSON.parse(typed) as JsonValue };
  } catch {
    return problem('must be written as JSON');
  }
}

// Where the server does not say the type: numbers and truth values as such, a quoted number stays text.
function guess(typed: string): JsonValue {
  if (number.test(typed)) return Number(typed);
  if (/^(true|false)$/i.test(typed)) return typed.toLowerCase() === 'true';
  return typed;
}

function problem(text: string): Reading {
  return { state: 'problem', problem: text };
}

/** The text that reads back as the value, or null where the option's field cannot hold it. */
export function writeOption(option: Option, value: JsonValue): string | null {
  const text = write(option, value);
  if (text === null) return null;
  const back = readOption(option, text);
  // What is out of bounds is shown, with its problem; what would come back as something else is not.
  return back.state === 'problem' || (back.state === 'value' && sameValue(back.value, unboxed(option, value))) ? text : null;
}

function write(option: Option, value: JsonValue): string | null {
  if (value === null) return 'null';
  if (option.kind === 'json') return JSON.stringify(value);
  if (Array.isArray(value)) {
    const parts = value.map(single);
    return parts.every((p) => p !== null) ? joinList(parts) : null;
  }
  const text = single(value);
  return text !== null && option.vector ? joinList([text]) : text;
}

function single(value: JsonValue): string | null {
  return value === null || typeof value === 'object' ? null : String(value);
}

/** How a value is told to a person. */
export function wordsOf(value: JsonValue): string {
  if (value === null) return 'none';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length ? value.map(wordsOf).join(', ') : 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function sameValue(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((v, i) => sameValue(v, b[i] ?? null));
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => k in b && sameValue(a[k] ?? null, b[k] ?? null));
}

/** Whether a typed text makes the option differ from its default. */
export function isChanged(option: Option, text: string | undefined): boolean {
  const reading = readOption(option, text ?? '');
  if (reading.state === 'default') return false;
  return reading.state === 'problem' || isSent(option, reading.value);
}

/** Whether a value has to be sent: the default goes without saying, unless it would follow another option. */
export function isSent(option: Option, value: JsonValue): boolean {
  if (option.follows) return true;
  return !sameValue(unboxed(option, value), unboxed(option, option.default));
}

function unboxed(option: Option, value: JsonValue): JsonValue {
  return option.vector && Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value;
}
