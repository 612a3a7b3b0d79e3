import type { FactName } from "@proofroom/domain/interview/facts";
import { mendOf } from "@proofroom/domain/interview/design/topics";
import { topicsOfEdit } from "@proofroom/domain/interview/design/edit-topics";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../read.ts";
import { average, changedAll, faultsOf, looker, type Texts } from "./designs.ts";

beforeAll(() => loadReader());

const { readingOf, lookAt } = looker(loadPublicProblem(problemsDir, "url-shortener").capabilities);

const fileOf = (name: string): string => readFileSync(join(problemsDir, "url-shortener", name), "utf8");
const reference: Texts = {
  schema: fileOf("reference/schema.sql"),
  api: fileOf("reference/api.yaml"),
  design: fileOf("reference/design.md"),
};
const empty: Texts = { schema: "", api: "", design: "" };

const holding = (texts: Texts, holds: boolean): FactName[] =>
  [...lookAt(texts).facts].filter(([, fact]) => fact.holds === holds).map(([name]) => name);

test("of an empty room nothing can be decided, and nothing asked", () => {
  const { facts, topics, reading } = lookAt(empty);
  expect([...facts.keys()]).toEqual([]);
  expect(topics).toEqual([]);
  expect(topicsOfEdit(reading, [])).toEqual([]);
});

test("of the reference holds what it was made to hold", () => {
  expect(holding(reference, true)).toEqual(
    expect.arrayContaining<FactName>([
      ...([
        "every-need-has-endpoint",
        "every-endpoint-has-table",
        "create-is-idempotent",
        "create-answers-key",
      ] as const),
      ...(["lookup-by-key", "redirect-temporary", "unknown-is-404", "bad-input-is-4xx", "list-is-paginated"] as const),
      ...([
        "table-for-links",
        "key-is-unique",
        "lookup-has-index",
        "idempotency-column-unique",
        "owner-column",
      ] as const),
      ...(["created-at-column", "key-space-enough", "gateway-drawn", "service-drawn", "service-replicated"] as const),
      ...([
        "database-drawn",
        "no-single-service",
        "volume-stated",
        "failure-of-database-said",
        "collision-said",
      ] as const),
    ]),
  );
  expect(holding(reference, false)).toEqual(
    expect.arrayContaining<FactName>(["cache-drawn", "queue-drawn", "expiry-column", "backup-said", "abuse-said"]),
  );
});

test("the example that a room begins with counts for next to nothing", () => {
  const example: Texts = {
    schema: fileOf("examples/schema.sql"),
    api: fileOf("examples/api.yaml"),
    design: fileOf("examples/design.md"),
  };
  expect(holding(example, true)).toEqual(["service-drawn", "database-drawn"]);
});

test("of an average design the faults are found, each with its place and names", () => {
  const { facts } = lookAt(average);
  expect(facts.get("key-space-enough")).toMatchObject({
    holds: false,
    holes: { table: "links", column: "code", number: "916 million", line: "3" },
    place: { document: "schema", version: "1.3", line: 3, endLine: 3, quote: "  code varchar(5) not null," },
  });
  expect(facts.get("lookup-has-index")).toMatchObject({
    holds: false,
    holes: { column: "user_id", endpoint: "GET /links" },
  });
  expect(facts.get("redirect-temporary")).toMatchObject({
    holds: false,
    holes: { number: "301", endpoint: "GET /{code}" },
  });
  for (const name of [
    "create-is-idempotent",
    "key-is-unique",
    "list-is-paginated",
    "bad-input-is-4xx",
    "no-single-service",
    "queue-has-consumer",
  ] as const)
    expect([name, facts.get(name)?.holds]).toEqual([name, false]);
});

test.each([
  ["no-idempotency", "create-is-idempotent"],
  ["accepts-any-url", "bad-input-is-4xx"],
  ["unknown-answers-200", "unknown-is-404"],
  ["codes-too-short", "key-space-enough"],
] as const)("the mutant %s is told by %s", (mutant, fact) => {
  const api = fileOf(`mutants/${mutant}/api.yaml`);
  expect(lookAt({ ...reference, api }).facts.get(fact)?.holds).toBe(false);
  expect(lookAt(reference).facts.get(fact)?.holds).toBe(true);
});

