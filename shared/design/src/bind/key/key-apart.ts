import { denying } from "../../text/denial.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { singular } from "../names.ts";
import { literally } from "../ways/told/statement/statement.ts";

const transaction = "transa[ck]?[ctzs]\\p{L}{2,8}";
const together = new RegExp(
  `(?<!\\p{L})(?:${transaction}|atomic\\p{L}*|atomar\\p{L}*|atómic\\p{L}*|(?:same|one|single)\\scommit|unit of work|BEGIN)(?!\\p{L})`,
  "iu",
);
const separately = new RegExp(
  `(?<!\\p{L})(?:(?:separate|second|another|its own|their own)\\s(?:\\p{L}{1,10}\\s)?(?:statements?|quer(?:y|ies)|${transaction}|commits?|steps?)|auto-?\\s?commit\\p{L}*|not\\s(?:in\\s)?(?:the\\s|one\\s|a\\s)?(?:same\\s)?${transaction}|(?:each|every)\\s(?:\\p{L}{1,10}\\s)?(?:statement|query|insert|step|write)s?\\s(?:is\\s|has\\s|gets\\s)?(?:an?\\s|its\\s)?(?:own\\s)?commit\\p{L}*|(?:never|no|not|without|avoid\\p{L}*|outside|kein\\p{L}*|nie|ohne|außerhalb|sin|fuera de|sans|hors|sem|fora d\\p{L}|senza|fuori d\\p{L}{1,3}|bez|poza)\\s(?:\\p{L}{1,10}['’]?\\s){0,3}?${transaction}|${transaction}\\s(?:of|for)\\s(?:its|their)\\sown|(?:eigene[rnms]?|separate[rnms]?|propia|propre|própria|propria|osobn\\p{L}{1,3})\\s${transaction}|jede\\s\\p{L}{1,12}\\s(?:committet|wird)\\s(?:einzeln|für sich)\\p{L}*)(?!\\p{L})`,
  "giu",
);
/** What runs around a handler that knows nothing of it. */
export const around =
  /(?<!\p{L})(?:\p{L}*interceptors?|middlewares?|decorators?|aspects?|around advice|after_action|afterware)(?!\p{L})/iu;
/** Between two writes: the first is there for good before the second is tried. */
const committed = /(?<!\p{L})(?:commit(?:s|ted|tet|tato|eado|é)?)(?!\p{L})/iu;
const notYet =
  /(?<!\p{L})(?:before|until|both|together|at the end|end of|vor|beide|am ende|avant|antes|prima|przed|roll\p{L}*|dies|crash\p{L}*)(?!\p{L})/iu;
const mostCharacters = 40_000;
const farthest = 900;

/**
 * Whether documents tell that a key is kept after the write that it is the key of, and not with it: what runs around the handler inserts
 * it, or a statement of its own does, and nothing speaks of a transaction. A key that is put in first is no such one,
 * nor is one whose row is deleted again where the key is taken.
 */
export function isKeptApart(tables: { keys: string; row: string }, written: readonly string[]): boolean {
  const text = written.join("\n\n").slice(0, mostCharacters);
  const keeps = insertsInto(tables.keys, text).filter(({ statement }) => /\bdo nothing\b/i.test(statement));
  const writes = insertsInto(tables.row, text);
  if (isInOneStatement(text)) return false;
  if (keeps.length === 0) return writes.length === 0 && isApartInWords(tables, text);
  if (keeps.some(({ at }) => isTakenBack(tables.row, text.slice(at, at + farthest)))) return false;
  const between = keeps.flatMap(({ at }) =>
    writes
      .filter((one) => one.at < at && at - one.at < farthest)
      .slice(-1)
      .map((one) => text.slice(one.at, at)),
  );
  // `BEGIN; insert …; COMMIT; insert …`: the transaction ends before the key.
  if (between.some((one) => /(?:^|[;\s])commit\s?;/i.test(one))) return true;
  const others = text.replaceAll(separately, "");
  const isAfter = writes.length === 0 || keeps.some(({ at }) => writes.some((one) => one.at < at));
  // What runs around the handler comes behind it wherever it is written.
  const isTold =
    around.test(text) || (isAfter && (others !== text || between.some(isCommitted) || between.some(isOfPool)));
  return isTold && !together.test(others);
}

/** `1 row: commit, the link exists`. */
const isCommitted = (between: string): boolean =>
  between.split(/[.;\n]/).some((one) => committed.test(one) && !notYet.test(one));

/** `s.pool.Exec(…)` is committed when it returns, and what follows is called on the pool, too. */
const isOfPool = (between: string): boolean =>
  onPool.test(between.slice(-60)) && !/\b(?:tx|trx|transaction)\b|\.begin\w{0,12}\(/i.test(between);
const onPool =
  /(?:\bpool\.(?:[Qq]uery|[Ee]xec\w{0,12}|fetch\w{0,6}|one|none|any)|\bdb\.(?:Exec|Query|QueryRow)(?:Context)?)\([^;]{0,50}$/;

/** `The link is inserted and committed, then the row of keys_seen in a transaction of its own.` */
const isApartInWords = ({ keys, row }: { keys: string; row: string }, text: string): boolean =>
  sentencesIn(text.replaceAll(";", ",")).some((one) => {
    const at = one.search(new RegExp(called(keys), "iu"));
    const before = one.slice(0, Math.max(0, at));
    const isBoth = new RegExp(`(?<!\\p{L})(?:${literally(row)}|${literally(singular(row))})(?!\\p{L})`, "iu").test(
      before,
    );
    return isBoth && committed.test(before) && one.replaceAll(separately, "") !== one && !undone.test(one);
  });
const undone = new RegExp(denying(["not", "no", "instead", "supposed"]), "iu");

/** Both in a `with … as (insert …) insert …`, or in a function of the database. */
const isInOneStatement = (text: string): boolean =>
  /\bwith\s+\w{1,40}\s+as\s+(?:not\s+materialized\s+|materialized\s+)?\(\s*insert\b|\bplpgsql\b|\bcreate\s+(?:or\s+replace\s+)?(?:function|procedure)\b/i.test(
    text,
  );

/** The row is deleted again where the key turns out to be another's. */
const isTakenBack = (row: string, text: string): boolean =>
  new RegExp(`\\bdelete\\s+from\\s+${called(row)}`, "iu").test(text);

/** The statements that add to a table, and where they begin. */
const insertsInto = (table: string, text: string): { at: number; statement: string }[] =>
  [...text.matchAll(new RegExp(`\\binsert\\s(?:ignore\\s)?into\\s+${called(table)}`, "giu"))].map(({ index }) => ({
    at: index,
    statement: text.slice(index, index + 400).split(";")[0] ?? "",
  }));

/** A table's name in a statement, in the quotes of SQL or MySQL, or of a schema. */
const called = (table: string): string =>
  `(?:["\`]?\\w{1,60}["\`]?\\.)?["\`]?${literally(table)}["\`]?(?![\\p{L}\\p{N}_])`;
