import './icon.css';
import { Ban, Check, ChevronDown, CircleAlert, CircleQuestionMark, Clock, type IconNode, Settings } from 'lucide';
import { h } from 'preact';

const icons = {
  check: Check,
  chevron: ChevronDown,
  alert: CircleAlert,
  question: CircleQuestionMark,
  clock: Clock,
  settings: Settings,
  slash: Ban,
} satisfies Record<string, IconNode>;

/** A 16 px icon of https://lucide.dev. Screen readers skip it, because there is always a text beside it. */
export function Icon({ name }: { name: keyof typeof icons }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {icons[name].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