const first = (id: string, chat = ""): string =>
  lookAt(average, chat).topics.find((topic) => topic.id === id)?.wordings[0] ?? "";

test("figures are those that one gets by hand", () => {
  // 62⁵ = 916,132,832; at 100 a second 9,161,328 s = 106.03 days.
  expect(first("key-space:links.code")).toBe(
    "`code varchar(5)` (schema 3) holds 916 million values; at 100 writes a second that is 106 days. Then?",
  );
  // 2³¹ − 1 = 2,147,483,647; at 100 a second 21,474,836 s = 248.55 days.
  expect(first("id-space:links.id")).toContain("counts to 2.1 billion; at 100 writes a second that is 249 days");
  // 28 + 4 + (5 + 1) + (100 + 1) + 8 + 8 = 155 bytes; × 100 × 31,536,000 = 489 GB.
  expect(first("growth:links")).toContain(
    "about 155 bytes, 101 of them `url`, so 100 writes a second make 490 GB a year",
  );
  // 10,000 a second for 0.05 s.
  expect(first("in-flight:auth")).toContain("are 500 requests under way at any moment");
  // users → gw → auth → api → db.
  expect(first("chain:users-db")).toContain("4 calls in a row (design 10), and you allow 50 ms: 12.5 ms each");
  // 100 a second for 730 days = 6.3 billion.
  expect(first("kept:links")).toContain("are 6.3 billion rows in `links`");
});

test("what fails is read from the drawn graph", () => {
  expect(first("what-if:db")).toBe(
    "If `db` (design 11) stops, `POST /links`, `GET /links` and `GET /{code}` all fail: which must still answer?",
  );
  const { topics } = lookAt(reference);
  expect(topics.map(({ id }) => id)).not.toContain("what-if:api");
});

test("documents that disagree are quoted against each other", () => {
  expect(first("rate:reads", "I'd say 1k reads/s")).toBe(
    'At 12:04 you said "1k reads/s"; design 3 says "10,000 redirects a second". Which one holds?',
  );
  expect(first("length:links.code")).toContain('The design says "7 characters" (design 4)');
  expect(first("undrawn:cache")).toContain("the diagram has no cache");
  expect(first("redirect-status:GET /{code}")).toContain("`GET /{code}` answers 301 (api 40), design 4 says 302");
  expect(first("dropped:POST /links.alias")).toContain("`POST /links` takes `alias` (api 17)");
  expect(first("cut:links.url")).toContain(
    "lets 2,000 characters of `url` in (api 9), `links.url` holds 500 (schema 4)",
  );
  expect(first("replica-count:auth")).toContain('says "Three services"');
  expect(first("unending:links")).toContain("Which column of `links`");
  const ids = (texts: Texts) =>
    lookAt(texts)
      .topics.filter(({ source }) => source === "contradiction")
      .map(({ id }) => id);
  expect(ids(reference)).toEqual([]);
});

test("saying the same number in other words contradicts nothing", () => {
  for (const chat of [
    "10k reads a second",
    "not 1k reads a second",
    "is it 1k reads a second?",
    "100 writes/s",
    "36 million redirects an hour",
  ])
    expect(first("rate:reads", chat)).toBe("");
});

