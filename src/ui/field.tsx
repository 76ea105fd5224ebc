import './field.css';
import type { ComponentChildren, JSX } from 'preact';
import { FieldNote } from './field-note';

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
  /** What is wrong, as a sentence in the place of the help. */
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
      <FieldNote id={noteId} help={help} problem={problem} />
    </div>
  );
}
