interface Props<Value extends string | number> {
  name: string;
  legend: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange(value: Value): void;
}

/** A radio group drawn as one row of segments. */
export function Segments<Value extends string | number>({ name, legend, options, value, onChange }: Props<Value>) {
  return (
    <div class="field" role="radiogroup" aria-labelledby={`${name}-legend`}>
      <span class="label" id={`${name}-legend`}>
        {legend}
      </span>
      <div class="segments">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  );
}
