import './progress-bar.css';
import type { JSX } from 'preact';

/** A progress bar. The caller names the bar with `aria-label` or `aria-labelledby`. */
export const ProgressBar = (attributes: JSX.IntrinsicElements['progress']) => (
  <progress {...attributes} class="progress-bar" />
);
