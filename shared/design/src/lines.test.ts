import { readFileSync, readdirSync } from "node:fs";
import type { DesignModel } from "@proofroom/domain/design/model";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "./read.ts";

beforeAll(loadReader);

const lineOf = (text: string, line: number | undefined): string => text.split("\n")[(line ?? 0) - 1] ?? "";

const schema = `create table account (
  id bigint generated always as identity primary key
);

create table link (
  code text,
  account_id bigint
    references account (id),
  idem text unique,
  primary key (code),
  unique (account_id, idem)
);
create index link_account
  on link (account_id);
alter table link
  add column url text not null;
alter table link add foreign key (account_id) references account;
`;

const api = `openapi: 3.1.0
paths:
  /links:
    post:
      parameters:
        - name: Idempotency-Key
          in: header
          schema: { type: string }
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { url: { type: string } } }
      responses:
        "201": { description: made }
        "409": { description: taken }
      x-operation:
        idempotency: { header: Idempotency-Key, column: link.idem }
        transaction:
          - insert: link
            values: { url: $body.url }
          - increment: account.id
            where: { id: 1 }
        return:
          status: 201
  /links/{code}:
    get:
      responses: { "200": { description: found } }
      x-operation:
        - get: link
          by: { code: $path.code }
        - return: { status: 200 }
`;

const design = `# Shortener

\`\`\`mermaid
flowchart LR
  gw[Gateway] --> svc[Service]
  svc --> db[(Postgres)]
\`\`\`
`;

test("every key, constraint, parameter, answer and step stands in the line that it names", () => {
  const { tables, operations, components, edges } = readDesign({ schema, api, design }, {});
  const link = tables.find(({ name }) => name === "link");
  expect(link?.primaryKeyLine).toBe(10);
  expect(link?.uniques).toEqual([["idem"], ["account_id", "idem"]]);
  expect(link?.uniqueLines).toEqual([9, 11]);
  expect(link?.foreignKeys.map(({ line }) => line)).toEqual([8, 17]);
  expect(link?.indexes.map(({ line }) => line)).toEqual([14]);
  expect(link?.columns.find(({ name }) => name === "url")?.line).toBe(16);
  expect(tables[0]?.primaryKeyLine).toBe(2);

  const [post, get] = operations;
  expect(post).toMatchObject({ line: 4, bodyLine: 9, idempotencyLine: 17 });
  expect(post?.parameters.map(({ line }) => line)).toEqual([6]);
  expect(post?.responses.map(({ line }) => line)).toEqual([14, 15]);
  expect(post?.stepLines).toEqual([
    { line: 18, inside: [19, 21] },
    { line: 23, inside: [] },
  ]);
  expect(get?.stepLines).toEqual([
    { line: 29, inside: [] },
    { line: 31, inside: [] },
  ]);
  expect(get?.parameters).toMatchObject([{ name: "code" }]);
  expect(components.map(({ line }) => line)).toEqual([5, 5, 6]);
  expect(edges.map(({ line }) => line)).toEqual([5, 6]);
});

test("in JSON a constraint's line is that of the entry it comes from", () => {
  const json = `{"tables": [
  {"name": "account", "columns": [
    {"name": "id", "type": "bigint", "primaryKey": true}]},
  {"name": "link",
   "columns": [
     {"name": "code", "type": "text"},
     {"name": "account_id", "type": "bigint", "references": "account.id"}],
   "primaryKey":
     ["code"],
   "uniques": [
     ["account_id", "code"]],
   "indexes": [
     ["account_id"]]}]}`;
  const { tables } = readDesign({ schema: json, api: "", design: "" }, {});
  expect(tables[0]?.primaryKeyLine).toBe(3);
  expect(tables[1]).toMatchObject({ primaryKeyLine: 9, uniqueLines: [11], indexes: [{ line: 13 }] });
  expect(tables[1]?.foreignKeys[0]?.line).toBe(7);
});

test("steps that convention decides stand at their endpoint", () => {
  const plain = api.replaceAll(/ {6}x-operation:\n(?: {8}.*\n)*/g, "");
  const { operations } = readDesign({ schema, api: plain, design }, {});
  for (const { line, steps, stepLines } of operations) {
    expect(stepLines).toHaveLength(steps.length);
    for (const step of stepLines ?? []) expect(step.line).toBe(line);
  }
});

/** Name and line of all that has both, with the document that the line counts in. */
function named({
  tables,
  operations,
  components,
  edges,
}: DesignModel): ["schema" | "api" | "design", string, number?][] {
  return [
    ...tables.map(({ name, line }) => ["schema", name, line] as const),
    ...tables.flatMap((table) => table.columns.map(({ name, line }) => ["schema", name, line] as const)),
    ...tables.flatMap((table) => table.indexes.map(({ line }) => ["schema", table.name, line] as const)),
    ...tables.flatMap((table) => table.foreignKeys.map((key) => ["schema", key.table, key.line] as const)),
    ...operations.map(({ method, line }) => ["api", method.toLowerCase(), line] as const),
    ...operations.flatMap((one) => one.responses.map(({ status, line }) => ["api", String(status), line] as const)),
    ...operations.flatMap(({ steps, stepLines, boundBy }) =>
      boundBy === "x-operation"
        ? steps.map((step, n) => ["api", Object.keys(step)[0] ?? "", stepLines?.[n]?.line] as const)
        : [],
    ),
    ...components.map(({ id, line }) => ["design", id, line] as const),
    ...edges.map(({ from, line }) => ["design", from, line] as const),
  ].map(([document, name, line]) => [document, name, line]);
}

test("in a problem's reference and examples, the line that is named holds the name", () => {
  const root = new URL("../../../problems/", import.meta.url);
  const whole = ["schema.sql", "api.yaml", "design.md"];
  const folders = readdirSync(root, { recursive: true, encoding: "utf8" })
    // In somebody's own hand an endpoint without a status answers one that its line does not hold.
    .filter((name) => name.endsWith("schema.sql") && !name.includes("/corpus/"))
    .map((name) => new URL(name.replace("schema.sql", ""), root))
    .filter((folder) => whole.every((name) => readdirSync(folder).includes(name)));
  expect(folders.length).toBeGreaterThan(0);
  for (const folder of folders) {
    const of = (file: string): string => readFileSync(new URL(file, folder), "utf8");
    const texts = { schema: of("schema.sql"), api: of("api.yaml"), design: of("design.md") };
    for (const [document, word, line] of named(readDesign(texts, {}))) {
      expect(lineOf(texts[document], line).toLowerCase(), `${folder.pathname} ${document} ${line}`).toContain(
        word.toLowerCase(),
      );
    }
  }
});
