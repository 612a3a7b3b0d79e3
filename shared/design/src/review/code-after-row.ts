import type { Column } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { literally } from "../bind/ways/told/statement/statement.ts";
import type { TableRead } from "../schema/catalog.ts";
import { denying } from "../text/denial.ts";
import type { Review, Served } from "./seen.ts";

/**
 * A row that is written without the code by which it is opened, and a second statement that fills it, with nothing that makes the two
 * one: who dies in between leaves a row that a repeat is answered with and that nobody can open.
 */
export const reviewCodeAfterRow: Review = ({ texts, schema, served }, tell) => {
  for (const table of schema?.tables ?? []) {
    for (const column of table.columns) {
      const maker = makerOf(served ?? [], table, column);
      if (maker === undefined || !column.nullable || column.default !== undefined) continue;
      const filled = filledAfter(texts.design, table.name, column.name);
      if (filled === null || isOne(texts.design.slice(Math.max(0, filled.begins - nearby), filled.to + nearby)))
        continue;
      const code = `${table.name}.${column.name}`;
      tell("code-after-row", {
        message: `${maker.operation.opId} writes its row without ${code} and fills it by a second statement that is committed apart: where the process dies in between, the row has no code for good and nobody can open it, and a repeat in between is answered with none. Take the number first, as by nextval, and insert the row with its code, or write both in one transaction. A run inserts the row with its code.`,
        from: filled.from,
        to: filled.to,
      });
      return;
    }
  }
};

/** Who makes rows of a table that another endpoint finds by this column. */
function makerOf(served: readonly Served[], table: TableRead, { name }: Column): Served | undefined {
  const isFound = served.some(({ operation }) =>
    plainSteps(operation.steps).some((step) => "get" in step && step.get === table.name && name in step.by),
  );
  return served.find(
    ({ read, operation }) =>
      isFound &&
      read.operation === null &&
      plainSteps(operation.steps).some((step) => "insert" in step && step.insert === table.name),
  );
}

const nearby = 500;
const farthest = 1_500;

/** `INSERT INTO link (url) …`, behind it `UPDATE link SET code = $1 WHERE id = $2`, or `link.code = base62(link.id)` in code. */
function filledAfter(text: string, table: string, column: string): { begins: number; from: number; to: number } | null {
  const [rows, code] = [table, column].map(literally);
  const insert = new RegExp(
    String.raw`\binsert\s+into\s+(?:\w{1,60}\.)?["\`]?${rows}["\`]?\s{0,9}\(([^)]{1,400})\)`,
    "gi",
  );
  const update = new RegExp(
    String.raw`\bupdate\s+(?:\w{1,60}\.)?["\`]?${rows}["\`]?\s+(?:\w{1,20}\s+)?set\s+["\`]?${code}["\`]?\s{0,3}=[^;\n]{0,120}`,
    "i",
  );
  for (const { index, 0: statement, 1: columns = "" } of text.matchAll(insert)) {
    if (new RegExp(String.raw`(?<!\w)${code}(?!\w)`, "i").test(columns)) continue;
    const end = index + statement.length;
    const found = update.exec(text.slice(end, end + farthest));
    if (found !== null)
      return { begins: index, from: end + found.index, to: end + found.index + found[0].trimEnd().length };
  }
  const called = literally(column);
  const set = new RegExp(
    String.raw`\b(\w{1,40})(?:\.|->|\.set_?)${called}\s{0,3}[=(]\s{0,3}[\w.:]{0,40}\(\s?\1(?:\.|->)(?:get)?id\b[^;\n]{0,60}`,
    "i",
  ).exec(text);
  if (set === null || !savedBefore.test(text.slice(Math.max(0, set.index - 400), set.index))) return null;
  return { begins: set.index, from: set.index, to: set.index + set[0].length };
}

const savedBefore = /\b(?:save|create|persist|insert|add|saveAndFlush|flush|commit)!?\(/i;

/** What makes two statements one, where nothing says that they are apart. */
const isOne = (text: string): boolean => !apart.test(text) && together.test(text);

const together =
  /(?<!\p{L})(?:begin|commit|transa[ckz]\p{L}*|трансакц\p{L}*|транзакц\p{L}*|atomic\p{L}*|atomar\p{L}*|atómic\p{L}*|with_?tx|in_?tx|tx|deferr\p{L}*)(?!\p{L})|@Transactional|事务|トランザクション|트랜잭션/iu;
const apart = new RegExp(
  String.raw`auto-?commit|(?<!\p{L})(?:second|separate|own|two|eigene[rn]?|zweite[rn]?|separad[ao]s?|segunda|deux|due|dos|duas)\stransa[ckz]\p{L}*|${denying(["not", "no", "without"], "needs? no")}\s(?:\p{L}{1,10}\s){0,3}transa[ckz]\p{L}*|不(?:用|开|需要)事务|没有事务`,
  "iu",
);
