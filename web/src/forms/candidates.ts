import type { JsonValue } from '../wire/messages';
import { joinList, splitList } from './list';
import { readSingle, sameValue, writeOption, type Option } from './parameter';

export type CandidateReading = { values: JsonValue[]; problem: null } | { values: null; problem: string };

const mostCandidates = 1000;

/** Reads values to search over: "0.01, 0.05, 0.1", a range "1:5" or "0.1:1 by 0.3", or both mixed. */
export function readCandidates(option: Option, text: string): CandidateReading {
  if (text.trim() === '') return wrong('needs at least two values');
  const values: JsonValue[] = [];
  // A candidate that is itself a list is put in brackets.
  const parts = option.vector && text.includes('[') ? bracketed(text) : splitList(text);
  if (parts === null) return wrong('must have each list in brackets, such as [32, 16], [64, 32]');
  for (const part of parts) {
    const expanded = Array.isArray(part) ? { values: part, list: true } : expand(option, part);
    if (typeof expanded === 'string') return wrong(expanded);
    const read: JsonValue[] = [];
    for (const piece of expanded.values) {
      if (option.nullable && /^null$/i.test(piece)) read.push(null);
      else {
        const one = readSingle(option, piece);
        if (one.state !== 'value') return wrong(one.state === 'problem' ? `${piece || 'an empty entry'}: ${one.problem}` : 'has an empty entry');
        read.push(one.value);
      }
    }
    if (expanded.list) values.push(read);
    else values.push(...read);
    if (values.length > mostCandidates) return wrong(`has more than ${mostCandidates} values`);
  }
  const twice = values.find((v, i) => values.findIndex((w) => sameValue(v, w)) < i);
  if (twice !== undefined) return wrong(`has ${JSON.stringify(twice)} twice`);
  if (values.length < 2) return wrong('needs at least two values');
  return { values, problem: null };
}

/** The text that reads back as these candidates, or null where a field cannot hold them. */
export function writeCandidates(option: Option, values: readonly JsonValue[]): string | null {
  const parts: string[] = [];
  for (const value of values) {
    const text = Array.isArray(value) ? `[${joinList(value.map(String))}]` : writeOption({ ...option, vector: false }, value);
    if (text === null) return null;
    parts.push(Array.isArray(value) ? text : joinList([text]));
  }
  const text = parts.join(', ');
  const back = readCandidates(option, text);
  return back.problem !== null || sameValue(back.values, [...values]) ? text : null;
}

/** Values whose ratio is the same, for options that act by orders of magnitude; rounded to what can be read. */
export function logSpaced(from: number, to: number, count: number): number[] {
  const step = (Math.log(to) - Math.log(from)) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === 0 ? from : i === count - 1 ? to : Number((from * Math.exp(step * i)).toPrecision(3))));
}

const range = /^([+-]?[\d.]+(?:e[+-]?\d+)?)\s*:\s*([+-]?[\d.]+(?:e[+-]?\d+)?)(?:\s+by\s+([+-]?[\d.]+(?:e[+-]?\d+)?))?$/i;

function expand(option: Option, part: string): { values: string[]; list: false } | string {
  const found = option.kind === 'character' || option.kind === 'logical' ? null : range.exec(part);
  if (!found) return { values: [part], list: false };
  const [from, to] = [Number(found[1]), Number(found[2])];
  const by = found[3] === undefined ? Math.sign(to - from) || 1 : Number(found[3]);
  if (![from, to, by].every(Number.isFinite)) return `${part}: must be a range such as 1:5 or 0.1:1 by 0.3`;
  if (by === 0 || Math.sign(to - from) * Math.sign(by) < 0) return `${part}: the step does not lead from ${from} to ${to}`;
  // A little slack: 0.1:1 by 0.3 is to reach 1 although its steps are not exact.
  const count = Math.floor((to - from) / by + 1e-9) + 1;
  if (count > mostCandidates) return `has more than ${mostCandidates} values`;
  return { values: Array.from({ length: count }, (_, i) => String(Number((from + i * by).toPrecision(12)))), list: false };
}

function bracketed(text: string): string[][] | null {
  const lists = [...text.matchAll(/\[([^\]]*)\]/g)].map((m) => splitList(m[1] ?? ''));
  return text.replace(/\[[^\]]*\]/g, '').replace(/[\s,]/g, '') === '' ? lists : null;
}

function wrong(problem: string): CandidateReading {
  return { values: null, problem };
}
