const shortest = 500;
const longest = 15_000;

/** How long to wait before the next try, in milliseconds: twice as long each time, spread so that many pages do not come at once. */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const most = Math.min(longest, shortest * 2 ** Math.max(0, failures));
  return Math.round(Math.max(shortest, most * (0.5 + random() / 2)));
}
