import type { Table } from "@proofroom/domain/design/model";
import { literally, looksIn } from "../statement/statement.ts";

/**
 * Whether what looks for a row of a table, in SQL or as people's frameworks have it, compares a column without regard to case; false
 * where something looks for it as it is, also beside that, and null where nothing looks.
 */
export function isComparedInAnyCase(text: string, column: string, table: Table): boolean | null {
  const asIs = new RegExp(`${before}${called(column)}${cast}\\s{0,3}={1,3}(?!=)${unless(column)}`, "i");
  const isFolded = foldedIn(text, column) !== null;
  const isLookedFor = looksIn(text, table).some((asked) => asIs.test(` ${asked}`) && foldedIn(asked, column) === null);
  return isLookedFor ? false : isFolded ? true : null;
}

/** Where a text compares a column without regard to case; null where it does not. */
export function foldedIn(text: string, column: string): { from: number; to: number } | null {
  const found = someFold.test(text) ? comparing(column).exec(text) : null;
  return found === null ? null : { from: found.index, to: found.index + found[0].length };
}

/** Whichever way it is compared has one of these, and most texts have none. */
const someFold = /lower|upper|[lu]case|\.(?:to_?)?(?:down|up)|i_?like|iexact|insensitive|ignore_?case|collate|citext/i;

/** `l.code`, `"code"`, `Link.shortCode`. */
const called = (column: string): string => `(?:["\`[]?\\w{1,40}["\`\\]]?\\.){0,2}["\`[]?${literally(column)}["\`\\]]?`;
const before = `(?<![\\w.(])`;
const cast = `(?:::\\w{1,20})?`;
/** What has to be its own lower case is a rule for what is stored. */
const unless = (column: string): string => `(?!\\s{0,3}(?:(?:lower|upper)\\(\\s{0,3})?${called(column)}(?![\\w.]))`;

const ignoring = `(?:nocase|\\w{1,40}_ci\\b|["\`]?[\\w-]{0,30}(?:case_?insensitive|ignore_?case)[\\w-]{0,20})`;

function comparing(name: string): RegExp {
  const column = called(name);
  const plain = literally(name);
  return new RegExp(
    [
      // lower(code) = lower($1), func.lower(Link.code) == code.lower(), lower(code).eq(…)
      `(?<!\\w)(?:lower|upper|[lu]case)\\(\\s{0,3}${column}${cast}\\s{0,3}\\)\\s{0,3}(?:={1,3}|in\\s{0,3}\\(|like(?!\\w)|\\.eq\\()${unless(name)}`,
      // l.Code.ToLower() == code.ToLower()
      `(?<![\\w.])${column}\\.(?:to_?)?(?:lower|upper|down|up)_?(?:case)?(?:invariant)?(?:\\(\\))?\\s{0,3}={2,3}`,
      // code ilike $1, Link.code.ilike(code), ilike(links.code, code), where('code', 'ilike', $code)
      `(?<![\\w.])${column}${cast}(?:\\s{1,3}i_?like(?!\\w)|\\.i_?like\\()`,
      `(?<![\\w])i_?like\\(\\s{0,3}${column}\\s{0,3},`,
      `["']${plain}["']\\s{0,3},\\s{0,3}["']ilike["']`,
      // code__iexact=code, code: { equals: code, mode: 'insensitive' }, code: { [Op.iLike]: code }
      `(?<!\\w)${plain}__iexact(?!\\w)`,
      `(?<![\\w.])["']?${plain}["']?\\s{0,3}:\\s{0,3}\\{[^{}]{0,80}(?:\\binsensitive\\b|\\bi_?like\\b)`,
      // findByCodeIgnoreCase
      `By${plain}IgnoreCase(?!\\w)`,
      // code = $1 collate nocase, code collate utf8mb4_general_ci = ?, code::citext = $1
      `(?<![\\w.])${column}${cast}\\s{0,3}={1,2}\\s{0,3}[^\\s;,]{1,40}(?:\\s{1,3}collate\\s{1,3}${ignoring}|::citext)`,
      `(?<![\\w.])${column}(?:\\s{1,3}collate\\s{1,3}${ignoring}|::citext)\\s{0,3}=`,
    ].join("|"),
    "i",
  );
}
