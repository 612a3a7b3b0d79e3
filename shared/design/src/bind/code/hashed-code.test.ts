import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code varchar(8) primary key, url text not null, idempotency_key text unique);";
const api = "POST /links {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n";
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const step = (said: string, own = schema) =>
  readDesign({ schema: own, api, design: `${chart}\n${said}\n` }, capabilities).operations[0]?.steps[0];

test("a code that is said to be a hash of its URL is that, as long as it is said and fits", () => {
  expect(step("The short code is the first 6 hex digits of the hash of the long URL.")).toMatchObject({
    values: { code: { hash: "$body.url", first: 6 } },
    onConflict: { code: "return-existing" },
  });
  expect(step("Codes are the SHA-256 of the URL, the first 12 characters.")).toMatchObject({
    values: { code: { hash: "$body.url", first: 8 } },
  });
});

test("where nothing is done about a taken code, nothing is", () => {
  const commented = schema.replace("primary key,", "primary key, -- first 4 hex digits of md5(url), no retries\n ");
  const found = step("", commented);
  expect(found).toMatchObject({ values: { code: { hash: "$body.url", first: 4 } } });
  expect(found).not.toHaveProperty("onConflict");
});

test("a hash that is salted and taken again is drawn as any other code", () => {
  expect(step("The code is a hash of the URL; on a collision a salt is appended.")).toMatchObject({
    values: { code: { base62: 7 } },
    onConflict: { code: { regenerate: 3 } },
  });
});

test("a hash that is kept of the URL is all of it, and what is sent again finds it, where the code is the id in digits", () => {
  const counted = `create table links (id bigserial primary key, user_id bigint not null, url text not null,
  url_hash char(64) not null, -- hash('sha256', $url)
  unique (user_id, url_hash));`;
  const found = step("The code is base62 of the id. The same person and the same URL: the same link.", counted);
  expect(found).toMatchObject({
    values: { url_hash: { hash: "$body.url" } },
    onConflict: { url_hash: "return-existing" },
  });
});

test("columns of any name are a code and its URL by what the design sets them to", () => {
  const own = "create table links (kurz text primary key, long text not null, idempotency_key text unique);";
  const sketch = "POST /links {long: uri} [Idempotency-Key] -> 201 {kurz}\nGET /{kurz} -> 302 | 404\n";
  const design = `${chart}\nkurz = sha256(long)[:5]; a collision is an error.\n`;
  const [shorten] = readDesign({ schema: own, api: sketch, design }, capabilities).operations;
  expect(shorten?.steps[0]).toMatchObject({ values: { kurz: { hash: "$body.long", first: 5 } } });
  expect(shorten?.steps[0]).not.toHaveProperty("onConflict");
});

test.each([
  "code = crc32(url) in 7 digits. Who retries, always receives the same code.",
  "The code is the first 7 characters of md5(url), so a retry finds the existing code.",
  "code := hex(sha256(url))[:7]; a client that tries again gets an identical code",
])(
  "a repeat that gets the same code draws none again, and a taken one is written anew where it is told: %s",
  (said) => {
    const insert = "insert into links (code, url) values ($1, $2) on conflict (code) do update set url = excluded.url;";
    expect(step(said)).toMatchObject({
      values: { code: { hash: "$body.url", first: 7 } },
      onConflict: { code: "return-existing" },
    });
    expect(step(`${said}\n\n\`\`\`sql\n${insert}\n\`\`\``)).toMatchObject({
      values: { code: { hash: "$body.url", first: 7 } },
      onConflict: { code: { overwrite: ["url"] } },
    });
  },
);
