/** What is wrong with a session's name, in words; null when it is right. The server has the same rule. */
export function sessionNameProblem(name: string): string | null {
  if (name.length === 0) return 'A name has at least one character.';
  if (name.length > 64) return `A name has at most 64 characters, this one has ${name.length}.`;
  const wrong = /[^A-Za-z0-9_.-]/u.exec(name)?.[0];
  if (wrong === undefined) return null;
  return `${wrong === ' ' ? 'A space' : `"${wrong}"`} can't stand in a name: use letters A to Z, digits, and . _ -`;
}
