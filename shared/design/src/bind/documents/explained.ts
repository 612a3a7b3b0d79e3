import type { Column, Table } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import { wordsIn } from "../names.ts";
import { isWholeNumber } from "../../schema/column-kind.ts";

/**
 * Tables whose columns of numbers say what each number means, `0 FREE, 1 HELD`, where a comment elsewhere in the schema, or a line of the
 * other documents, says it: `status: 0 = free, 1 = held`, `enum SeatStatus { Free = 0, Held = 1 }`, `FREE(0), HELD(1)`.
 */
export function explained(tables: Table[], texts: Record<DocumentName, string>): Table[] {
  const isOpen = (column: Column): boolean => isWholeNumber(column) && isCoded(column.name);
  if (!tables.some(({ columns }) => columns.some(isOpen))) return tables;
  const said = [...commentsIn(texts.schema), ...linesOf(texts.design), ...linesOf(texts.api)].flatMap((text) => {
    const meanings = meaningsIn(text);
    return meanings === null ? [] : [{ words: wordsIn(text), meanings }];
  });
  const open = tables.flatMap(({ columns }) => columns.filter(isOpen));
  const comments = new Map<Column, string>();
  for (const column of open) {
    const own = column.comment === undefined ? null : meaningsIn(column.comment);
    const last = wordsIn(column.name).at(-1) ?? "";
    const [only, ...more] = new Set(said.filter(({ words }) => words.includes(last)).map(({ meanings }) => meanings));
    const meant = own ?? (only === undefined && open.length === 1 ? said[0]?.meanings : only);
    if (meant !== undefined && (own !== null || more.length === 0)) comments.set(column, meant);
  }
  return tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => {
      const comment = comments.get(column);
      return comment === undefined ? column : { ...column, comment };
    }),
  }));
}

/** Whether a column says how its row is: a count, a price or a key is no code of anything. */
export const isCoded = (name: string): boolean =>
  /^(?:status|state|phase|stage|estado|zustand|statut|etat|situacao|stato|stan|durum)$/.test(
    wordsIn(name).at(-1) ?? "",
  );

/** Comments of SQL, lines of them that follow each other as one. */
const commentsIn = (sql: string): string[] =>
  [...sql.matchAll(/\/\*([\s\S]{0,2000}?)\*\/|(?:--[^\n]{0,400}(?:\n[ \t]*(?=--)|))+/g)].map(([text, block]) =>
    (block ?? text).replace(/^[ \t]*--/gm, " "),
  );

const linesOf = (text: string): string[] => text.split("\n").map((line) => line.slice(0, 400));

const numberFirst = /(?<![\w.,])(\d)\s{0,2}(?:=>?|:|->|→|–|—|-|is\b)?\s{0,2}["'`]?(\p{L}[\p{L}_]{1,30})/gu;
const wordFirst = /(?<![\w.])(\p{L}[\p{L}_]{1,30})["'`]?\s{0,2}(?:=|\(|:|->|→)\s{0,2}(\d)(?![\d.])/gu;

/** `0 FREE, 1 HELD, 2 SOLD` out of a text that counts so from 0 or 1; null of any other. */
function meaningsIn(text: string): string | null {
  const byNumber = [...text.matchAll(numberFirst)].map(([, number = "", word = ""]) => [number, word] as const);
  const byWord = [...text.matchAll(wordFirst)].map(([, word = "", number = ""]) => [number, word] as const);
  const pairs = [byWord, byNumber].find(isCounting);
  return pairs === undefined ? null : pairs.map(([number, word]) => `${number} ${word}`).join(", ");
}

function isCounting(pairs: (readonly [number: string, word: string])[]): boolean {
  const [first] = pairs;
  const begin = Number(first?.[0]);
  return pairs.length > 1 && begin < 2 && pairs.every(([number], n) => Number(number) === begin + n);
}
