import './field.css';
import type { ComponentChildren, JSX } from 'preact';
import { FieldNote } from './field-note';

/** The attributes that tie a control to the label, help and problem of its field. */
export interface ControlProps {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

interface Props {
  id: string;
  label: ComponentChildren;
  help?: ComponentChildren;
  /** A sentence that is shown in place of the help. */
  problem?: string | null | undefined;
  children: (control: ControlProps) => JSX.Element;
}

/** A labelled control with help or a problem under it. */
export function Field({ id, label, help, problem, children }: Props) {
  const noteId = `${id}-note`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': Boolean(problem), 'aria-describedby': problem || help ? noteId : undefined })}
      <FieldNote id={noteId} help={help} problem={problem} />
    </div>
  );
}
