import type { DocumentName } from "@proofroom/domain/document/document";

const rows = (count: number, row: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => row(n)).join("");
const paths = (text: string): string => `openapi: 3.1.0\npaths:\n${text}`;
const chart = (text: string): string => `\`\`\`mermaid\nflowchart LR\n${text}\n\`\`\`\n`;
const table = "create table urls (id bigint primary key, code text not null unique, url text not null);\n";
const get = "{ get: { responses: { 302: { description: go } } } }";

/**
 * Documents as they come out of a broken copy, another tool or bad intent, each with what must stop it: what is read of
 * one must never be deployed. With the hard texts they are more than a hundred.
 */
export const mangledTexts: Record<DocumentName, Record<string, string>> = {
  schema: {
    "cut off in a column": table.slice(0, 40),
    "cut off in a quoted name": 'create table "urls (id bigint primary key);',
    "cut off in a text": "create table urls (id bigint primary key, code text default 'abc);",
    "cut off in a comment": `create table urls (/* the key\nid bigint primary key);`,
    "MySQL's dialect": "CREATE TABLE `urls` (`id` INT NOT NULL AUTO_INCREMENT, PRIMARY KEY (`id`)) ENGINE=InnoDB;",
    "SQL Server's dialect": "CREATE TABLE [dbo].[urls] ([id] INT IDENTITY(1,1) PRIMARY KEY, [url] NVARCHAR(MAX));",
    "SQLite's dialect": "create table urls (id integer primary key autoincrement, url text);",
    "Oracle's dialect": "create table urls (id number(10) primary key, url varchar2(200));",
    "MongoDB's dialect": "db.urls.createIndex({ code: 1 }, { unique: true })",
    "a keyword as a table": "create table select (id bigint primary key);",
    "a keyword as a column": "create table urls (id bigint primary key, order text);",
    "a table twice": table + table,
    "a column twice": "create table urls (id bigint primary key, url text, url text);",
    "foreign keys in a circle":
      "create table a (id int primary key, b int references b);\ncreate table b (id int primary key, a int references a);",
    "a table inside a table": "create table a (id int primary key, create table b (id int));",
    "names in another direction": "create table \u202eslru (id bigint primary key);\u202c",
    "names with nothing in them": "create table ur\u200bls (id bigint primary key); create index on urls (id);",
    "a no-break space between words": "create\u00a0table urls (id bigint primary key);",
    "typographic quotes": "create table urls (id bigint primary key, code text default ‘a’);",
    "half a pair of surrogates": "create table urls (id bigint primary key, \ud83d\ude00\ud83d text);;select 1",
    "a name of 200 letters twice": `create table ${"x".repeat(200)} (id int primary key);\ncreate table ${"x".repeat(200)} (id int primary key);`,
    "5,000 columns": `create table t (${rows(5_000, (n) => `c${n} int,`)} z int primary key);`,
    "a huge number": `create table urls (id bigint primary key, code varchar(${"9".repeat(400)}));`,
    "a conflict of a merge": `<<<<<<< HEAD\n${table}=======\n${table}>>>>>>> theirs\n`,
    "an orm's class": "class Url(models.Model):\n    code = models.CharField(max_length=7)\n",
    "a schema of Prisma": "model Url {\n  id Int @id @default(autoincrement())\n  code String @unique\n}\n",
    "code that runs": "do $$ begin perform pg_sleep(100); end $$;",
    "a drop of everything": "drop database postgres; create table urls (id bigint primary key);",
    "JSON cut off": '{"tables": [{"name": "urls", "columns": [{"name": "id"',
    "JSON of another form": '{"urls": {"id": "bigint", "code": "text"}}',
  },
  api: {
    "tabs that indent": "openapi: 3.1.0\npaths:\n\t/urls:\n\t\tpost: {}\n",
    "cut off in a map": paths("  /urls: { post: { responses: { 201: { desc"),
    "cut off in a text": paths('  "/urls'),
    "JSON cut off": '{"openapi": "3.1.0", "paths": {"/urls": {"post": ',
    "a comma too many": '{"openapi": "3.1.0",, "paths": {}}',
    "a reference to itself": paths(
      "  /urls:\n    post:\n      requestBody: { $ref: '#/paths/~1urls/post/requestBody' }\n",
    ),
    "references in a circle":
      "openapi: 3.1.0\ncomponents: { requestBodies: { A: { $ref: '#/components/requestBodies/B' }, B: { $ref: '#/components/requestBodies/A' } } }\npaths: { /urls: { post: { requestBody: { $ref: '#/components/requestBodies/A' } } } }",
    "a reference to nothing": paths("  /urls: { post: { requestBody: { $ref: '#/components/none' } } }"),
    "a reference to a file": paths("  /urls: { post: { requestBody: { $ref: 'file:///etc/passwd' } } }"),
    "operation ids twice": paths(
      `  /a: { get: { operationId: x, responses: { 200: { description: a } } } }\n  /b: { get: { operationId: x, responses: { 200: { description: a } } } }\n`,
    ),
    "one path twice": paths(`  /{a}: ${get}\n  /{b}: ${get}\n`),
    "one key twice": paths(`  /a: ${get}\n  /a: ${get}\n`),
    "no paths": "openapi: 3.1.0\ninfo: { title: x, version: '1' }\n",
    "an empty list of paths": "openapi: 3.1.0\npaths: {}\n",
    GraphQL: "type Query { url(code: String!): Url }\ntype Url { code: String! }\n",
    "protocol buffers": 'syntax = "proto3";\nservice Urls { rpc Shorten (Url) returns (Code); }\n',
    "code of a server": "app.post('/urls', async (req, res) => { res.json({}) })\n",
    "a prototype": paths("  /urls: { post: { x-operation: [{ insert: __proto__, values: { constructor: 1 } }] } }"),
    "a step of no vocabulary": paths("  /urls: { post: { x-operation: [{ eval: 'process.exit()' }] } }"),
    "SQL as a table": paths("  /urls: { post: { x-operation: [{ insert: 'urls; drop table urls', values: {} }] } }"),
    "a path that climbs": paths(`  /../../etc: ${get}\n`),
    "a path of 5,000 letters": paths(`  /${"a".repeat(5_000)}: ${get}\n`),
    "an open brace in a path": paths(`  "/{code": ${get}\n`),
    "a conflict of a merge": `<<<<<<< HEAD\n${paths("")}=======\npaths: {}\n>>>>>>> theirs\n`,
    "a sketch whose braces stay open": "POST /urls {url: uri\nGET /{code -> 302\n",
    "a list of endpoints without methods": '{"endpoints": [{"path": "/urls"}, {"method": "FETCH", "path": "/urls"}]}',
    "Swagger without a path": "swagger: '2.0'\npaths: []\n",
    "letters without width": "op\u200benapi: 3.1.0\npa\u200bths: {}\n",
    "a text that turns": "\u202eopenapi: 3.1.0\u202c\n",
    "nested a thousand deep": `${"a: {".repeat(1_000)}`,
    "an anchor of everything": `openapi: 3.1.0\npaths: &a { /urls: { post: { responses: *a, requestBody: *a } } }\nx: [*b]`,
  },
  design: {
    "no diagram": "# Design\n\nWe use Postgres.\n",
    "a sequence diagram": "```mermaid\nsequenceDiagram\n  a->>b: hello\n```\n",
    PlantUML: "```plantuml\n@startuml\na -> b\n@enduml\n```\n",
    "an open bracket": chart("  c[Client --> api[API"),
    "an arrow to nowhere": chart("  c[Client] -->\n  --> db[(DB)]"),
    "no service": chart("  c[Client] --> db[(Postgres)]"),
    "a component called end": chart("  c[Client] --> api[API] --> end[(DB)]"),
    "a directive for nobody": chart("  c[Client] --> api[API] --> db[(DB)]\n  %% @nobody kind=service"),
    "a kind that is none": chart("  c[Client] --> api[API] --> db[(DB)]\n  %% @api kind=mainframe"),
    "a name of 5,000 letters": chart(`  ${"x".repeat(5_000)} --> db[(DB)]`),
    "10,000 arrows": chart(rows(10_000, (n) => `  n${n} --> n${n + 1}\n`)),
    "10,000 replicas of nothing": chart("  api[API x99999999999999999999999] --> "),
    "a fence that never ends": "```mermaid\nflowchart LR\n  c[Client] --> api[API --> db[(DB)]\n",
    "an image": "![design](data:image/png;base64,iVBORw0KGgo=)\n",
    "script in a label": chart('  c["<script>alert(1)</script>] --> api[API]'),
    "a conflict of a merge": chart("<<<<<<< HEAD\n  c[Client] --> api[API]\n=======\n>>>>>>> theirs"),
  },
};
