/** The one-time code of a link, as the server prints it; null when there is none. */
export function codeOf(address: string): string | null {
  return /#code=([^&\s]+)/.exec(address)?.[1] ?? null;
}
