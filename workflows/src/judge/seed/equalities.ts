/** Sets of things that must be equal. */
export interface Equalities {
  join(a: string, b: string): void;
  areEqual(a: string, b: string): boolean;
}

export function createEqualities(): Equalities {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    const parent = parents.get(name) ?? name;
    return parent === name ? name : rootOf(parent);
  };
  return {
    join: (a, b) => void parents.set(rootOf(a), rootOf(b)),
    areEqual: (a, b) => rootOf(a) === rootOf(b),
  };
}

/** How a column and a field are called among equalities. */
export const columnName = (table: string, column: string): string => `column ${table}.${column}`;
export const fieldName = (field: string): string => `field ${field}`;
