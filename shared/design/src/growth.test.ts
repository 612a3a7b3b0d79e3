import type { DocumentName } from "@proofroom/domain/document/document";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "./read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
const rows = (count: number, row: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => row(n)).join("");
const table = (n: number, columns: number): string =>
  `create table t${n} (id bigint primary key${rows(columns, (c) => `, c${c} text not null`)});\n`;
const chart = (text: string): string => `\`\`\`mermaid\nflowchart LR\n${text}\`\`\`\n`;
const chain = (count: number): string =>
  `{components: {schemas: {${rows(count, (n) => `S${n}: {properties: {a: {$ref: '#/components/schemas/S${n + 1}'}, b: {$ref: '#/components/schemas/S${n + 1}'}}}, `)} S${count}: {type: string}}}`;

/** Texts of a size, each sort below the limit that a reader sets it and beyond. */
const sorts: [name: string, document: DocumentName, size: number, text: (size: number) => string][] = [
  ["columns of a table", "schema", 180, (size) => table(0, size)],
  ["columns beyond the limit", "schema", 4_000, (size) => table(0, size)],
  [
    "tables that refer to the one before",
    "schema",
    150,
    (size) =>
      rows(
        size,
        (n) =>
          `create table t${n} (id bigint primary key, owner_id bigint${n === 0 ? "" : ` references t${n - 1}`});\n`,
      ),
  ],
  [
    "lines of MySQL",
    "schema",
    400,
    (size) => rows(size, (n) => `create table \`t${n}\` (\`id\` int auto_increment) engine=InnoDB;\n`),
  ],
  [
    "types that Oracle has",
    "schema",
    180,
    (size) => `create table t (id number(19) primary key${rows(size, (n) => `, c${n} varchar2(20)`)});`,
  ],
  [
    "defaults of an extension",
    "schema",
    150,
    (size) => rows(size, (n) => `create table t${n} (id uuid primary key default uuid_generate_v4());\n`),
  ],
  [
    "sketched endpoints",
    "api",
    70,
    (size) => rows(size, (n) => `POST /part-${n}/{id} {seat_id, user_id} -> 201 {hold_id} | 409\n`),
  ],
  ["routes in a comment", "api", 70, (size) => rows(size, (n) => `# GET /part-${n}/{id} -> 200 {seat_id}\n`)],
  [
    "endpoints of OpenAPI",
    "api",
    70,
    (size) =>
      `openapi: 3.1.0\npaths:\n${rows(size, (n) => `  /a${n}: {post: {requestBody: {content: {application/json: {schema: {properties: {seat_id: {}}}}}}, responses: {201: {description: x}}}}\n`)}`,
  ],
  [
    "endpoints beyond the limit",
    "api",
    600,
    (size) => `openapi: 3.1.0\npaths:\n${rows(size, (n) => `  /a${n}: {get: {responses: {200: {description: x}}}}\n`)}`,
  ],
  [
    "steps of an endpoint",
    "api",
    400,
    (size) =>
      `openapi: 3.1.0\npaths: {/x: {post: {x-operation: [${rows(size, () => "{insert: urls, values: {code: $body.x}},")}]}}}`,
  ],
  [
    "schemas that each use the next twice",
    "api",
    40,
    (size) =>
      `openapi: 3.1.0\ncomponents: ${chain(size)}}\npaths: {/x: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}}}}`,
  ],
  ["lines without an endpoint", "api", 60_000, (size) => "\n".repeat(size)],
  [
    "words below an endpoint",
    "api",
    4_000,
    (size) => `POST /links {url}\n${"Send an Idempotency-Key, 400 if the URL is invalid.\n".repeat(size)}`,
  ],
  ["nodes and arrows", "design", 1_500, (size) => chart(rows(size, (n) => `  n${n}[Service ${n}] --> n${n + 1}\n`))],
  [
    "lines of prose",
    "design",
    2_000,
    (size) => rows(size, (n) => `Part ${n} keeps an Idempotency-Key for a day, and no more.\n`),
  ],
];

/**
 * Of a processor for this thread alone: what else the host does counts for nothing. It is counted in ticks of some
 * milliseconds, so that what is read fast is read several times.
 */
function millisOf(document: DocumentName, text: string, times: number): number {
  const before = process.threadCpuUsage();
  for (let n = 0; n < times; n++) readDesign({ schema: "", api: "", design: "", [document]: text }, capabilities);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

const tick = 4;

test.each(sorts)("twice as many %s cost less than three times as much", (_name, document, size, text) => {
  const [once, twice] = [text(size), text(2 * size)];
  const each = millisOf(document, once, 10) / 10;
  const times = Math.max(1, Math.min(40, Math.ceil((10 * tick) / Math.max(each, 0.1))));
  const pairs = Array.from(
    { length: 4 },
    () => [millisOf(document, once, times), millisOf(document, twice, times)] as const,
  );
  const least = (of: (pair: readonly [number, number]) => number): number => Math.min(...pairs.map(of));
  expect(least(([, more]) => more) / (least(([few]) => few) + tick)).toBeLessThan(3);
});
