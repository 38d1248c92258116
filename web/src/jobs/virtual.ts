/** The rows of equal height to be drawn, a few more than can be seen, so that scrolling shows no gap: first included, last excluded. */
export function visibleRange(scrollTop: number, height: number, rowHeight: number, rows: number, extra = 8): { first: number; last: number } {
  const last = Math.min(rows, Math.ceil((scrollTop + height) / rowHeight) + extra);
  return { first: Math.max(0, Math.min(Math.floor(scrollTop / rowHeight) - extra, last)), last };
}

/** The scroll offset that brings a row into view with the least movement. */
export function scrolledTo(row: number, scrollTop: number, height: number, rowHeight: number): number {
  if (row * rowHeight < scrollTop) return row * rowHeight;
  return Math.max(scrollTop, (row + 1) * rowHeight - height);
}
