import type { Dialect } from "./dialect.ts";

const hints: Dialect["hints"] = [
  [
    /\bautoincrement\b/i,
    "AUTOINCREMENT is SQLite; PostgreSQL runs here. Write: id bigint generated always as identity primary key.",
  ],
  [/\bwithout\s{1,40}rowid\b/i, "WITHOUT ROWID is SQLite; remove it."],
  [/\)\s{0,40}strict\s{0,40}(?:;|$)/i, "STRICT is SQLite; remove it, PostgreSQL's types are strict."],
  [/\b(?:datetime|strftime|julianday|unixepoch)\s{0,40}\(\s{0,40}'/i, "This function is SQLite; write now()."],
  [/^[ \t]{0,40}pragma\b/im, "PRAGMA is SQLite; remove it."],
  [
    /\bon\s{1,40}conflict\s{1,40}(?:replace|ignore|abort|fail|rollback)\b/i,
    "ON CONFLICT at a column is SQLite; remove it, and say under x-operation what a conflict does.",
  ],
];

const rewrites: Dialect["rewrites"] = [
  [/^[ \t]{0,40}pragma\b[^;\n]{0,200};?/gim, ""],
  [
    /\b(?:integer|int|bigint)((?:\s{1,40}not\s{1,40}null)?)\s{1,40}primary\s{1,40}key(?:\s{1,40}(?:asc|desc))?\s{1,40}autoincrement\b/gi,
    "bigint generated always as identity primary key",
  ],
  [/\s{1,40}autoincrement\b/gi, ""],
  [/\)\s{0,40}(?:(?:without\s{1,40}rowid|strict)\s{0,40},?\s{0,40}){1,2}(?=;|$)/gi, ")"],
  [
    /\(?\s{0,9}\b(?:datetime|strftime)\s{0,40}\([^()]{0,80}\)\s{0,9}\)?(?=\s{0,40}(?:[,)]|not\b|null\b|unique\b|check\b))/gi,
    "now()",
  ],
  [/\bdatetime\b(?!\s{0,40}\()/gi, "timestamptz"],
  [/\bblob\b/gi, "bytea"],
  [/\s{1,40}on\s{1,40}conflict\s{1,40}(?:replace|ignore|abort|fail|rollback)\b/gi, ""],
];

export const sqlite: Dialect = { rule: "sqlite", title: "SQLite", hints, rewrites };
