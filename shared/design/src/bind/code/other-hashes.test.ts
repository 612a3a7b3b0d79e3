import { expect, test } from "vitest";
import { madeCode } from "./made-code.ts";

test.each([
  "If it grew tenfold I'd partition `link` by hash of code.",
  "Links are sharded by a hash of their code.",
  "Ab 1 TB würde ich link nach Hash des Codes partitionieren: urls bleiben, wo sie sind, und code ist der Schlüssel.",
  "Link rows go to one of 16 hash partitions by code.",
  "We could use consistent hashing over codes to spread links.",
  "Visits of a link are counted in a Redis hash by code.",
  "The hot links sit in a hash map of code to url.",
  "SELECT short_code FROM url_map WHERE url_md5 = md5(:url) AND long_url = :url;",
  "UPDATE links SET seen = now() WHERE md5(url) = :h AND code = :code;",
])("a hash that no code is made of says nothing of how one is made: %s", (sentence) => {
  expect(madeCode({}, [sentence])).toBeNull();
});

test.each([
  ["Code: first 7 characters of md5(url), which makes sharding by code easy.", 7],
  ["The code is the first 6 hex digits of the sha256 of the URL; links are partitioned by hash of code.", 6],
  ["The short code is left(md5(url), 8), looked up with `SELECT url FROM links WHERE code = $1`.", 8],
])("and one that it is made of does beside it: %s", (sentence, first) => {
  expect(madeCode({}, [sentence])).toEqual({ by: "hash", first, whenTaken: "is-the-answer" });
});
