import type { Table } from "@proofroom/domain/design/model";
import { literally } from "../ways/told/statement/statement.ts";

/** Each column that is asked for, by what is passed or by a constant. */
export function conditionOf(written: string, { columns }: Table): string {
  // `owner: { id: me }` asks for the owner, whatever it is called there.
  const asked = written.replaceAll(/(?<=\w["']?\s?:\s?)\{[^{}]{0,200}\}/g, "$1");
  const parts = columns.flatMap(({ name }) => {
    const called = spelled(name);
    const constant = new RegExp(
      `(?<![\\w])${called}["']?\\s{0,3}(?:={1,3}|:|=>|,)\\s{0,3}(true|false)(?!\\w)`,
      "i",
    ).exec(asked)?.[1];
    if (constant !== undefined) return [`${name} = ${constant.toLowerCase()}`];
    return new RegExp(`(?<![\\w])${called}(?![\\w(])`, "i").test(asked) ? [`${name} = $1`] : [];
  });
  return parts.length === 0 ? "something else = $1" : parts.join(" AND ");
}

/** `held_until` is `heldUntil` in code; what refers to a row may be called as that row, `owner` of `owner_id`. */
export const spelled = (name: string): string => {
  const [, bare] = /^(.{3,})_id$/i.exec(name) ?? /^(.{3,})Id$/.exec(name) ?? [];
  const called = (one: string): string => literally(one);
  return bare === undefined ? called(name) : `(?:${called(name)}|${called(bare)})`;
};
