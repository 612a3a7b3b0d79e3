import type { Finding } from "@proofroom/domain/design/finding";
import { stops } from "@proofroom/domain/design/stops";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { hardTexts } from "./hard-texts.ts";
import { loadReader, readDesign } from "./read.ts";

beforeAll(() => loadReader());

const problem = loadPublicProblem(problemsDir, "url-shortener");
const sound = {
  schema:
    "create table urls (\n  id bigint generated always as identity primary key,\n  code text not null unique,\n  idem_key text unique,\n  url text not null\n);\n",
  api: "openapi: 3.1.0\npaths:\n  /{code}:\n    get:\n      x-operation: [{ get: urls, by: { code: $path.code } }, { redirect: $row.url }]\n      responses: { 302: { description: go } }\n  /urls:\n    post:\n      parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]\n      requestBody: { content: { application/json: { schema: { type: object, properties: { url: { type: string } } } } } }\n      responses: { 201: { content: { application/json: { schema: { properties: { code: { type: string } } } } } } }\n",
  design:
    "# é😀\n\n```mermaid\nflowchart LR\n  c([Client]) -->|x| api[API x3] --> db[(DB)]\n  %% @api class=small\n```\n",
};
const documents = ["schema", "api", "design"] as const;

test("a sound design has nothing to be said about it", () => {
  const model = readDesign(sound, problem.capabilities);
  expect(model.findings).toEqual([]);
  expect(model.unbound).toEqual([]);
  expect(model.ddl).toHaveLength(1);
  expect(model.operations.map(({ capability }) => capability)).toEqual(["resolve", "shorten"]);
});

test("an empty document is met with one gentle question, which stops a run", () => {
  const model = readDesign({ schema: " \n", api: "# later\n", design: "" }, problem.capabilities);
  expect(model.findings.map(({ document, rule, severity }) => `${document} ${rule} ${severity}`)).toEqual([
    "schema empty question",
    "api empty question",
    "design empty question",
  ]);
  expect(model.findings.every(stops)).toBe(true);
});

test("the examples of a problem can be read, and are no solution of it", () => {
  const { findings, unbound, operations } = readDesign(problem.examples, problem.capabilities);
  expect(findings.filter(({ rule }) => ["syntax", "diagram", "statement", "api-form"].includes(rule))).toEqual([]);
  expect(unbound).toEqual(["shorten"]);
  expect(operations.filter(({ capability }) => capability !== undefined)).toEqual([]);
});

test.each(Object.keys(hardTexts))(
  "a document of %s is answered with findings in it, not with a crash or a hang",
  (name) => {
    const text = hardTexts[name] ?? "";
    for (const document of documents) {
      const model = readDesign({ ...sound, [document]: text }, problem.capabilities);
      const own = model.findings.filter((finding) => finding.document === document);
      if (document !== "schema" || !text.startsWith("create table x")) expect(own.length).toBeGreaterThan(0);
      checkPlaces(model.findings, { ...sound, [document]: text });
    }
  },
  60_000,
);

test("whatever is cut out of a document, put into it or doubled, the answer is findings inside of it", () => {
  const piece = fc.constantFrom(
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "`",
    ":",
    ";",
    "\t",
    "\r\n",
    "😀",
    "\u0000",
    "\ud800",
    "$ref",
    "*a",
    "&a ",
    "-->",
    "%%",
    "--",
    "/*",
    "|",
    "#",
    "9".repeat(40),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(40),
      piece,
      fc.nat(3),
      (document, where, length, inserted, times) => {
        const text = sound[document];
        const at = Math.floor(where * text.length);
        const changed = text.slice(0, at) + inserted.repeat(times) + text.slice(at + length);
        const texts = { ...sound, [document]: changed };
        checkPlaces(readDesign(texts, problem.capabilities).findings, texts);
      },
    ),
    { seed: 7, numRuns: 400 },
  );
}, 60_000);

test("the same texts give the same answer", () => {
  const broken = {
    ...sound,
    schema: sound.schema.replace("url text", "url txt"),
    design: sound.design.replace("api[API x3]", "api[API x3"),
  };
  expect(readDesign(broken, problem.capabilities)).toEqual(readDesign(broken, problem.capabilities));
});

/** Every finding stands on a line that its document has, and every fix changes a part that is there. */
function checkPlaces(findings: Finding[], texts: Record<(typeof documents)[number], string>): void {
  for (const { document, line, column, message, fixes } of findings) {
    const lines = texts[document].split("\n");
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    expect(message.length).toBeGreaterThan(10);
    for (const edit of (fixes ?? []).flatMap((fix) => fix.edits)) {
      expect(edit.from).toBeGreaterThanOrEqual(0);
      expect(edit.to).toBeGreaterThanOrEqual(edit.from);
      expect(edit.to).toBeLessThanOrEqual(texts[edit.document].length);
    }
  }
}

test("a document that is longer than one can be is told once, whoever reads it", () => {
  const { findings } = readDesign({ ...sound, api: `GET /x -> 200 [{${"a, ".repeat(100_000)}}]` }, {});
  expect(findings.filter(({ rule }) => rule === "unreadable")).toHaveLength(1);
});