test("an average design gives plenty to ask, each in three wordings that keep the form", () => {
  const { topics, reading } = lookAt(average, "1k reads a second");
  expect(topics.filter(({ source }) => source === "challenge").length).toBeGreaterThanOrEqual(12);
  expect(topics.filter(({ source }) => source === "contradiction").length).toBeGreaterThanOrEqual(6);
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
  const changed = changedAll(average);
  const edits = topicsOfEdit(reading, changed);
  expect(edits.length).toBeGreaterThanOrEqual(25);
  expect(new Set(edits.map(({ id }) => id)).size).toBe(edits.length);
  for (const { id, wordings, place } of [...topics, ...edits]) {
    expect(wordings.length).toBeGreaterThanOrEqual(3);
    expect([id, ...wordings.flatMap(faultsOf)]).toEqual([id]);
    expect(place === null || reading.texts[place.document].includes(place.quote)).toBe(true);
  }
  const named = edits.filter(({ wordings }) =>
    wordings.every((wording) => /`[^`]+`|"[^"]+"|\b(?:schema|api|design) \d+/.test(wording)),
  );
  expect(named).toEqual(edits);
});

test("an edit asks about what stands on the changed lines, and of nothing else", () => {
  const reading = readingOf(average);
  const at = (document: "schema" | "api" | "design", ...lines: number[]) =>
    topicsOfEdit(reading, [{ document, version: "1.1", author: "p", lines, removed: 0 }]);
  expect(at("schema", 5).map(({ id }) => id)).toEqual([
    "edit:column:links.user_id:owner",
    "edit:column:links.user_id:nullable",
  ]);
  expect(at("design", 11).every(({ place }) => place?.document === "design" && place.line === 11)).toBe(true);
  expect(at("api", 36).map(({ id }) => id.split(":")[2])).toEqual(["GET /{code}", "GET /{code}", "GET /{code}"]);
  expect(at("design", 2)).toEqual([]);
  expect(at("schema", 999)).toEqual([]);
});

test.each(["No cache.", "We do not use a queue yet.", "We skip caching.", "There is no replica."])(
  "of what is said to be left out nobody asks how it works: %s",
  (design) => {
    const reading = readingOf({ ...empty, design });
    const asked = topicsOfEdit(reading, [{ document: "design", version: "1.1", author: "p", lines: [1], removed: 0 }]);
    expect(asked.map(({ id }) => id.split(":")[2])).toEqual(["without"]);
  },
);

test("a line that only opens a list is asked about by nobody", () => {
  const api = '{\n "endpoints": [\n  {\n   "path": "/shorten",\n   "responses": [\n    201\n   ]\n  }\n ]\n}';
  const schema = '{\n "tables": [\n  {\n   "columns": {\n';
  const reading = readingOf({ ...empty, api, schema });
  const asked = topicsOfEdit(reading, changedAll({ ...empty, api, schema }));
  expect(asked.map(({ place }) => place?.quote.trim())).toEqual(['"path": "/shorten",']);
});

test("a rate that the candidate states nowhere is called assumed, without saying that nobody states it", () => {
  const { topics } = lookAt({ ...average, design: "" });
  const asked = topics.find(({ id }) => id === "key-space:links.code")?.wordings[0];
  expect(asked).toContain("at 100 writes a second (assumed; you state none) that is 106 days");
  expect(first("key-space:links.code")).not.toContain("assumed");
});

test("a cause keeps its id when other text moves it, and goes when it is mended", () => {
  const moved = { ...average, schema: `-- links\n\n${average.schema}`, design: `${average.design}\nMore to come.\n` };
  const ids = (texts: Texts) => lookAt(texts).topics.map(({ id }) => id);
  expect(ids(moved)).toEqual(ids(average));

  const mended: Texts = {
    ...average,
    schema: average.schema
      .replace("varchar(5) not null", "varchar(7) not null unique")
      .replace("url varchar(500)", "url text not null"),
    api: average.api
      .replace("base62: 5", "base62: 7")
      .replace('status: 301\n      responses: { "301"', 'status: 302\n      responses: { "302"'),
  };
  const now = lookAt(mended);
  const told = lookAt(average)
    .topics.filter(({ id }) => !now.topics.some((topic) => topic.id === id))
    .map((topic) => mendOf(topic, now));
  expect(told).toContain("`code` is `varchar(7)` now: 3.5 trillion values.");
  expect(told).toContain("The database itself refuses a second `links.code` now.");
  expect(told).toContain("`GET /{code}` answers 302 now.");
  expect(told).toContain("`links.code` is a key now: one lookup finds its row.");
  const [space] = lookAt(average).topics.filter(({ id }) => id === "key-space:links.code");
  expect(space === undefined ? null : mendOf(space, lookAt(empty))).toBe("");
});
