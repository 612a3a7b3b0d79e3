import { singular } from "../../bind/names.ts";

/**
 * A transcript shows `GET /x7Gh2kQ` where a reference says `GET /{code}`: a part of a path that is the value of a field
 * shown elsewhere in the text, or the end of its URL, stands for that field; a number, a UUID or what is cut short stands
 * for what its collection holds. Plain words stay what they are.
 */
export function exampleNames(text: string): (path: string) => string {
  const ends = new Map<string, string>();
  const values = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/"([A-Za-z_]\w{0,40})"\s{0,9}:\s{0,9}"([^"\s]{3,200})"/g)) {
    const last = value.split("/").at(-1) ?? "";
    const known = last === value ? values : ends;
    if (isMade(last) && !known.has(last)) known.set(last, name);
  }
  return (path) => {
    const taken = new Set<string>();
    const parts = path.split("/").map((part, n, all) => {
      const before = all[n - 1] ?? "";
      const name = [values.get(part) ?? ends.get(part), isOne(part, before) ? idOf(before) : undefined].find(
        (one) => one !== undefined && !taken.has(one),
      );
      if (name === undefined) return part;
      taken.add(name);
      return `{${name}}`;
    });
    return parts.join("/");
  };
}

/** `x7Gh2kQ` or `abc123`, not `links` nor `v1`. */
const isMade = (part: string): boolean =>
  /^[\w-]{3,64}$/.test(part) && /\d|[a-z][A-Z]/.test(part) && !/^v\d+$/.test(part);

/** `/events/12`, `/holds/5e0b5d0c-2a2f-4a9f-8a4b-6f9f4bfb2d77`, `/holds/c2d1…`: one of those that a collection holds. */
const isOne = (part: string, before: string): boolean =>
  /^[A-Za-z][\w-]{2,60}$/.test(before) &&
  (/^\d{1,19}$/.test(part) || /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(part) || cutShort.test(part)) &&
  before.toLowerCase() !== "api";

const cutShort = /^[\w-]{1,60}(?:…|\.{3})[\w-]{0,60}$/;

export const idOf = (collection: string): string => `${singular(collection.replaceAll("-", "_"))}_id`;
