import { bare, type Dialect } from "./dialect.ts";

const hints: Dialect["hints"] = [
  [/\[[a-z_][\w ]{0,100}\]/i, "Names in [brackets] are SQL Server; PostgreSQL runs here. Write the bare name."],
  [/\bidentity\s{0,40}\(\s{0,40}\d/i, "IDENTITY(1,1) is SQL Server; write: generated always as identity."],
  [/^[ \t]{0,40}go[ \t]{0,40}\r?$/im, "GO is SQL Server; end each statement with a semicolon."],
  [/\bn(?:varchar|char|text)\b/i, "NVARCHAR is SQL Server; PostgreSQL's text and varchar hold every letter."],
  [/\b(?:datetime2|datetimeoffset|smalldatetime)\b/i, "This time is SQL Server; write timestamptz."],
  [/\buniqueidentifier\b/i, "UNIQUEIDENTIFIER is SQL Server; write uuid."],
  [/\b(?:getdate|getutcdate|sysdatetime|sysutcdatetime)\s{0,40}\(/i, "GETDATE() is SQL Server; write now()."],
  [/\bnew(?:sequential)?id\s{0,40}\(/i, "NEWID() is SQL Server; write gen_random_uuid()."],
  [/\b(?:non)?clustered\b/i, "CLUSTERED is SQL Server; remove it."],
  [/\bbit\b(?!\s{0,40}(?:\(|varying))/i, "BIT is SQL Server; write boolean."],
  [/\b(?:datetime|tinyint)\b/i, "This type is SQL Server; PostgreSQL has timestamptz and smallint."],
];

const builtIn =
  "bigint|int|smallint|tinyint|bit|decimal|numeric|money|float|real|date|time|datetime|datetime2|datetimeoffset|smalldatetime|char|varchar|nchar|nvarchar|text|ntext|binary|varbinary|uniqueidentifier|max";

const rewrites: Dialect["rewrites"] = [
  [
    /^[ \t]{0,40}(?:use[ \t]+\S{1,100}|set[ \t]+(?:ansi_nulls|ansi_padding|quoted_identifier|nocount|xact_abort)[ \t]+o(?:n|ff))[ \t]{0,40};?[ \t]{0,40}\r?$/gim,
    "",
  ],
  [/(;?)(\s{0,40}\n)[ \t]{0,40}go[ \t]{0,40}(?=\r?\n|\r?$)/gi, (_all = "", _semicolon = "", gap = "") => `;${gap}`],
  [/(?:\[dbo\]|\bdbo)\./gi, ""],
  [new RegExp(`\\[(${builtIn})\\]`, "gi"), "$1"],
  [/\s{1,40}(?:textimage_)?on\s{1,40}\[primary\]/gi, ""],
  [/\)\s{0,40}with\s{0,40}\([^()]{0,400}\)/gi, ")"],
  [/\[([a-z_][\w ]{0,100})\]/gi, (_all = "", name = "") => bare(name)],
  [/\s{1,40}(?:non)?clustered\b/gi, ""],
  [
    /\b(primary\s{1,40}key|unique)(\s{0,40}\([^()]{0,400}\))/gi,
    (_all = "", kind = "", list = "") => kind + list.replace(/\s+(?:asc|desc)\b/gi, ""),
  ],
  [/\bidentity\s{0,40}\(\s{0,40}1\s{0,40},\s{0,40}1\s{0,40}\)/gi, "generated always as identity"],
  [
    /\bidentity\s{0,40}\(\s{0,40}(\d{1,18})\s{0,40},\s{0,40}(\d{1,18})\s{0,40}\)/gi,
    "generated always as identity (start with $1 increment by $2)",
  ],
  [/\bn?varchar\s{0,40}\(\s{0,40}max\s{0,40}\)/gi, "text"],
  [/\bntext\b/gi, "text"],
  [/\bn(varchar|char)\b/gi, "$1"],
  [/\bvarbinary\s{0,40}\(\s{0,40}(?:max|\d+)\s{0,40}\)/gi, "bytea"],
  [/\b(?:datetime2|datetimeoffset)(?:\s{0,40}\(\d\))?|\b(?:smalldatetime|datetime)\b/gi, "timestamptz"],
  [/\buniqueidentifier\b/gi, "uuid"],
  // `ClientRequestId` would be one word in PostgreSQL, which has its names in small letters.
  [/\b[A-Z][a-z\d]+(?:[A-Z][a-z\d]*)+\b/g, inSmallLetters],
  [/\s{1,40}collate\s{1,40}(?:latin1_general|sql_latin1_general)\w{0,40}_bin2?\b/gi, ' collate "C"'],
  [/\bnew(?:sequential)?id\s{0,40}\(\s{0,40}\)/gi, "gen_random_uuid()"],
  [/\b(?:getdate|getutcdate|sysdatetime|sysutcdatetime|sysdatetimeoffset)\s{0,40}\(\s{0,40}\)/gi, "now()"],
  [/\b(alter\s{1,40}table\s{1,40}\S{1,100})\s{1,40}with\s{1,40}(?:no)?check\b/gi, "$1"],
  [/\balter\s{1,40}table\s{1,40}\S{1,100}\s{1,40}check\s{1,40}constraint\s{1,40}\S{1,100}?\s{0,40};/gi, ""],
  [
    /\b(alter\s{1,40}table\s{1,40}\S{1,100})\s{1,40}add\s{1,40}(?:constraint\s{1,40}\S{1,100}\s{1,40})?default\s{0,40}([^;\n]{1,100}?)\s{1,40}for\s{1,40}("?\w{1,100}"?)/gi,
    "$1 alter column $3 set default $2",
  ],
  [/\bbit\b(?!\s{0,40}(?:\(|varying))/gi, "boolean"],
  [/\btinyint\b/gi, "smallint"],
  [/\bmoney\b/gi, "numeric(19,4)"],
  [/\bn'/gi, "'"],
];

function inSmallLetters(name = ""): string {
  return name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, "_").toLowerCase();
}

export const sqlServer: Dialect = { rule: "sql-server", title: "SQL Server", hints, rewrites };
