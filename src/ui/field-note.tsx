import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

interface Props {
  id: string;
  help?: ComponentChildren;
  problem?: string | null | undefined;
}

/** What stands under a control: its help, or in its place what is wrong, so that nothing jumps. */
export function FieldNote({ id, help, problem }: Props) {
  if (problem) {
    return (
      <p class="problem" id={id}>
        <Icon name="alert" />
        {problem}
      </p>
    );
  }
  return help ? (
    <p class="help" id={id}>
      {help}
    </p>
  ) : null;
}
