import { bare, type Dialect } from "../dialect.ts";

/** Of an index or a key among the columns. */
export const inlineHint = "KEY inside a table is MySQL; write unique (…) there, or create index on … after the table.";

const moment = "(?:(?:current_timestamp|localtime|localtimestamp)\\b(?:\\s{0,40}\\(\\d*\\))?|now\\s{0,40}\\(\\d*\\))";

const hints: Dialect["hints"] = [
  [/^[ \t]{0,40}#/m, "A comment that begins with # is MySQL; PostgreSQL's begin with --."],
  [/`/, 'Backticks are MySQL; PostgreSQL runs here. Write the bare name, or "name" in double quotes.'],
  [/\bauto_increment\b/i, "AUTO_INCREMENT is MySQL; write: id bigint generated always as identity primary key."],
  [/^[ \t]{0,40}(?:un)?lock[ \t]{1,40}tables\b/im, "LOCK TABLES is MySQL's dump; remove it."],
  [/\bengine\s{0,40}=/i, "ENGINE= is MySQL; remove it."],
  [/\bunsigned\b/i, "UNSIGNED is MySQL; write check (x >= 0) where it matters."],
  [/\b(?:tiny|small|medium|big)?int\s{0,40}\(\d+\)/i, "A display width is MySQL; write smallint, integer or bigint."],
  [
    new RegExp(`\\bon\\s{1,40}update\\s{1,40}${moment}`, "i"),
    "ON UPDATE CURRENT_TIMESTAMP is MySQL; let the endpoint set the column to $now.",
  ],
  [/\b(?:datetime|tinyint|mediumint)\b/i, "This type is MySQL; PostgreSQL has smallint, integer and timestamptz."],
  [
    /(?:^|,)[ \t]{0,40}(?:(?:unique|fulltext|spatial)\s{1,40})?(?:key|index)\b(?:\s{1,40}(?!using\b)[\w`"$]{1,66})?(?:\s{0,40}using\s{1,40}\w{1,5})?\s{0,40}\((?!\s{0,40}\d)/im,
    inlineHint,
  ],
];

/** A column without a sign becomes one with a check; one that the database counts up needs none. */
function withCheck(whole = "", before = "", name = "", rest = "", end = ""): string {
  const isWhole = rest.split("(").length === rest.split(")").length && !/auto_increment/i.test(rest);
  return isWhole ? `${before}${rest} check (${name} >= 0)${end}` : whole;
}

/** What is counted is never null; which key it is may stand before that as well. */
const counted = (_all = "", type = "", before = ""): string =>
  `${/^(?:bigint|int8)$/i.test(type) ? "bigint" : "integer"} generated always as identity${before.replaceAll(/\s{1,40}(?:not\s{1,40})?null/gi, "")}`;

const rewrites: Dialect["rewrites"] = [
  [/^[ \t]{0,40}(?:lock[ \t]{1,40}tables[ \t][^;\n]{1,400}|unlock[ \t]{1,40}tables[ \t]{0,40});[ \t]*\n?/gim, ""],
  [/`([^`\n]+)`/g, (_all = "", name = "") => bare(name)],
  [/^([ \t]{0,40})#/gm, "$1--"],
  [/^(.{1,400},[ \t]{1,40})#(?=[^'"`\n]{0,400}$)/gm, "$1--"],
  [/\b(?:tinyint|bit)\s{0,40}\(1\)/gi, "boolean"],
  [/\b(tiny|small|medium|big)?int(?:eger)?\s{0,40}\(\d+\)/gi, (_all = "", size = "") => `${size}int`],
  [/\btinyint\b/gi, "smallint"],
  [/\bmediumint\b/gi, "integer"],
  [
    /^([ \t]{0,40}("?\w{1,64}"?)[ \t]{1,40}\w{1,20}(?:\(\d{1,3}(?:,\d{1,3})?\))?)[ \t]{1,40}unsigned\b([^,\n]{0,200}?)(,?[ \t]*)$/gim,
    withCheck,
  ],
  [/\s{1,40}unsigned\b/gi, ""],
  [
    /\b(bigint|int8|int|integer|int4|smallint|int2)((?:\s{1,40}(?:(?:not\s{1,40})?null|primary\s{1,40}key|unique(?:\s{1,40}key)?)){0,4})\s{1,40}auto_increment\b/gi,
    counted,
  ],
  [/\s{1,40}auto_increment\b(?!\s{0,40}=)/gi, ""],
  [/\bdatetime(?:\s{0,40}\(\d\))?/gi, "timestamptz"],
  [/\btimestamp(?=\s{1,40}(?:(?:not\s{1,40})?null|default|on\s{1,40}update)\b)/gi, "timestamptz"],
  [/\)\s{1,40}using\s{1,40}(?:btree|hash)\b/gi, ")"],
  [/\bdouble\b(?!\s{1,40}precision)/gi, "double precision"],
  [/\b(?:tiny|medium|long)text\b/gi, "text"],
  [/\b(?:(?:tiny|medium|long)?blob\b|(?:var)?binary\s{0,40}\(\d+\))/gi, "bytea"],
  // No column of PostgreSQL does this by itself; that it is to be done stays there to be read.
  [new RegExp(`\\bon\\s{1,40}update\\s{1,40}${moment}`, "gi"), "/* on each update: now() */"],
  [/("?\w+"?)\s{1,40}enum\s{0,40}\(([^)]*)\)/gi, "$1 text check ($1 in ($2))"],
  [/\s{1,40}character\s{1,40}set\s{1,40}\w+/gi, ""],
  [/\s{1,40}collate\s{1,40}(?:utf8|utf16|ascii|latin1|binary|ucs2|gbk|big5)\w*/gi, ""],
  // What a column's comment says of its values is read behind it.
  [/[ \t]{1,40}comment[ \t]{1,40}'([^'\n]{1,400})'([ \t]{0,40},)?[ \t]{0,40}$/gim, "$2 -- $1"],
  [/\s{1,40}comment\s{1,40}'[^'\n]*'/gi, ""],
  [
    /(?:\s{1,40}(?:engine|auto_increment|(?:default\s{1,40})?(?:charset|character\s{1,40}set|collate)|row_format|comment)\s{0,40}=\s{0,40}(?:'[^'\n]*'|\w+))+/gi,
    "",
  ],
  [
    /\bif\s{0,4}\(([^(),;]{1,120}(?:\([^();]{1,120}\))?[^(),;]{0,60}),\s{0,8}("?\w{1,64}"?),\s{0,8}null\s{0,4}\)/gi,
    "case when $1 then $2 end",
  ],
  [/(generated\s{1,8}always\s{1,8}as\s{0,8}\([^;\n]{1,300}\))\s{1,8}virtual\b/gi, "$1 stored"],
  [/\bunique\s{1,40}(?:key|index)\s{1,40}\S{1,64}\s{0,40}\(/gi, "unique ("],
  [/\bunique\s{1,40}key\b/gi, "unique"],
];

export const mysql: Dialect = { rule: "mysql", title: "MySQL", hints, rewrites };
