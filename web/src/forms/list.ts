/** Splits what is typed as a list: commas between entries; an entry with a comma stands in double quotes, a quote inside is doubled. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let wasQuoted = false;
  const push = () => {
    parts.push(wasQuoted ? part : part.trim());
    part = '';
    wasQuoted = false;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') part += c;
      else if (text.charAt(i + 1) === '"') part += text.charAt(++i);
      else quoted = false;
    } else if (c === '"' && part.trim() === '') {
      part = '';
      quoted = wasQuoted = true;
    } else if (c === ',') push();
    else if (!wasQuoted || c.trim() !== '') part += c;
  }
  push();
  // A comma at the end is one who is still typing, no empty entry.
  if (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}

/** The text that `splitList` takes apart again. */
export function joinList(parts: readonly string[]): string {
  return parts.map((p) => (/[",]/.test(p) || p !== p.trim() || p === '' ? `"${p.replaceAll('"', '""')}"` : p)).join(', ');
}
