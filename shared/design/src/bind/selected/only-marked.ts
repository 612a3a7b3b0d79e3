import type { Table } from "@proofroom/domain/design/model";
import { wordsIn } from "../names.ts";

const none = "(?:nil|null|none|undefined)";

/** How the code of a query asks that a column has a value: `.exclude(gone: nil)`, `.where.not(gone: nil)`, `whereNotNull('gone')`, `gone: { not: null }`, `gone__isnull=False`. */
const asking = (name: string): RegExp =>
  new RegExp(
    [
      String.raw`\b(?:exclude|not)\(\s?[:"'\[]{0,2}${name}["'\]]{0,2}\s?(?::|=>|=)\s?${none}\b`,
      String.raw`\bexclude\(\s?${name}__isnull\s?=\s?true\b`,
      String.raw`(?<!\bexclude\([^()]{0,80})\b${name}__isnull\s?=\s?false\b`,
      String.raw`\bwhere_?not_?null\(\s?["'][\w.]{0,40}?${name}["']`,
      String.raw`\b${name}["']?\s?:\s?\{\s?(?:not|["']?\$ne["']?|\[op\.(?:ne|not)\])\s?:\s?${none}\b`,
      String.raw`\b${name}["']?\s?:\s?not\(\s?isnull\(`,
      String.raw`\bis_?not_?null\(\s?[\w.]{0,40}?\b${name}\s?\)`,
      String.raw`\b${name}\.is_?not(?:_?null\(|\(\s?${none})`,
      String.raw`(?:!\s?|\bnot\s)is_nil\(\s?\w{1,20}\.${name}\s?\)`,
    ].join("|"),
    "i",
  );

/** The columns that may be empty, and must have a value in the rows that a line of code looks for by a key. */
export function onlyMarked(code: string, { columns }: Table, keys: readonly string[]): string[] {
  const calledSo = (name: string): string => wordsIn(name).join("_?");
  const byKey = keys.map((name) => new RegExp(String.raw`\b${calledSo(name)}\b`, "i"));
  const lines = code
    .replaceAll(/\n\s{0,40}(?=\.|->|\|>)/g, "")
    .split(/[\n;]/)
    .map((line) => line.slice(0, longest))
    .filter((line) => byKey.some((one) => one.test(line)));
  return columns
    .filter(({ name, nullable }) => {
      const asked = asking(calledSo(name));
      return nullable && lines.some((line) => asked.test(line));
    })
    .map(({ name }) => name);
}

const longest = 300;
