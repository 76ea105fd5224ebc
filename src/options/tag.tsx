import './tag.css';
import type { ComponentChildren } from 'preact';

/** A short label beside a title, for a state or for the default account. */
export const Tag = ({ children }: { children: ComponentChildren }) => <span class="tag">{children}</span>;
