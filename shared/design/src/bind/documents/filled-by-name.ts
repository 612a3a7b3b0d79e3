import type { Table } from "@proofroom/domain/design/model";
import { tableNamed } from "../ways/told/statement/statement.ts";

/** Which named value fills which column, as statements say that add rows to a table: `insert into t (a, b) values (:url, @owner)`. */
export function filledByName({ name, columns }: Table, texts: readonly string[]): { column: string; as: string }[] {
  const insert = new RegExp(
    `\\binsert\\s{1,9}into\\s{1,9}${tableNamed(name)}\\s{0,9}(?:as\\s{1,9}\\w{1,63}\\s{0,9})?\\(([^()]{1,600})\\)\\s{0,9}(?:overriding\\s[\\w\\s]{1,30})?values\\s{0,9}\\(`,
    "gi",
  );
  return texts.flatMap((text) =>
    [...text.matchAll(insert)].flatMap(({ 0: statement, 1: list = "", index }) => {
      const names = list.split(",").map((one) => one.replaceAll(/["`[\]\s]/g, ""));
      const values = partsOf(text.slice(index + statement.length, index + statement.length + longest));
      if (values.length !== names.length) return [];
      return names.flatMap((called, n) => {
        const column = columns.find((one) => one.name.toLowerCase() === called.toLowerCase());
        const as = namedIn(values[n] ?? "");
        return column === undefined || as === undefined ? [] : [{ column: column.name, as }];
      });
    }),
  );
}

const longest = 600;

/** What stands before the bracket that ends it, parted by commas that stand in no other. */
function partsOf(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of text) {
    if ("([{".includes(sign)) depth += 1;
    if (")]}".includes(sign)) depth -= 1;
    if (depth < 0) return parts.map((one) => one.trim());
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return [];
}

/** `:url`, `@url`, `$url`, `${dto.url}`, `#{link.url}`, `%(url)s`, `{url}`, with a cast behind it; a number is no name. */
const namedIn = (value: string): string | undefined =>
  /^(?:[:@$]|[$#]?\{\s?|%\()(?:[a-z_]\w{0,40}(?:\(\))?\??\.){0,4}([a-z_]\w{0,60})(?:\(\))?(?:\s?\}|\)s)?(?:::\w{1,30})?$/i.exec(
    value,
  )?.[1];
