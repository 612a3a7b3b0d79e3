import { plain } from "../names.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What says of whatever it is that it can be told from others, and nothing of what it is. */
const bare = set("id uuid guid ref key no nr num number");

/** What stands around fields of all things alike. */
const around = set(
  "data attributes payload body request params input fields values item items object resource relationships record content properties entity model",
);

/** The object that a field stands in, where it alone says of what the field is: of `seat.id` the seat; null of any other field. */
export function ownerOf(name: string): string | null {
  const parts = name.split(".");
  const last = parts.pop() ?? "";
  if (!bare.has(plain(last))) return null;
  return parts.findLast((part) => !around.has(plain(part))) ?? null;
}

/** What a field goes by, whatever objects it stands in: `target` of `data.attributes.target`, `seat id` of `seat.id`. */
export function nameWithin(name: string): string {
  const last = name.split(".").at(-1) ?? name;
  const owner = ownerOf(name);
  return owner === null ? last : `${owner} ${last}`;
}
