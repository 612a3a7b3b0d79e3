const longest = 256 * 1024;
const filled = (part: string): string => part.repeat(Math.floor(longest / part.length));
const flowchart = (text: string): string => `\`\`\`mermaid\nflowchart LR\n${text}`;
const paths = (text: string): string => `openapi: 3.1.0\npaths:\n${text}`;
const rows = (count: number, row: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => row(n)).join("");
const nested = (count: number, open: string, inside: string, close: string): string =>
  open.repeat(count) + inside + close.repeat(count);
const operation = (text: string): string => paths(`  /x: { post: { x-operation: ${text} } }`);

const letters = "abcdefghijk".split("");
const laughs = letters.map(
  (c, n) => `${c}: &${c} [${Array.from({ length: 9 }, () => (n === 0 ? "x" : `*${letters[n - 1]}`)).join(",")}]\n`,
);

/** Texts that are as long, as deep or as broken as a document can be; each was slow or fatal to some reader once. */
export const hardTexts: Record<string, string> = {
  letters: filled("a"),
  quotes: filled("'"),
  "double quotes": filled('"'),
  backticks: filled("`"),
  semicolons: filled(";"),
  "comments in comments": filled("/*"),
  parentheses: filled("("),
  brackets: filled("["),
  braces: filled("{"),
  commas: `[${filled(",").slice(2)}`,
  colons: filled("a: "),
  "list marks": filled("- "),
  "question marks": filled("? "),
  anchors: filled("&a "),
  lines: filled("\n"),
  "Windows lines": filled("\r\n"),
  emoji: filled("😀"),
  dollars: filled("$"),
  "dollar quotes": filled("$a$"),
  nothings: filled("\0"),
  "half pairs": filled("\ud800"),
  "right to left and without width": filled("\u202e\u200b"),
  spaces: filled(" "),
  fences: filled("```\n"),
  "a long list": filled("1. "),
  hashes: filled("#\n"),
  "a sum": `create table t (a int check (${"1+".repeat(50_000)}1 > 0))`,
  "a thousand statements": "create table t (id int);\n".repeat(900),
  "a wide table": `create table t (${rows(9_000, (n) => `c${n} int,`)} z int)`,
  "MySQL without end": "create table `t` (`a` int auto_increment, key x (a)) engine=InnoDB;\n".repeat(900),
  "MySQL and blanks": `create table \`t\` (a int ${" \n".repeat(60_000)})`,
  "a name of 200 characters": `create table ${"x".repeat(200)} (${"y".repeat(200)} int primary key)`,
  "tables in JSON": `{"tables":[${'{"name":"a","columns":[{"name":"id","type":"int"}]},'.repeat(3_000)}{"name":"z"}]}`,
  "JSON without end": '{"tables":'.repeat(20_000),
  "endpoints without end": paths(rows(3_000, (n) => `  /a${n}: {get: {responses: {200: {description: x}}}}\n`)),
  "many endpoints": paths(rows(600, (n) => `  /a${n}: {get: {responses: {200: {description: x}}}}\n`)),
  "a billion laughs": `openapi: 3.1.0\n${laughs.join("")}paths: {/x: {get: {x-operation: *k, responses: *k, parameters: *k, requestBody: {content: {application/json: {schema: {allOf: *k, enum: *k}}}}}}}`,
  "schemas that double": `openapi: 3.1.0\ncomponents: {schemas: {${rows(30, (n) => `S${n}: {properties: {a: {$ref: '#/components/schemas/S${n + 1}'}, b: {$ref: '#/components/schemas/S${n + 1}'}}}, `)} S30: {type: string}}}\npaths: {/x: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}}}}`,
  "an alias of itself": "openapi: 3.1.0\npaths: &p\n  /x: *p\n",
  "a merge of itself": "a: &a\n  <<: *a\nopenapi: 3.1.0\npaths: {/x: {get: *a}}",
  "a thousand steps": operation(`[${"{insert: urls, values: {code: $body.x}},".repeat(1_000)}]`),
  "a deep body": operation(`[{return: {body: ${nested(150, "{a: ", "1", "}")}}}]`),
  "a deep value": operation(`[{insert: urls, values: {code: ${nested(150, "{hash: ", "1", "}")}}}]`),
  "transactions in transactions": operation(nested(150, "[{transaction: ", "[]", "}]")),
  "sketches without end": filled("GET /a\n"),
  "a sketch in one line": `POST /a ${filled("a|")}`,
  "dashes behind a path": `POST /a ${filled("-")}`,
  "open braces in a sketch": filled("POST /x {a: {\n"),
  "fields of no type": filled("POST /x {a: ulr "),
  "examples without end": `GET /a\n${filled("{\n")}`,
  "lists without end": `GET /a\n${filled("[a\n")}`,
  "keys of a sketch without end": `GET /a\n${filled("  x-b: {\n")}`,
  arrows: flowchart(filled("a-->").slice(64)),
  ampersands: flowchart(filled("a&").slice(64)),
  "everything to everything": flowchart(`${rows(90, (n) => `n${n} & `)}z --> ${rows(90, (n) => `n${n} & `)}z`),
  "a long arrow": flowchart(`a ${"-".repeat(100_000)}`),
  "an open label": flowchart(`a[${"<br ".repeat(30_000)}]`),
  "a long label of an arrow": flowchart(`a -- ${"x ".repeat(60_000)}`),
  "nodes without end": flowchart(rows(5_000, (n) => `n${n}-->m${n}\n`)),
  "directives for nobody": flowchart(`a-->b\n${"%% @x k=v\n".repeat(20_000)}`),
  "an open quote in a directive": flowchart(`a-->b\n%% @a ${'k="'.repeat(50_000)}`),
  "groups in groups": flowchart("subgraph ".repeat(20_000)),
  "front matter without end": `\`\`\`mermaid\n${"---\n".repeat(50_000)}`,
};
