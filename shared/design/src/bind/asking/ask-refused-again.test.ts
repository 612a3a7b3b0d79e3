import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null, idempotency_key uuid unique);";
const api = "POST /links {url: uri} (Idempotency-Key: uuid) -> 201 {code} | 409\nGET /{code} -> 302 | 404\n";
const asked = (design: string) =>
  readDesign({ schema, api, design }, capabilities).findings.filter(({ message }) => message.includes("under its key"));

test.each([
  "POST: one INSERT. If the key is there already the unique constraint fails and the client gets 500.",
  "We look for the Idempotency-Key first: found -> 409.",
  "A repeated request is rejected by its key.",
])("a shortener that refuses what comes again is asked whether it does: %s", (design) => {
  const [question] = asked(design);
  expect(question).toMatchObject({ rule: "which-way", stopsRun: true });
  expect(question?.fixes?.[0]?.edits[0]?.insert).toContain("idempotency_key: $header.idempotency-key");
});

test.each([
  "Random base62, primary key refuses duplicates, try again.",
  "The same key again gives the same code.",
  "A code that is there already fails on its key: 409.",
  "A request that comes again carries its key: `INSERT … ON CONFLICT (idempotency_key) DO NOTHING RETURNING code`, and its row is read.",
])("nothing is asked where it is not told that a repeat is refused: %s", (design) => {
  expect(asked(design)).toEqual([]);
});

const ownKey = (design: string) =>
  readDesign(
    {
      schema: "create table links (code text primary key, url text not null, anfrage_id uuid not null unique);",
      api: "POST /links {url: uri, anfrageId: uuid} -> 201 {code} | 409\nGET /{code} -> 302 | 404\n",
      design,
    },
    capabilities,
  ).findings.filter(({ message }) => message.includes("under its key"));

test("a key is known by the name of its own field, in whatever spelling, and is quoted by it", () => {
  expect(ownKey("Ist die anfrageId schon vorhanden, antworten wir mit 409.")[0]?.message).toContain(
    "die anfrageId schon",
  );
  expect(ownKey("If anfrage_id exists already: 409.")).toHaveLength(1);
  expect(ownKey("Ist die anfrageId schon mit einem anderen Ziel vorhanden: 409.")).toEqual([]);
  expect(ownKey("Ist die anfrageIdentität schon vorhanden: 409.")).toEqual([]);
});
