import type { Table } from "@proofroom/domain/design/model";
import { literally } from "../ways/told/statement/statement.ts";
import { isStatement } from "./statement.ts";

/** A statement as it stands in a text, with the prose before it. */
export interface Piece {
  before: string;
  sql: string;
}

export interface Pieces {
  pieces: Piece[];
  /** What stands behind the last one. */
  behind: string;
}

/** More than anybody writes of one endpoint. */
const most = { statements: 10, characters: 6_000, ofOne: 1_500, ends: 16 };

/**
 * The statements on known tables that a text holds, in their order, with the prose around them; comments are prose, too. Null where
 * anything that begins as one cannot be parsed, or where there is none.
 */
export function piecesIn(text: string, tables: readonly Table[]): Pieces | null {
  if (text.length > most.characters || tables.length === 0 || aside.test(text)) return null;
  const code = text.replaceAll(comment, (said) => " ".repeat(said.length));
  const begins = beginningOf(tables);
  const pieces: Piece[] = [];
  let from = 0;
  for (;;) {
    begins.lastIndex = from;
    const found = begins.exec(code);
    if (found === null) break;
    const end = pieces.length === most.statements ? null : endOf(code, found.index);
    if (end === null) return null;
    pieces.push({ before: text.slice(from, found.index), sql: code.slice(found.index, end).trim() });
    from = end;
  }
  return pieces.length === 0 ? null : { pieces, behind: text.slice(from) };
}

/** What no list of statements on single tables says. */
const aside =
  /(?<!\b(?:no|without|not|instead of|any) )\badvisory|pg_(?:try_)?advisory|\block\s{1,9}tables?\b|\bwith\s{1,9}\w{1,40}\s{1,9}as\s{0,9}\(|\bcreate\s{1,9}(?:or\s{1,9}replace\s{1,9})?(?:function|trigger)\b/i;

/** An arrow is none. */
const comment = /--(?![->])[^\n`]*/g;

function beginningOf(tables: readonly Table[]): RegExp {
  const name = `(?:"?\\w{1,63}"?\\.)?["\`]?(?:${tables.map((table) => literally(table.name)).join("|")})["\`]?(?![\\w.])`;
  const one = [
    `select\\s(?=[^;]{0,400}?\\bfrom\\s{1,9}${name})`,
    "select\\s{1,9}(?:\\*|\\.{2,3}|…)\\s{1,9}where\\s",
    `insert\\s{1,9}into\\s{1,9}${name}`,
    `update\\s{1,9}(?:only\\s{1,9})?${name}\\s{1,9}(?:(?:as\\s{1,9})?(?!set\\b)\\w{1,30}\\s{1,9})?set\\s`,
    `delete\\s{1,9}from\\s{1,9}${name}`,
  ];
  return new RegExp(`(?<![\\p{L}\\p{N}_.-])(?:${one.join("|")})`, "giu");
}

/** Where the statement that begins at a place is over: as far behind as one is whole. */
function endOf(code: string, at: number): number | null {
  const rest = code.slice(at, at + most.ofOne);
  const blanked = rest.replaceAll(/'[^'\n]{0,200}'/g, (said) => "'".repeat(said.length));
  const last = hardEnd.exec(blanked)?.index ?? rest.length;
  const ends = [last, ...[...blanked.slice(0, last).matchAll(softEnd)].map(({ index }) => index).toReversed()];
  const tried = ends.length > most.ends ? [...ends.slice(0, 1), ...ends.slice(-(most.ends - 1))] : ends;
  const end = tried.find((one) => one > 0 && isStatement(rest.slice(0, one)));
  return end === undefined ? null : at + end;
}

const hardEnd = /[;`]|\n\s*\n|->|→|⇒|=>|\n\s*(?:[-*]\s|\d{1,2}[.)]\s|#)/;
const softEnd = /[.:,](?=\s|$)|\s[–—(]|\s(?=(?:then|and|und|et|y|e|if|else|returning)\b)|\n/giu;
