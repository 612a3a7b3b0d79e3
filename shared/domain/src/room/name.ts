import * as z from "zod/mini";

export const nameLimit = 40;

/** Controls, direction overrides, zero-width and other unseen characters: with them a name looks like another's. */
const unseen = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}|\u2800/gu;

/** A name as people may call themselves: composed, visible, on one line. */
export const cleanName = (name: string): string =>
  name.replace(unseen, "").normalize("NFC").replace(/\s+/gu, " ").trim();

export const PersonName = z
  .string()
  .check(
    z.overwrite(cleanName),
    z.minLength(1, "Tell a name that can be seen"),
    z.maxLength(nameLimit, `Tell a name of at most ${nameLimit} characters`),
  );

/** `name`, or `name 2`, `name 3` … where the room already has one that reads the same. */
export function distinctName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map(folded));
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` ${n}`;
    const start = name
      .slice(0, nameLimit - suffix.length)
      .replace(/\p{Cs}$/u, "")
      .trimEnd();
    const candidate = start + suffix;
    if (!known.has(folded(candidate))) return candidate;
  }
}

const folded = (name: string): string => name.normalize("NFKC").toLocaleLowerCase("en");
