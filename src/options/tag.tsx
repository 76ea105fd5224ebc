import './tag.css';
import type { ComponentChildren } from 'preact';

/** A short word beside a title: a state, or that an account is the default. */
export const Tag = ({ children }: { children: ComponentChildren }) => <span class="tag">{children}</span>;
