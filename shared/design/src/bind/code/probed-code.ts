import type { Table } from "@proofroom/domain/design/model";
import { whenReused } from "@proofroom/domain/design/refusal-status";
import type { Step, Value } from "@proofroom/domain/design/step";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isWholeHash } from "../key/beside-key.ts";
import { columnOf, isUnique } from "../column-of.ts";
import { isDrawn } from "./drawn.ts";
import { hashLength } from "./hash-length.ts";
import { lengthIn } from "./made-code.ts";
import { hashesOfTries } from "./hash-of-try.ts";
import { isKeyName } from "../key/idempotency.ts";
import { isNamed } from "../sense.ts";
import { isSameName } from "../names.ts";
import { looksWhose } from "./own-row.ts";

type Insert = Extract<Step, { insert: string }>;

/**
 * An insert whose code is a hash of what is sent, or of a request's key, and of the number of the try, `sha256(owner + url + n)[:8]`, where the row that has the
 * code already is the answer if it is of what is sent, `row.url === url`, and the next try is made if it is not. What is written beside
 * the row in one transaction is written beside the row that was found, too.
 */
export function withProbedCode(found: Conventional, asked: Asked): Conventional {
  if (found.steps === null) return found;
  const { table, written = [] } = asked;
  const [write, answer, ...more] = found.steps;
  if (write === undefined || answer === undefined || more.length > 0) return found;
  const [insert, ...beside] = "transaction" in write ? write.transaction : [write];
  if (insert === undefined || !("insert" in insert)) return found;
  const column = table.columns.find(({ name }) => isCode(insert.values[name]) && isUnique(table, name));
  const probed = column === undefined ? null : probedIn(column.name, insert, asked, written);
  if (column === undefined || probed === null) return found;
  const made = { column: column.name, of: probed.of, first: hashLength(column, probed.first) };
  const follow = (own: Step[]): Step[] => refusingOthers(own, insert, made.of, asked);
  const because = `the documents make ${column.name} of ${Object.keys(probed.of).join(" and ")} and the number of the try`;
  return {
    ...found,
    steps:
      "transaction" in write
        ? [{ transaction: triesOf(insert, made, follow(beside)) }, answer]
        : triesOf(insert, made, follow([answer])),
    because: [...(found.because ?? []), because],
  };
}

/** The insert with the hash of one try after the other, until the row is its own; then what follows. */
function triesOf(
  insert: Insert,
  made: { column: string; of: Record<string, string>; first: number },
  follow: Step[],
  number = 0,
): Step[] {
  const { column, of, first } = made;
  const code: Value = { hash: { json: { ...of, try: number } }, first };
  const values = { ...insert.values, [column]: code };
  const onConflict = { ...insert.onConflict, [column]: "return-existing" as const };
  const next = number + 1 < tries ? triesOf(insert, made, follow, number + 1) : [{ return: { status: 503 } }];
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  const compared: Step = { if: { ...of }, then: follow, else: next };
  return [{ ...insert, values, onConflict }, compared];
}

/** Of a code that is a hash of a request's key alone: what came under that key before with another content is refused, where the endpoint declares by what. */
function refusingOthers(
  own: Step[],
  { values }: Insert,
  of: Record<string, string>,
  { endpoint, table, capability, senses }: Asked,
): Step[] {
  const about = Object.keys(capability?.in ?? {}).flatMap((field) => columnOf(field, table, senses)?.name ?? []);
  const status = whenReused(endpoint);
  const other = about.filter((name) => typeof values[name] === "string");
  const isDeclared = status !== 400 && endpoint.responses.some((one) => one.status === status);
  if (!isDeclared || other.length === 0 || about.some((name) => Object.hasOwn(of, name))) return own;
  const same = Object.fromEntries(other.map((name) => [name, values[name] ?? null]));
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  return [{ if: same, then: own, else: [{ return: { status } }] }];
}

/** Drawn, or a short part of a hash, as it is without a second look. */
const isCode = (value: Value | undefined): boolean =>
  isDrawn(value) || (typeof value === "object" && value !== null && "hash" in value && !isWholeHash(value));

const tries = 3;

/** The columns that the code is a hash of, with what fills them, and how long it is; null where no hash is told, or nobody looks whose the code is. */
function probedIn(
  code: string,
  { values }: Insert,
  { table, capability, senses }: Asked,
  written: readonly string[],
): { of: Record<string, string>; first: number | undefined } | null {
  const about = Object.keys(capability?.in ?? {}).flatMap((field) => {
    const column = columnOf(field, table, senses)?.name;
    return column === undefined ? [] : [{ column, sense: senses.find((one) => one.field === field) }];
  });
  for (const { words, call } of hashesOfTries(code, written)) {
    const isSaid = (name: string): boolean =>
      words.some((word) => isSameName(word, name)) ||
      about.some(({ column, sense }) => column === name && words.some((word) => sense && isNamed(sense, word)));
    const of = filledBy(isSaid, values, table);
    const ofKey = Object.keys(of).find((name) => isKeyName(name));
    const main = about.find(({ column }) => Object.hasOwn(of, column))?.column ?? ofKey;
    if (main === undefined) continue;
    const kept = { table: table.name, code, main };
    if (written.some((text) => looksWhose(kept, text))) return { of, first: lengthIn(call) ?? digitsIn(call) };
  }
  return null;
}

function filledBy(
  isSaid: (name: string) => boolean,
  values: Insert["values"],
  { columns }: Table,
): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ name }): [string, string][] => {
      const value = isSaid(name) ? values[name] : undefined;
      return typeof value === "string" && value.startsWith("$") ? [[name, value]] : [];
    }),
  );
}

/** `mod 62^7`, `% 62**7`: how many digits a number below it has. */
function digitsIn(call: string): number | undefined {
  const [, digits] = /(?:mod|%)\s?62\s?(?:\^|\*\*)\s?(\d{1,2})/i.exec(call) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
