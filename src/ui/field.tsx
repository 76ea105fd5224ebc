import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon';

/** What a control inside a field needs so that its label, help and problem belong to it. */
export interface ControlProps {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

interface Props {
  id: string;
  label: ComponentChildren;
  help?: ComponentChildren;
  /** What is wrong, as a sentence. It takes the help's place, so that nothing jumps. */
  problem?: string | null | undefined;
  children: (control: ControlProps) => JSX.Element;
}

/** A labelled control with help, or with what is wrong, under it. */
export function Field({ id, label, help, problem, children }: Props) {
  const noteId = `${id}-note`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': Boolean(problem), 'aria-describedby': problem || help ? noteId : undefined })}
      {problem ? (
        <p class="problem" id={noteId}>
          <Icon name="alert" />
          {problem}
        </p>
      ) : (
        help && (
          <p class="help" id={noteId}>
            {help}
          </p>
        )
      )}
    </div>
  );
}
