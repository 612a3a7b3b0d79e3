import type { Capability } from "@proofroom/domain/problem/problem";
import { isSameName, plain, spaced } from "./names.ts";
import { rememberedOf } from "../text/remembered.ts";
import { ownerOf } from "./convention/nested-name.ts";

/** A field of a capability and every name under which people write it, the likeliest first. */
export interface Sense {
  field: string;
  names: string[];
}

/** The same one each time, so that its names are read once. */
export function senseOf(capability: Capability, field: string): Sense {
  const own = sensesByField.get(capability) ?? new Map<string, Sense>();
  sensesByField.set(capability, own);
  const before = own.get(field);
  if (before !== undefined) return before;
  const sense = { field, names: [field, ...(capability.find.fields[field] ?? [])] };
  own.set(field, sense);
  return sense;
}

const sensesByField = new WeakMap<Capability, Map<string, Sense>>();

/** What all capabilities speak of, each field once; it tells which column a body's field is kept in. */
export const sensesOf = rememberedOf((capabilities: Record<string, Capability>): Sense[] => {
  const senses = new Map<string, Sense>();
  for (const capability of Object.values(capabilities)) {
    for (const field of [...Object.keys(capability.in), ...Object.keys(capability.out)]) {
      const { names } = senseOf(capability, field);
      const known = senses.get(field)?.names ?? [];
      senses.set(field, { field, names: [...new Set([...known, ...names])] });
    }
  }
  return [...senses.values()];
});

/**
 * Of several written names the one that this field goes by; the field's own name wins over its other names. What stands in an object
 * goes by itself, but of `requestedBy.id` and `seat.id` each by what it is in.
 */
export function written<T>(items: T[], nameOf: (item: T) => string, sense: Sense): T | undefined {
  const owned = items.filter((item) => ownerOf(nameOf(item)) !== null);
  const isByItself = (item: T): boolean => owned.length < 2 || !owned.includes(item);
  const said = items.map((item) => {
    const name = nameOf(item);
    const last = isByItself(item) ? (name.split(".").at(-1) ?? "") : (ownerOf(name) ?? "");
    return [plain(name), plain(last)];
  });
  const names = plainNames(sense);
  if (said.some((own) => own.some((name) => names.has(name))))
    for (const name of names) {
      const found = said.findIndex((own) => own.includes(name));
      if (found !== -1) return items[found];
    }
  // `stageSeatId` is a seat's id too.
  return items.find((item) => longerNames(sense).some((name) => spaced(nameOf(item)).endsWith(name)));
}

/** Whether two names mean one thing: spelled alike, or both names of one field. */
export const meanAlike = (a: string, b: string, senses: Sense[]): boolean =>
  isSameName(a, b) || senses.some((sense) => isNamed(sense, a) && isNamed(sense, b));

export const isNamed = (sense: Sense, name: string): boolean => plainNames(sense).has(plain(name));

/** A field of a problem has a hundred names, and each column of a design is compared with them. */
const plainNames = rememberedOf(({ names }: Sense): ReadonlySet<string> => new Set(names.map(plain)));

/** Those of several words. */
const longerNames = rememberedOf(({ names }: Sense): readonly string[] =>
  names.map(spaced).filter((name) => name.includes(" ", 1)),
);
