/** What a column without a name is called, as R does. */
const unnamed = 'X';

/**
 * Names for columns out of a header: surrounding blanks go, empty ones become `X`, and repeated ones get `.1`, `.2`, ... as R's `read.csv` has it.
 * Unlike there, blanks and signs inside a name stay as they are.
 */
export function columnNames(header: readonly string[]): { names: string[]; warnings: string[] } {
  const given = header.map((name) => name.trim());
  const base = given.map((name) => name || unnamed);
  const taken = new Set(base);
  const seen = new Map<string, number>();
  let repeated = 0;
  const names = base.map((name, i) => {
    const before = seen.get(name);
    if (before === undefined) {
      seen.set(name, 0);
      return name;
    }
    if (given[i]) repeated++;
    let number = before + 1;
    while (taken.has(`${name}.${number}`)) number++;
    seen.set(name, number);
    taken.add(`${name}.${number}`);
    return `${name}.${number}`;
  });
  const empty = given.filter((name) => !name).length;
  const warnings = [];
  if (empty > 0) warnings.push(`${columns(empty)} no name and ${empty === 1 ? 'is' : 'are'} called ${unnamed}${empty === 1 ? '' : `, ${unnamed}.1 and so on`}.`);
  if (repeated > 0) warnings.push(`${columns(repeated)} the name of another and got a number behind it.`);
  return { names, warnings };
}

function columns(count: number): string {
  return count === 1 ? '1 column has' : `${count} columns have`;
}
