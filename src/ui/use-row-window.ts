import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { createRowHeights } from './row-heights';

/** So many rows are drawn above and below those in view. */
const rowsBeside = 8;
/** Before anything is measured, in px. */
const estimatedRowHeight = 40;
/** Where there is no layout, as in unit tests. */
const estimatedViewHeight = 440;

export interface RowWindow {
  /** What is scrolled. Its rows have their index as `data-index`. */
  scroller: RefObject<HTMLDivElement | null>;
  /** The rows that are drawn, in order, each with the px of rows before it that are not. */
  drawn: { index: number; gap: number }[];
  /** The px of rows after the last drawn one. */
  rest: number;
  onScroll(): void;
}

/**
 * Draws of a long list only what is in view, whatever the height of its rows. They are measured as they are drawn; the
 * others are taken to be as high as the first ones were. @param kept rows that are drawn wherever they are
 */
export function useRowWindow(count: number, kept: readonly number[]): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [estimate, setEstimate] = useState(estimatedRowHeight);
  const [, setTop] = useState(0);
  const [, redraw] = useState(0);
  const heights = useMemo(() => createRowHeights(count, estimate), [count, estimate]);
  const measuredWidth = useRef(0);

  const view = scroller.current?.clientHeight || estimatedViewHeight;
  const offset = scroller.current?.scrollTop ?? 0;
  const first = Math.max(0, heights.rowAt(offset) - rowsBeside);
  const end = Math.min(count, heights.rowAt(offset + view) + 1 + rowsBeside);
  const indexes = new Set([...kept.filter((index) => index >= 0 && index < count), ...range(first, end)]);
  let before = 0;
  const drawn = [...indexes]
    .sort((a, b) => a - b)
    .map((index) => {
      const gap = heights.above(index) - heights.above(before);
      before = index + 1;
      return { index, gap };
    });

  function measure(): void {
    const box = scroller.current;
    if (!box) return;
    const rows = [...box.querySelectorAll<HTMLElement>('[data-index]')];
    const measured = rows.map((row) => [Number(row.dataset.index), row.getBoundingClientRect().height] as const);
    const sum = measured.reduce((all, [, height]) => all + height, 0);
    // A list that has another width has other rows: all that is not drawn is estimated anew.
    if (box.clientWidth !== measuredWidth.current && sum > 0) {
      measuredWidth.current = box.clientWidth;
      setEstimate(sum / measured.length);
    }
    const isNews = measured.map(([index, height]) => height > 0 && heights.measure(index, height)).some(Boolean);
    if (isNews) redraw((times) => times + 1);
  }

  useLayoutEffect(measure);
  // The content is observed too: an editor that grows moves all rows below it.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => requestAnimationFrame(() => redraw((times) => times + 1)));
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return {
    scroller,
    drawn,
    rest: heights.above(count) - heights.above(before),
    onScroll: () => setTop(heights.rowAt(scroller.current?.scrollTop ?? 0)),
  };
}

const range = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
