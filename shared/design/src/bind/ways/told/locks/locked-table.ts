import type { Table } from "@proofroom/domain/design/model";
import { inAscii, stems } from "../../../names.ts";

/** Tables among which one is looked for, and what that which is asked about is called besides: a `seat` is a Platz in German prose. */
export interface Among {
  tables: Table[];
  asked: Table;
  called: readonly string[];
}

/** The table whose rows words of locking are about: which SQL names, which a call is made on, or which is named nearest; null where none is. */
export function lockedTable(text: string, { index, 0: words }: RegExpExecArray, among: Among): Table | null {
  const { tables } = among;
  const before = statementBefore(text.slice(Math.max(0, index - reach.before), index));
  const behind = text.slice(index + words.length, index + words.length + reach.behind).split(/;|\n\s*\n/)[0] ?? "";
  const passed = byNumber.test(words) ? passedTo(behind, among) : undefined;
  if (passed !== undefined) return passed;
  // What is not there yet is not locked by a number, so another table that is spoken of next is none that is locked.
  if (byNumber.test(words) && isCall.test(behind))
    return namedIn(behind, among).find((one) => one === among.asked) ?? null;
  const from = sourcesIn(before, tables);
  const [, of] = /^\s{1,9}of\s{1,9}["`]?(\w{1,63})/i.exec(behind) ?? [];
  const named = from.findLast(({ names }) => of !== undefined && names.includes(of.toLowerCase()))?.table;
  // Without `of` the rows of all that are joined are locked.
  const joined = from.findLast(
    ({ table, isJoined }, n) => table === among.asked && (isJoined || from[n + 1]?.isJoined),
  );
  const inSql = named ?? joined?.table ?? from.at(-1)?.table;
  if (inSql !== undefined) return inSql;
  if (isOfStatement(words, text.slice(index + words.length))) return null;
  const said = namedIn(words, among)[0];
  if (said !== undefined) return said;
  // Whose rows they are may be said behind: `FOR UPDATE` on the seat, `advisory_lock(seat)`.
  // `with_lock do` begins a block of Ruby.
  const isBehind =
    /^[\s`"')]{0,4}(?:of|on|over|auf|für|en|sobre|sur|del?|d[au]|do(?![ \t]*[\n|])|des|della|van|op|na)\s/i.test(
      behind,
    );
  const takesIt = /advisory|get_lock|locking|table/i.test(words);
  const ahead = namedIn(behind, among)[0];
  if ((isBehind || takesIt) && ahead !== undefined) return ahead;
  return (
    namedIn(callOf(before), among).at(-1) ??
    namedIn(lastLine(before), among)[0] ??
    namedIn(goingOn(behind), among)[0] ??
    null
  );
}

/**
 * Whether words only speak of a statement that stands elsewhere, or lead one in, and that one says itself what it locks: "the `for update` in
 * step 2", "query the holds that block the seat, with a pessimistic lock:".
 */
function isOfStatement(words: string, behind: string): boolean {
  const [led] = /^[^.;:\n]{0,60}:\s{0,20}(?:```\w{0,20}\s{1,20}|`)?select\s[^;`]{1,600}/i.exec(behind) ?? [];
  if (led !== undefined) return forUpdate.test(led) && !byNumber.test(words);
  return (
    forUpdate.test(words) &&
    /^[`"')]{0,3}\s(?:in|of|from|from within|des|aus|im|del?|du|do|di|na|em)\s(?:the\s)?(?:step|point|no\.|#|schritt|punkt|paso|passo|étape|etape|punto|stap)\s?\d/i.test(
      behind,
    )
  );
}

const forUpdate = /\bfor\s+(?:no\s+key\s+)?update\b/i;

interface Source {
  table: Table;
  /** The table's, and what it is called in the statement. */
  names: string[];
  isJoined: boolean;
}

/** The tables that statements take rows from, in their order. */
const sourcesIn = (text: string, tables: Table[]): Source[] =>
  [
    ...text.matchAll(
      /\b(from|update|(?:cross|inner|left|right|full|outer)\s+join|join)\s+(?:\w+\.)?["`]?(\w+)["`]?(?:\s+(?:as\s+)?(?!left\b|right\b|inner\b|join\b|on\b|where\b|set\b|for\b)(\w+))?/gi,
    ),
  ].flatMap(([, verb = "", name = "", alias]) => {
    const table = tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
    const names = [name, alias ?? name].map((one) => one.toLowerCase());
    return table === undefined ? [] : [{ table, names, isJoined: /join/i.test(verb) }];
  });

/** Locks that are taken by a number or a text rather than of a row. */
const byNumber = /advisory|get_lock|applock/i;

const isCall = /^\w{0,20}\s{0,2}\([^\n`]{0,60}/;

/** What still belongs to the words before it. */
const goingOn = (behind: string): string => behind.split(/[,.:)\n]|->|→|\bthen\b/)[0] ?? "";

/** What a lock is taken by: of `pg_advisory_xact_lock(hashtext($seat_id))` the seat, although only its id is passed. */
function passedTo(behind: string, among: Among): Table | undefined {
  const [call = ""] = isCall.exec(behind) ?? [];
  return namedIn(call.replace(/(?:_id|Id|_uuid)(?![\p{L}\p{N}])/gu, ""), among)[0];
}

/** How far from the words a table may be named. */
const reach = { before: 300, behind: 80 };

/** Without paths, which name what they are about and nothing that is locked. */
const statementBefore = (text: string): string =>
  (text.split(/;|\n\s*\n/).at(-1) ?? "").replace(/(?<=\s|^)\/[\w/{}:-]+/g, " ");

/** What a method is called on, without what is passed to the calls before it: `Hold.where(seat: seat).lock` is on holds. */
function callOf(before: string): string {
  let left = lastLine(before);
  for (let n = 0; n < 8; n++) {
    const without = left.replace(/\([^()]*\)|\{[^{}]*\}/g, "");
    if (without === left) break;
    left = without;
  }
  return left;
}

/** The line that words stand on, with those before it that it only goes on from. */
const lastLine = (text: string): string =>
  text
    .replace(/\n\s*(?=[.)\]]|->|\?\.)/g, "")
    .split("\n")
    .at(-1) ?? "";

/** Tables that a text names, in its order; a column such as `seat_id` names none. */
function namedIn(text: string, { tables, asked, called }: Among): Table[] {
  return [...text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)].flatMap(([token]) => {
    if (/(?:_id|Id|_uuid)s?$/.test(token)) return [];
    const scored = tables.map((table) => ({ table, score: scoreOf(token, table) }));
    const best = Math.max(0, ...scored.map(({ score }) => score));
    if (best === 0) return isCalled(token, called) ? [asked] : [];
    const named = scored.find(({ score }) => score === best)?.table;
    return named === undefined ? [] : [named];
  });
}

/** `Platzes` for a Platz, with whatever ending its language gives it. */
function isCalled(token: string, called: readonly string[]): boolean {
  const said = inAscii(token);
  return called.some((name) => said.startsWith(name) && said.length - name.length <= 2);
}

function scoreOf(token: string, { name }: Table): number {
  const own = stems(name);
  const said = stems(token);
  if (said.join("") === own.join("")) return 3;
  if (said.join("") === own.at(-1)) return 2;
  return own.some((stem) => stem.length > 2 && said.some((word) => word.startsWith(stem))) ? 1 : 0;
}
