/** A pattern and what it becomes, in the order in which they are applied. */
export type Rewrite = readonly [pattern: RegExp, instead: string | ((...found: string[]) => string)];

/** How another database's SQL is told from PostgreSQL's, and turned into it. */
export interface Dialect {
  rule: "mysql" | "sql-server" | "sqlite" | "oracle";
  title: string;
  /** What shows it, each with what to do about it; it is told behind the blanks and commas that it begins with. */
  hints: readonly (readonly [pattern: RegExp, message: string])[];
  rewrites: readonly Rewrite[];
}

export const rewritten = (sql: string, rewrites: readonly Rewrite[]): string =>
  rewrites.reduce(
    (text, [pattern, instead]) =>
      typeof instead === "string" ? text.replace(pattern, instead) : text.replace(pattern, instead),
    sql,
  );

const plainName = /^[a-z_][a-z0-9_]*$/;
const reserved = new Set(
  "all and any as asc check column constraint default desc end false from grant group having in into limit not null offset on or order primary references select table then to true union unique user using when where".split(
    " ",
  ),
);
/** A name as PostgreSQL needs it: bare where it can be. */
export const bare = (name: string): string => (plainName.test(name) && !reserved.has(name) ? name : `"${name}"`);
