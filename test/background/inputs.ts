/** The parts of a valibot schema that are needed to make a value of it. */
interface Schema {
  type: string;
  entries?: Readonly<Record<string, Schema>>;
  wrapped?: Schema;
  item?: Schema;
  options?: readonly unknown[];
  value?: unknown;
}

/** The path to a string in an input, such as `wishes.0.address.chat`. */
type Path = string;

/**
 * Makes a value of the shape that a schema describes, so that new handlers are tested without a change of the test.
 * @param textAt returns the string at a path
 * @param isFilled whether values that may be null are filled in
 */
export function inputOf(schema: unknown, textAt: (path: Path) => string, isFilled: boolean): unknown {
  const make = (each: Schema, path: Path): unknown => {
    const inner = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
    switch (each.type) {
      case 'string':
        return textAt(path);
      case 'number':
        return 1;
      case 'boolean':
        return false;
      case 'record':
        return {};
      case 'array':
        return [make(partOf(each.item), inner(0))];
      case 'nullable':
      case 'nullish':
      case 'optional':
        return isFilled ? make(partOf(each.wrapped), path) : null;
      case 'picklist':
        return each.options?.[0];
      case 'literal':
        return each.value;
      case 'union':
      case 'variant':
        return make(partOf(each.options?.[0] as Schema | undefined), path);
      case 'object':
        return Object.fromEntries(
          Object.entries(each.entries ?? {}).map(([name, part]) => [name, make(part, inner(name))]),
        );
      default:
        throw new Error(`This test does not know how to fill in "${each.type}"`);
    }
  };
  return make(schema as Schema, '');
}

function partOf(schema: Schema | undefined): Schema {
  if (!schema) throw new Error('A schema without its part');
  return schema;
}

/** Returns the paths of all strings in inputs of a schema. */
export function placesIn(schema: unknown): Path[] {
  const places: Path[] = [];
  const note = (path: Path): string => {
    places.push(path);
    return '';
  };
  inputOf(schema, note, true);
  return places;
}
