interface Props {
  /** Parts that are null or empty are left out. */
  of: readonly (string | null | undefined)[];
}

/**
 * Short texts in one line, separated by dots. Each is isolated from the others, so that the `+` of a number stays in
 * front of the number where the line runs from right to left.
 */
export function Parts({ of }: Props) {
  const parts = of.filter(Boolean);
  return <>{parts.map((part, index) => [index > 0 && ' · ', <bdi key={part}>{part}</bdi>])}</>;
}
