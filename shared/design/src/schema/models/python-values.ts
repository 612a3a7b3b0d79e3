import { itemsIn, textIn } from "./calls.ts";
import { literalSql } from "./table.ts";

/** Names of lists of choices and enums of a text, with the values that they hold. */
export type Choices = ReadonlyMap<string, readonly { name: string; value: string }[]>;

/** `Hold.Status`, or `Status` inside of the class that has it. */
export const chosenFrom = (choices: Choices, path: string) =>
  choices.get(path) ?? choices.get(path.split(".").at(-1) ?? "");

/** `[("free", "Free"), …]`, and the labels of groups left out. */
export const pairsIn = (written: string): string[] =>
  /^[[({]/.test(written.trim()) ? itemsIn(written, "#").flatMap((pair) => itemsIn(pair, "#")[0] ?? []) : [];

/** A literal, or a member of an enum, as SQL; null for anything else. */
export function valueSql(written: string, choices: Choices): string | null {
  const plain = /^Decimal\((.*)\)$/.exec(written)?.[1] ?? written;
  const literal = plain === written ? literalSql(written, textIn(written)) : (textIn(plain) ?? plain);
  if (literal !== undefined) return literal;
  const [, owner = "", member = ""] = /^([\w.]+)\.(\w+)$/.exec(written.replace(/\.value$/, "")) ?? [];
  const found = chosenFrom(choices, owner)?.find(({ name }) => name === member)?.value;
  return found === undefined ? null : (literalSql(found, textIn(found)) ?? null);
}
