import type { Capability } from "@proofroom/domain/problem/problem";
import { isSameName, plain, spaced } from "./names.ts";
import { ownerOf } from "./convention/nested-name.ts";

/** A field of a capability and every name under which people write it, the likeliest first. */
export interface Sense {
  field: string;
  names: string[];
}

export const senseOf = (capability: Capability, field: string): Sense => ({
  field,
  names: [field, ...(capability.find.fields[field] ?? [])],
});

/** What all capabilities speak of, each field once; it tells which column a body's field is kept in. */
export function sensesOf(capabilities: Record<string, Capability>): Sense[] {
  const senses = new Map<string, Sense>();
  for (const capability of Object.values(capabilities)) {
    for (const field of [...Object.keys(capability.in), ...Object.keys(capability.out)]) {
      const { names } = senseOf(capability, field);
      const known = senses.get(field)?.names ?? [];
      senses.set(field, { field, names: [...new Set([...known, ...names])] });
    }
  }
  return [...senses.values()];
}

/**
 * Of several written names the one that this field goes by; the field's own name wins over its other names. What stands in an object
 * goes by itself, but of `requestedBy.id` and `seat.id` each by what it is in.
 */
export function written<T>(items: T[], nameOf: (item: T) => string, { names }: Sense): T | undefined {
  const owned = items.filter((item) => ownerOf(nameOf(item)) !== null);
  const isByItself = (item: T): boolean => owned.length < 2 || !owned.includes(item);
  for (const name of names) {
    const found = items.find((item) => {
      const said = nameOf(item);
      const last = isByItself(item) ? (said.split(".").at(-1) ?? "") : (ownerOf(said) ?? "");
      return isSameName(said, name) || isSameName(last, name);
    });
    if (found !== undefined) return found;
  }
  // `stageSeatId` is a seat's id too.
  const longer = names.map(spaced).filter((name) => name.includes(" ", 1));
  return items.find((item) => longer.some((name) => spaced(nameOf(item)).endsWith(name)));
}

/** Whether two names mean one thing: spelled alike, or both names of one field. */
export const meanAlike = (a: string, b: string, senses: Sense[]): boolean =>
  isSameName(a, b) || senses.some((sense) => isNamed(sense, a) && isNamed(sense, b));

export const isNamed = (sense: Sense, name: string): boolean => plainNames(sense).has(plain(name));

const known = new WeakMap<Sense, ReadonlySet<string>>();

/** A field of a problem has a hundred names, and each column of a design is compared with them. */
function plainNames(sense: Sense): ReadonlySet<string> {
  const names = known.get(sense) ?? new Set(sense.names.map(plain));
  known.set(sense, names);
  return names;
}
