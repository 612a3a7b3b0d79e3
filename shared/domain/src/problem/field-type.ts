/** What a capability says of a field: `string`, `string?` where designs do without it, `string unless seat` where another field serves. */
export interface FieldType {
  type: string;
  isOptional: boolean;
  /** The field that makes this one needless. */
  unless: string | null;
}

export function fieldType(written: string): FieldType {
  const [, type = written, optional, unless = null] = /^(\w+)(\?)?(?: unless (\w+))?$/.exec(written) ?? [];
  return { type, isOptional: optional !== undefined, unless };
}
