import { codeOf } from '../state/code';

/** Takes the one-time code out of the address, so that it stands neither there nor in the history. To be called before anything reads the address. */
export function takeCode(): string | null {
  if (!location.hash.startsWith('#code=')) return null;
  const code = codeOf(location.hash);
  history.replaceState(null, '', location.pathname + location.search);
  return code;
}
