const msPerDay = 86_400_000;
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;
const decimalComma = /^\s*[+-]?\d*,\d+(?:[eE][+-]?\d+)?\s*$/;

/** Whether a text stands for "no value": nothing, blanks, NA, null. */
export function isMissing(text: string): boolean {
  if (text === '' || text === 'NA' || text === 'null') return true;
  const first = text.charCodeAt(0);
  return (first === 32 || first === 9) && text.trim() === '';
}

/** The value of a logical text, or undefined. */
export function parseLogical(text: string): boolean | undefined {
  switch (text) {
    case 'TRUE':
    case 'True':
    case 'true':
    case 'T':
      return true;
    case 'FALSE':
    case 'False':
    case 'false':
    case 'F':
      return false;
    default:
      return undefined;
  }
}

/** The number that a text is, or undefined; `comma`: decimals may stand behind a comma. */
export function parseNumber(text: string, comma: boolean): number | undefined {
  const value = +text;
  if (value === value) return isPrefixed(text) ? undefined : value;
  switch (text) {
    case 'NaN':
      return NaN;
    case 'Inf':
    case 'inf':
      return Infinity;
    case '-Inf':
    case '-inf':
      return -Infinity;
    default:
      return comma && decimalComma.test(text) ? +text.replace(',', '.') : undefined;
  }
}

// Hexadecimal and the like are numbers to JavaScript only. The patterns are tried where the first two signs leave it open.
function isPrefixed(text: string): boolean {
  return (text.charCodeAt(1) > 57 || text.charCodeAt(0) <= 32) && /^\s*0[xob]/i.test(text);
}

/** Whether a number is written as a whole one, without decimals and exponent. */
export function isWhole(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 46 || c === 44 || c === 101 || c === 69) return false;
  }
  return true;
}

/** Days from 1970-01-01 of `YYYY-MM-DD`, or undefined. */
export function parseDay(text: string): number | undefined {
  const match = text.length === 10 ? dayPattern.exec(text) : null;
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / msPerDay : undefined;
}

/** Microseconds from 1970-01-01 of an ISO 8601 date and time, or undefined. Without an offset it is taken to be in UTC. */
export function parseTime(text: string): number | undefined {
  const match = text.length >= 16 ? timePattern.exec(text) : null;
  if (!match) return undefined;
  const day = parseDay(match[1] ?? '');
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = match[5] ? Math.round(Number(`0${match[5]}`) * 1e6) : 0;
  return ((day * 1440 + hour * 60 + minute - offsetMinutes(match[6])) * 60 + second) * 1e6 + fraction;
}

function offsetMinutes(zone: string | undefined): number {
  if (!zone || zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}
