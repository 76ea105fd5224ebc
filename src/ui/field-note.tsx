import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

interface Props {
  id: string;
  help?: ComponentChildren;
  problem?: string | null | undefined;
}

/** The line under a control: its help, or the problem in the same place, so that the fields below do not move. */
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
