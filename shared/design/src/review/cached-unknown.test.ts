import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null);\n";
const chosen = "POST /links {url: uri, alias?: string} -> 201 {code} | 409\nGET /{code} -> 302 | 404\n";
const told = (design: string, api = chosen) =>
  readDesign({ schema, api, design }, capabilities).findings.find(({ rule }) => rule === "unknown-cached")?.line;

test.each([
  "Codes that are not found are cached as unknown for an hour.",
  "A miss is kept in Redis for ten minutes, so that nobody can hammer the database.",
  "Unbekannte Kürzel werden in Redis für eine Stunde gemerkt.",
  "404s are cached by the CDN; a new link does not purge them.",
])("what is kept of unknown codes outlives the making of one that is chosen: %s", (sentence) => {
  expect(told(`# Links\n\n${sentence}\n`)).toBe(3);
});

test.each([
  "Unknown codes are not cached.",
  "Codes that are not found are cached as unknown for an hour; making a link deletes that entry.",
  "A code that is not found in the cache is read from the database.",
  'Only hits are cached, never "not found", so a code that is tried before it exists is not blocked.',
  "Cached is what is there, never a code that is unknown.",
  "On a miss of the cache the row is read and put into Redis for an hour.",
])("what is not kept, or let go in time, is no harm: %s", (sentence) => {
  expect(told(sentence)).toBeUndefined();
});

test("a code that is drawn was asked for by nobody", () => {
  const drawn = chosen.replace(", alias?: string", "");
  expect(told("Codes that are not found are cached as unknown for an hour.", drawn)).toBeUndefined();
});
