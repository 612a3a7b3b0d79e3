import type { languages } from "monaco-editor/editor";

const words = (text: string) => text.split(" ");

/** How PostgreSQL's DDL is coloured: keywords, types, and what is neither. Monaco's own SQL knows another dialect's. */
export const postgresDdl: languages.IMonarchLanguage = {
  ignoreCase: true,
  defaultToken: "",
  keywords: words(
    "add all alter always and any as asc begin between by cascade case check collate column comment commit concurrently " +
      "constraint create cross current_date current_timestamp cycle database default deferrable deferred delete desc distinct " +
      "do domain drop else end enum exclude exists extension false for foreign from full function generated grant group " +
      "having identity if ilike in include increment index inherits initially inner insert intersect into is join key language " +
      "left like limit materialized maxvalue minvalue no not null nulls of on only or order outer owned partition primary " +
      "references rename replace restrict returning returns right row rows schema select sequence set start stored table temp " +
      "temporary then to trigger true truncate type union unique unlogged update using values view virtual when where with without",
  ),
  types: words(
    "bigint bigserial bit bool boolean box bytea char character cidr circle citext date daterange decimal double float " +
      "float4 float8 inet int int2 int4 int4range int8 int8range integer interval json jsonb line macaddr money name numeric " +
      "numrange path point polygon precision real serial smallint smallserial text time timestamp timestamptz timetz tsquery " +
      "tsrange tstzrange tsvector uuid varbit varchar varying xml zone",
  ),
  tokenizer: {
    root: [
      [/--.*/, "comment"],
      [/\/\*/, "comment", "@comment"],
      [/e?'/, "string", "@string"],
      [/\$\w*\$/, { token: "string", next: "@dollar.$0" }],
      [/"[^"]*"/, "identifier"],
      [/\d+(\.\d+)?/, "number"],
      [/[a-z_]\w*/, { cases: { "@keywords": "keyword", "@types": "type", "@default": "identifier" } }],
      [/[;,.()[\]]/, "delimiter"],
      [/[-+*/<>=~!@#%^&|`?:]+/, "operator"],
    ],
    comment: [
      [/\/\*/, "comment", "@push"], // they nest
      [/\*\//, "comment", "@pop"],
      [/[^*/]+|./, "comment"],
    ],
    string: [
      [/''|[^']+/, "string"],
      [/'/, "string", "@pop"],
    ],
    dollar: [
      [/\$\w*\$/, { cases: { "$0==$S2": { token: "string", next: "@pop" }, "@default": "string" } }],
      [/[^$]+|./, "string"],
    ],
  },
};

export const ddlConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: "--", blockComment: ["/*", "*/"] },
  brackets: [["(", ")"]],
  autoClosingPairs: [
    { open: "(", close: ")" },
    { open: "'", close: "'", notIn: ["string", "comment"] },
  ],
};
