import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isWholeHash } from "../key/beside-key.ts";
import { columnOf, isUnique } from "../column-of.ts";
import { isDrawn } from "./drawn.ts";
import { lengthIn } from "./made-code.ts";
import { isSameName } from "../names.ts";
import { literally } from "../ways/told/statement.ts";

type Insert = Extract<Step, { insert: string }>;

/**
 * An insert whose code is a hash of what is sent and of the number of the try, `sha256(owner + url + n)[:8]`, where the row that has the
 * code already is the answer if it is of what is sent, `row.url === url`, and the next try is made if it is not.
 */
export function withProbedCode(found: Conventional, asked: Asked): Conventional {
  if (found.steps === null) return found;
  const { table, written = [] } = asked;
  const [insert, answer, ...more] = found.steps;
  if (insert === undefined || !("insert" in insert) || answer === undefined || more.length > 0) return found;
  const column = table.columns.find(({ name }) => isCode(insert.values[name]) && isUnique(table, name));
  const probed = column === undefined ? null : probedIn(insert, asked, written);
  if (column === undefined || probed === null) return found;
  const room = Number(/\((\d+)\)/.exec(column.type)?.[1] ?? longest);
  const first = Math.min(probed.first ?? usual, room);
  const because = `the documents make ${column.name} of ${Object.keys(probed.of).join(" and ")} and the number of the try`;
  return {
    ...found,
    steps: tryOf(0),
    because: [...(found.because ?? []), because],
  };

  function tryOf(number: number): Step[] {
    if (insert === undefined || !("insert" in insert) || answer === undefined || column === undefined) return [];
    const code: Value = { hash: { json: { ...probed?.of, try: number } }, first };
    const step: Step = {
      ...insert,
      values: { ...insert.values, [column.name]: code },
      onConflict: { ...insert.onConflict, [column.name]: "return-existing" },
    };
    const next: Step[] = number + 1 < tries ? tryOf(number + 1) : [{ return: { status: 503 } }];
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    return [step, { if: { ...probed?.of }, then: [answer], else: next }];
  }
}

/** Drawn, or a short part of a hash, as it is without a second look. */
const isCode = (value: Value | undefined): boolean =>
  isDrawn(value) || (typeof value === "object" && value !== null && "hash" in value && !isWholeHash(value));

const tries = 3;
const usual = 8;
const longest = 64;

const hashed =
  /\b(?:sha-?\d{1,3}\w{0,9}(?:\.\w{1,12})?|md5\w{0,9}(?:\.\w{1,12})?|blake\w{0,3}|xxhash\d{0,3}|murmur\w{0,9}|hash\w{0,12}|digest|createHash\([^)\n]{0,20}\)\.update)\(([^)\n]{1,160})\)[^\n]{0,80}/gi;
/** What counts the tries; a salt may be drawn. */
const counting = /^(?:n|i|k|attempts?|tr(?:y|ies)|probe|round|versuch|intento|tentativa|essai|tentativo|proba)$/i;

/** The columns that the code is a hash of, with what fills them, and how long it is; null where no hash is told, or nobody looks whose the code is. */
function probedIn(
  { values }: Insert,
  { table, capability, senses }: Asked,
  written: readonly string[],
): { of: Record<string, string>; first: number | undefined } | null {
  const about = Object.keys(capability?.in ?? {}).flatMap((field) => columnOf(field, table, senses)?.name ?? []);
  for (const text of written) {
    for (const [call, sent = ""] of text.matchAll(hashed)) {
      const words = sent.replaceAll(/\\[nrt0]/g, " ").match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
      const of = filledBy(words, values, table);
      const main = about.find((name) => Object.hasOwn(of, name));
      if (main === undefined || !words.some((word) => counting.test(word))) continue;
      if (written.some((one) => isOwnRow(main, one))) return { of, first: lengthIn(call) };
    }
  }
  return null;
}

function filledBy(words: readonly string[], values: Insert["values"], { columns }: Table): Record<string, string> {
  const named = columns.filter(({ name }) => words.some((word) => isSameName(word, name)));
  return Object.fromEntries(
    named.flatMap(({ name }): [string, string][] => {
      const value = values[name];
      return typeof value === "string" && value.startsWith("$") ? [[name, value]] : [];
    }),
  );
}

/** `row.url === url`, `row["url"] == url`, `found.getUrl().equals(url)`, `if same url`: the row that is there is looked at for what was sent. */
function isOwnRow(column: string, text: string): boolean {
  const called = `(?:get)?${column.split("_").map(literally).join("_?")}`;
  return new RegExp(
    `\\b(?:if|is it|it is|when)\\s(?:it['’]s\\s)?(?:the\\s)?same\\s${called}\\b|[\\w)\\]](?:\\.|->|\\[["'])${called}(?:["']\\]|\\(\\))?\\s{0,3}(?:[!=]={1,2}(?!=)|\\.(?:equals|eq)\\()`,
    "i",
  ).test(text);
}
