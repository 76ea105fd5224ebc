import './progress-bar.css';
import type { JSX } from 'preact';

/** A progress bar. It needs a name: `aria-label` or `aria-labelledby`. */
export const ProgressBar = (attributes: JSX.IntrinsicElements['progress']) => (
  <progress {...attributes} class="progress-bar" />
);
