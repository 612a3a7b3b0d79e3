import { withoutComments } from "./sql-text.ts";

/** A function or a procedure of the database as a document writes it, and what it does. */
export interface Procedure {
  name: string;
  body: string;
}

/** More than anybody writes between a function's name and its body, and of that. */
const most = { procedures: 40, head: 1_500, body: 6_000 };

/** `CREATE FUNCTION hold_seat(…) … AS $$ … $$`, `CREATE PROCEDURE hold_seat(…) BEGIN … END`: those of a text, whichever document it is; none that a trigger runs. */
export function proceduresIn(text: string): Procedure[] {
  const heads = [...text.matchAll(head)].slice(0, most.procedures);
  return heads.flatMap(({ index, 0: begun, 1: name = "" }, n) => {
    const from = index + begun.length;
    const end = heads[n + 1]?.index ?? text.length;
    const written = text.slice(from, Math.min(end, from + most.head + most.body));
    const body = isTriggers.test(written.slice(0, most.head)) ? null : bodyOf(written);
    return body === null ? [] : [{ name, body: withoutComments(body) }];
  });
}

const head =
  /\bcreate\s{1,9}(?:or\s{1,9}replace\s{1,9})?(?:definer\s{0,9}=\s{0,9}\S{1,60}\s{1,9})?(?:function|procedure)\s{1,9}(?:if\s{1,9}not\s{1,9}exists\s{1,9})?(?:["`]?\w{1,63}["`]?\.)?["`]?(\w{1,63})["`]?\s{0,9}\(/gi;

const isTriggers = /\breturns\s{1,9}trigger\b/i;

/** What stands in the quotes behind `AS`, or else from `BEGIN` to its own end. */
function bodyOf(written: string): string | null {
  const [quote = "", tag = ""] = /\bas\s{1,9}(\$\w{0,63}\$)/i.exec(written) ?? [];
  const opened = quote === "" ? -1 : written.indexOf(quote) + quote.length;
  if (opened !== -1) {
    const closed = written.indexOf(tag, opened);
    return closed === -1 ? null : written.slice(opened, closed).slice(0, most.body);
  }
  const begins = written.search(/\bbegin\b/i);
  if (begins === -1) return null;
  const ends = /\bend\s{0,9}(?:\w{1,63}\s{0,9})?(?:;;|\/\/|\$\$|;?\s{0,9}(?:```|delimiter\b|\n\s{0,40}\n|$))/i.exec(
    written.slice(begins),
  );
  return written.slice(begins, ends === null ? undefined : begins + ends.index).slice(0, most.body);
}
