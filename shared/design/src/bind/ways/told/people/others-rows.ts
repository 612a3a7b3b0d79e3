import type { Table } from "@proofroom/domain/design/model";
import { singular } from "../../../names.ts";
import { literally, tableNamed } from "../statement/statement.ts";

/**
 * A text without what it reads of tables that hang on a table or stand beside it: whose a booking is says nothing of whose its seat is, and no
 * more does the variable that it is read into, `mine`. What the table's own rows refer to, such as who holds them, stays.
 */
export function withoutOthersRows(text: string, table: Table, tables: readonly Table[]): string {
  const referred = new Set(table.foreignKeys.map((key) => key.table));
  return tables
    .filter((one) => one !== table && !referred.has(one.name))
    .reduce((left, other) => withoutRead(left, other, table), text);
}

function withoutRead(text: string, other: Table, own: Table): string {
  const theirs = calledLike(other);
  const variables: string[] = [];
  const left = text.replace(assigned, (whole, name: string) => {
    if (whole.search(theirs) < 0 || isReadIn(whole, own)) return whole;
    if (!isPlainName.test(name)) variables.push(name);
    return " ; ";
  });
  const select = new RegExp(
    `\\bselect\\s[^;\`"]{1,300}?\\bfrom\\s+${tableNamed(other.name)}(?![\\w.])(?:(?!\\n\\s*\\n|→|->|\\.\\s)[^;\`"]){0,300}`,
    "gi",
  );
  return variables.reduce(
    (all, name) => all.replace(new RegExp(`(?<![\\w.$])\\$?${literally(name)}(?!\\w)`, "g"), " "),
    left.replace(select, " "),
  );
}

/** `booking = …`, `const mine = …`, `Optional<Booking> own = …`, `$mine = …`, `yours, err := …`, up to where the statement ends. */
const assigned =
  /(?<=^[ \t]{0,40}(?:(?:const|let|var|val|final|auto)[ \t]{1,4}|[A-Z][\w<>?]{0,40}[ \t]{1,4})?\{?\[?\$?)([a-zA-Z_]\w{0,30})\b(?:\s?,\s?\w{1,20})?\}?\]?\s?:?=(?![=>])(?:(?!\n[ \t]*\n|\n[ \t]*(?:if|return|raise|throw|unless|switch|case|match|else)\b)[^;]){3,500}/gm;

/** A variable of one letter is anything's. */
const isPlainName = /^.$/;

/** A table's name, or one of its rows', as SQL, code and prose write it: `bookings`, `Booking`, `booking`. */
const calledLike = (table: Table): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])(?:${namesOf(table)})(?:s|Repo\\w{0,10})?(?![\\p{L}\\p{N}_])`, "giu");

/** Whether code or SQL reads rows of a table, or a row's column: `from seats`, `Seat::find(1)`, `get(Seat, 1)`; a seat that is passed is not read. */
function isReadIn(text: string, table: Table): boolean {
  const names = namesOf(table);
  const read = `(?:from|join)\\s+(?:${names})(?!\\w)|(?<!\\w)(?:${names})s?(?=\\.|::|->)`;
  const passed = [...text.matchAll(new RegExp(`(?<=[(<]\\s?)(?:${names})(?!\\w)`, "gi"))];
  return new RegExp(read, "i").test(text) || passed.some(([name]) => /^[A-Z]/.test(name));
}

const namesOf = ({ name }: Table): string =>
  [...new Set([name, singular(name)])].map((one) => literally(one)).join("|");
