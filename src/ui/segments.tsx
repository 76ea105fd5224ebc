import './field.css';
import './segments.css';
import type { ComponentChildren } from 'preact';
import { FieldNote } from './field-note';

interface Props<Value extends string | number> {
  name: string;
  legend: string;
  options: readonly { value: Value; label: string }[];
  /** The chosen value, or null. */
  value: Value | null;
  help?: ComponentChildren;
  /** A sentence that is shown in place of the help. */
  problem?: string | null;
  onChange(value: Value): void;
}

/** A radio group drawn as a row of segments. The first button has the group's name as its id, so that scripts can focus the group. */
export function Segments<Value extends string | number>(props: Props<Value>) {
  const { name, legend, options, value, help, problem, onChange } = props;
  const noteId = `${name}-note`;
  return (
    <div
      class="field"
      role="radiogroup"
      aria-labelledby={`${name}-legend`}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem || help ? noteId : undefined}
    >
      <span class="label" id={`${name}-legend`}>
        {legend}
      </span>
      <div class="segments">
        {options.map((option, index) => (
          <label key={option.value}>
            <input
              id={index === 0 ? name : undefined}
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldNote id={noteId} help={help} problem={problem} />
    </div>
  );
}
