import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "url-shortener").capabilities);
const open = "\nGET /{code} -> 302 | 404\n";
const shortening = (columns: string, line: string): string =>
  way(`create table links (code text primary key, ${columns});`, line + open, "shorten").words;

test("a URL that is there once is answered with the link that it has", () => {
  expect(shortening("url text not null unique", "POST /links {url: uri} -> 201 {code}")).toContain(
    "a taken url answers its row",
  );
});

test("a hash that stands for the URL is made of it, and is what is there once", () => {
  const words = shortening(
    "url text not null, url_hash char(64) not null unique",
    "POST /links {url: uri} -> 200 {code}",
  );
  expect(words).toContain("url_hash = the hash of the body's url");
  expect(words).toContain("a taken url_hash answers its row");
});

test("a hash is the URL's though the URL's own column is called otherwise than what is sent", () => {
  const words = shortening(
    "ziel_url text not null, url_hash bytea not null, ersteller text not null, unique (ersteller, url_hash)",
    "POST /kurzlinks {url: uri} [X-Benutzer] -> 201 {code}",
  );
  expect(words).toContain("url_hash = the hash of the body's url");
  expect(words).toContain("a taken url_hash answers its row");
});

test("a link put under an id of the client's own is there once", () => {
  const words = shortening("id uuid not null unique, url text not null", "PUT /links/{id} {url: uri} -> 200 {code}");
  expect(words).toContain("Keeps the path's id in links.id: the same key again answers the same row and adds nothing");
});

test("a declared refusal of what is there already is what happens, unless the documents tell of repeats", () => {
  const line = "POST /links {url: uri} -> 201 {code} | 409";
  expect(shortening("url text not null unique", line)).not.toContain("answers its row");
  expect(shortening("url text not null unique", `${line}\n  a repeated url gets the same link`)).toContain(
    "a taken url answers its row",
  );
});

test("what is made up, or chosen at will, is no key of a repeat", () => {
  const line = "POST /links {url: uri, code?: string} -> 201 {code}";
  expect(shortening("url text not null", line)).not.toContain("answers its row");
});

test.each([
  "url text not null, url_hash bytea generated always as (sha256(url::bytea)) stored unique",
  "url text not null);\ncreate unique index on links (md5(url)",
])("a hash that the database makes of a URL keeps one row of each: %s", (columns) => {
  expect(shortening(columns, "POST /links {url: uri} -> 201 {code}")).toContain("a taken url answers its row");
});

test.each([
  ["char(32)", "url_md5", "the first 32 characters of the hash of the body's url"],
  ["char(40)", "url_sha1", "the first 40 characters of the hash of the body's url"],
  ["text", "url_sha", "the hash of the body's url"],
  ["uuid", "url_hash", "the first 32 characters of the hash of the body's url"],
])("a hash is as long as its column has room for: %s", (type, name, value) => {
  const words = shortening(
    `url text not null, ${name} ${type} not null unique`,
    "POST /links {url: uri} -> 201 {code}",
  );
  expect(words).toContain(`${name} = ${value}`);
  expect(words).toContain(`a taken ${name} answers its row`);
});

test("a hash that a row may be without is the URL's where it is unique and called so, and nothing's else", () => {
  const line = "POST /links {url: uri} -> 201 {code}";
  expect(shortening("url text, url_sha char(64) unique", line)).toContain("a taken url_sha answers its row");
  expect(shortening("url text, url_sha char(64)", line)).not.toContain("url_sha =");
  expect(shortening("url text, key_hash char(64) unique", line)).not.toContain("key_hash =");
});
