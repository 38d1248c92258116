import type { LogLine } from '../state/progress.svelte';

/** The latest line that says something, without the marks that lines begin with on a terminal. */
export function latestSentence(log: readonly LogLine[]): string | null {
  for (let i = log.length - 1; i >= 0; i--) {
    const text = plainLine(log[i]?.message ?? '');
    if (text) return text;
  }
  return null;
}

/** A line without its terminal marks; empty when nothing else is in it. */
export function plainLine(message: string): string {
  const text = message.replace(/^\s*(<\/?>|\/\/|[▶◀•])\s*/u, '').trim();
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}
