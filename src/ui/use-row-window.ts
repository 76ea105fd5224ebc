import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { createRowHeights } from './row-heights';

/** The number of rows that are drawn above and below the visible ones. */
const overscanCount = 8;
/** The height of the list where there is no layout, as in unit tests; in px. */
const fallbackViewHeight = 440;

export interface RowWindow {
  /** The scrolling element. Its rows have their index as `data-index`. */
  scroller: RefObject<HTMLDivElement | null>;
  /** The rows to draw, in order. `gap` is the height of the rows left out before each, in px. */
  rows: { index: number; gap: number }[];
  /** The height of the rows left out after the last one, in px. */
  gapAfter: number;
  onScroll(): void;
  /** Scrolls as little as possible to make a row visible. */
  reveal(index: number): void;
}

interface Options {
  /** The indexes of rows that are drawn even if they are out of view. */
  kept: readonly number[];
  /** The expected height of a row, in px, until rows have been measured. */
  estimatedHeight: number;
}

/**
 * Chooses the rows of a long list to draw: those in view, and some around them. Rows may have any height; each is
 * measured when it is drawn, and the others are assumed to be as high as the average of the first ones.
 */
export function useRowWindow(count: number, { kept, estimatedHeight }: Options): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [estimate, setEstimate] = useState(estimatedHeight);
  const [, redraw] = useReducer<number, void>((times) => times + 1, 0);
  const heights = useMemo(() => createRowHeights(count, estimate), [count, estimate]);
  const drawnFrom = useRef(0);
  const measuredWidth = useRef(0);

  const offset = scroller.current?.scrollTop ?? 0;
  const viewHeight = scroller.current?.clientHeight || fallbackViewHeight;
  drawnFrom.current = heights.indexAt(offset);
  const first = Math.max(0, drawnFrom.current - overscanCount);
  const end = Math.min(count, heights.indexAt(offset + viewHeight) + 1 + overscanCount);
  const indexes = new Set([...kept.filter((index) => index >= 0 && index < count), ...range(first, end)]);
  let next = 0;
  const rows = [...indexes]
    .sort((a, b) => a - b)
    .map((index) => {
      const gap = heights.offsetOf(index) - heights.offsetOf(next);
      next = index + 1;
      return { index, gap };
    });

  function measure(): void {
    const box = scroller.current;
    const elements = [...(box?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
    if (!box || elements.length === 0) return;
    const measured = elements.map((row) => [Number(row.dataset.index), row.getBoundingClientRect().height] as const);
    const sum = measured.reduce((total, [, height]) => total + height, 0);
    // Another width changes the height of every row: those that are not drawn are estimated anew.
    if (box.clientWidth !== measuredWidth.current && sum > 0) {
      measuredWidth.current = box.clientWidth;
      setEstimate(sum / measured.length);
    }
    const hasChanged = measured.map(([index, height]) => height > 0 && heights.measure(index, height)).some(Boolean);
    if (hasChanged) redraw();
  }

  function onScroll(): void {
    if (heights.indexAt(scroller.current?.scrollTop ?? 0) !== drawnFrom.current) redraw();
  }

  useLayoutEffect(measure);
  // The content is observed too, because a row that grows moves all rows below.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => requestAnimationFrame(() => redraw()));
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return {
    scroller,
    rows,
    gapAfter: heights.offsetOf(count) - heights.offsetOf(next),
    onScroll,
    reveal(index) {
      const box = scroller.current;
      if (!box) return;
      const height = box.clientHeight || fallbackViewHeight;
      const lowest = heights.offsetOf(index);
      const highest = heights.offsetOf(index + 1) - height;
      box.scrollTop = Math.max(highest, Math.min(lowest, box.scrollTop));
      onScroll();
    },
  };
}

const range = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
