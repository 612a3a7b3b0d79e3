import { stops } from "@proofroom/domain/design/stops";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const read = (schema: string, api: string) => readDesign({ schema, api, design }, capabilities);
const stopping = (schema: string, api: string) => read(schema, api).findings.filter(stops);

const lyhennys = `create table lyhennykset (tunnus text primary key, kohde text not null, omistaja text, pyynto uuid unique);`;
const api = `POST /lyhennykset {kohde: uri, omistaja?: string} [Idempotency-Key] -> 201 {tunnus, kohde}
GET /{tunnus} -> 302 | 404
GET /lyhennykset?omistaja -> 200 [{tunnus, kohde}]
`;

test("in a language that no list of words holds, types and places say what is meant", () => {
  const { operations, findings } = read(lyhennys, api.replace("?omistaja", "?omistaja&limit=20"));
  expect(findings).toEqual([]);
  expect(operations.map(({ capability }) => capability)).toEqual(["shorten", "list", "resolve"]);
  expect(operations[0]).toMatchObject({
    inputs: { url: { in: "body", name: "kohde" } },
    outputs: { code: { in: "body", name: "tunnus" } },
    idempotency: { header: "Idempotency-Key", column: "lyhennykset.pyynto" },
    steps: [{ insert: "lyhennykset", values: { kohde: "$body.kohde", tunnus: { base62: 7 } } }, {}],
  });
  expect(operations[2]?.steps).toEqual([
    { get: "lyhennykset", by: { tunnus: "$path.tunnus" } },
    { redirect: "$row.kohde", status: 302 },
  ]);
});

test("a URL that does not say it is one is asked for, and two texts that could be the code as well", () => {
  const untyped = api.replace("{kohde: uri, omistaja?: string}", "{kohde: string, omistaja: string}");
  expect(stopping(lyhennys, untyped).map(({ rule }) => rule)).toContain("which-endpoint");
  const twoTexts = api.replace("{tunnus, kohde}", "{a, b}").replace("/{tunnus}", "/{polku}");
  expect(stopping(lyhennys, twoTexts)).not.toEqual([]);
});

test("a unique column keeps the key only where the key is declared and nothing else can fill it", () => {
  const without = read(lyhennys, api.replace("[Idempotency-Key] ", ""));
  expect(without.operations[0]?.idempotency).toBeUndefined();
  const twice = read(lyhennys.replace("omistaja text", "omistaja text, viite text unique"), api);
  expect(twice.operations[0]?.idempotency).toBeUndefined();
  const needed = read(lyhennys.replace("pyynto uuid", "pyynto uuid not null"), api);
  expect(needed.operations[0]?.idempotency).toEqual({ header: "Idempotency-Key", column: "lyhennykset.pyynto" });
  expect(needed.operations[0]?.because?.steps).toEqual([
    "lyhennykset.pyynto keeps Idempotency-Key: it is unique, and nothing else fills it",
  ]);
  const number = read(lyhennys.replace("pyynto uuid", "numero text"), api);
  expect(number.operations[0]?.idempotency).toBeUndefined();
});

test("a key that could be kept is asked for where rows need it or the design speaks of it, and only then", () => {
  const silent = api.replace("[Idempotency-Key] ", "");
  const named = lyhennys.replace("pyynto uuid", "idempotency_key uuid");
  const asked = (schema: string, prose: string) =>
    readDesign({ schema, api: silent, design: `${prose}\n\n${design}` }, capabilities).findings.filter(
      ({ rule }) => rule === "key-not-kept",
    );
  expect(asked(named, "Links are short.")).toMatchObject([{ severity: "warning" }]);
  expect(asked(named, "There is no Idempotency-Key yet.")).toMatchObject([{ severity: "warning" }]);
  const spoken = asked(named, "A send carries an Idempotency-Key.");
  expect(spoken).toMatchObject([{ severity: "question", stopsRun: true, line: 1 }]);
  const needed = asked(named.replace("key uuid", "key uuid not null"), "Links are short.");
  expect(needed).toMatchObject([{ severity: "question", stopsRun: true }]);
  for (const { fixes } of [...spoken, ...needed]) {
    const edit = fixes?.[0]?.edits[0];
    const fixed = silent.slice(0, edit?.from) + edit?.insert + silent.slice(edit?.to);
    expect(read(named, fixed).operations[0]?.idempotency?.column).toBe("lyhennykset.idempotency_key");
  }
});

test("a header that an endpoint's own line speaks of is taken, unless the line says that it is not", () => {
  const keyOf = (words: string) =>
    read(lyhennys, api.replace("[Idempotency-Key] -> 201 {tunnus, kohde}", `-> 201 {tunnus, kohde} ${words}`))
      .operations[0]?.idempotency;
  expect(keyOf("| 409 (com o cabeçalho Idempotency-Key)")).toHaveProperty("header", "Idempotency-Key");
  expect(keyOf("# Idempotency-Key header")).toHaveProperty("header", "Idempotency-Key");
  expect(keyOf("# no Idempotency-Key yet")).toBeUndefined();
});

test("a body below the name of its thing is sent, and kept, by its inner fields", () => {
  const schema = "create table links (slug text primary key, original_url text not null);";
  const nested = `POST /links {link: {original_url: uri}} -> 201 {slug}\nGET /{slug} -> 301 | 404\n`;
  const [shorten] = read(schema, nested).operations;
  expect(shorten?.inputs).toEqual({ url: { in: "body", name: "link.original_url" } });
  expect(shorten?.steps[0]).toMatchObject({
    values: { original_url: "$body.link.original_url", slug: { base62: 7 } },
  });
});

test("a page's number is no number of rows", () => {
  const paged = read(lyhennys, api.replace("?omistaja", "?omistaja&page"));
  expect(paged.operations[1]?.steps[0]).not.toHaveProperty("limit");
});

test("one row by its key is not taken for somebody's list of rows", () => {
  const more = `${api.replace(/GET .lyhennykset\?.*\n/, "")}GET /lyhennykset/{tunnus} -> 200 {tunnus, kohde}\n`;
  const served = read(lyhennys, more).operations.map(({ path, capability }) => [path, capability]);
  expect(served).toContainEqual(["/lyhennykset/{tunnus}", undefined]);
});

test("what opens a link is its code, whatever else an answer holds that could be called so", () => {
  const schema = "create table links (id bigserial primary key, tunnus text not null unique, url text not null);";
  const { operations } = read(schema, "POST /links {url: uri} -> 201 {id, tunnus, url}\nGET /{tunnus} -> 302 | 404\n");
  expect(operations[0]?.outputs).toEqual({ code: { in: "body", name: "tunnus" } });
});

test("a comment says which column keeps the key, the row's own one too", () => {
  const schema = `create table link (
  anfrage uuid primary key, -- der Idempotency-Key vom Client
  code text generated always as (to_hex(nr)) stored unique,
  nr bigint generated always as identity,
  url text not null
);`;
  const declared = "POST /link {url: uri} [Idempotency-Key] -> 200 {code}\nGET /{code} -> 302 | 404\n";
  expect(read(schema, declared).operations[0]).toMatchObject({
    idempotency: { header: "Idempotency-Key", column: "link.anfrage" },
    steps: [{ insert: "link", values: { url: "$body.url" } }, {}],
  });
});
