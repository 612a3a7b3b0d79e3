import type { Place } from "../../place.ts";

/** A name as it stands inside a sentence; names come from the documents and may be anything. */
export const tick = (name: string): string =>
  `\`${shortened(
    name
      .replace(/\p{Cf}/gu, "")
      .replace(/[`\s\p{C}]+/gu, " ")
      .trim(),
    48,
  )}\``;

/** ` (schema 3)`; nothing where no line is known. */
export const where = (place: Pick<Place, "document" | "line"> | null): string =>
  place === null ? "" : ` (${place.document} ${place.line})`;

/** A piece of text as it stands inside a sentence: one line, no marks that would end the sentence. */
export const cited = (text: string, most = 60): string =>
  `"${shortened(
    text
      .replace(/\p{Cf}/gu, "")
      .replace(/[`"\s\p{C}]+/gu, " ")
      .replace(/^[\s|*#>-]+|[\s|.?!;:]+$/g, "")
      .replace(/[?!]+|\.(?=\s)/g, ",")
      .trim(),
    most,
  )}"`;

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).toWellFormed();
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** `a`, `a and b`, `a, b and c`, `5 endpoints, a among them,`. */
export function listed(names: readonly string[], thing: string): string {
  const [first = ""] = names;
  if (names.length > 3) return `${names.length} ${thing}, ${first} among them,`;
  return names.length < 2 ? first : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
