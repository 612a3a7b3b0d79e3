import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const schema = "create table links (code text primary key, url text not null, owner text not null);";
const api =
  "POST /links [X-Owner] {url: uri} -> 200 {code, url}\nGET /links [X-Owner] -> 200 [{code, url}]\nGET /{code} -> 302 | 404\n";
const reads = (code: string) =>
  readDesign({ schema, api, design: `${chart}\n\`\`\`\n${code}\n\`\`\`\n` }, capabilities);
const stepsFor = (code: string) => reads(code).operations[0]?.steps;

test.each([
  "const code = base62(sha256(`${owner}\\n${url}\\n${n}`)).slice(0, 8)\nif (row.url === url && row.owner === owner) return code",
  'code = hashlib.sha256(f"{owner}|{url}|{attempt}".encode()).hexdigest()[:8]\nif row["url"] != url: continue',
  "code := hex(sha256.Sum256([]byte(owner + url + strconv.Itoa(i))))[:8]\nif row.URL == url { return code }",
  "String code = sha256Hex(owner + url + i).substring(0, 8);\nif (found.getUrl().equals(url)) return found;",
  'for n in range(9):\n  salt = f"#{n}"\n  code = sha256(url + owner + salt)[:8]\n  link, made = Link.objects.get_or_create(code=code)\n  if link.url == url: return link',
  "code = base62(sha256(url + owner + n))[0..8]\nif same url -> 200 code, else next n",
])("a code of what is sent and of the try is looked at before the next is made: %s", (code) => {
  const of = { url: "$body.url", owner: "$header.x-owner" };
  const [first, whose] = stepsFor(code) ?? [];
  expect(first).toMatchObject({
    values: { code: { hash: { json: { ...of, try: 0 } }, first: 8 } },
    onConflict: { code: "return-existing" },
  });
  expect(whose).toMatchObject({
    if: of,
    else: [{ insert: "links", values: { code: { hash: { json: { ...of, try: 1 } } } } }, { if: of }],
  });
  expect(whose).toHaveProperty(["then", 0, "return", "status"], 200);
});

test.each([
  ["nobody looks whose it is", "code = sha256(owner + url + n)[:8]; if it is taken try the next n"],
  ["a salt is drawn", "code = sha256(owner + url + salt)[:8]\nif row.url == url: return code"],
  ["it is no hash of the URL", "code = sha256(seed + n)[:8]\nif row.url == url: return code"],
])("it is drawn as any other where %s", (_why, code) => {
  expect(stepsFor(code)?.[0]).toMatchObject({
    values: { code: { base62: 7 } },
    onConflict: { code: { regenerate: 3 } },
  });
});

const keyed = (answers: string, code: string) => {
  const schema =
    "create table links (code text primary key, url text not null, client_id text not null, request_id text not null);";
  const api = `POST /links (Client-Id, Request-Id) {url: uri} -> 201 {code} | ${answers}\nGET /{code} -> 302 | 404\n`;
  return readDesign({ schema, api, design: `${chart}\n\`\`\`\n${code}\n\`\`\`\n` }, capabilities);
};
const ofRequest = `code = hex(sha256(client_id + request_id + attempt))[:8]
insert into links (code, url, client_id, request_id) values ($1, $2, $3, $4) on conflict (code) do nothing
select url, client_id, request_id from links where code = $1
if both are mine: done, else the next attempt`;

test("a code of a request's key and of the try is its own row's, too, and another URL under the key is refused as it is declared", () => {
  const of = { client_id: "$header.client-id", request_id: "$header.request-id" };
  const made = { values: { code: { hash: { json: { ...of, try: 0 } }, first: 8 } } };
  const { operations, findings } = keyed("400 | 422", ofRequest);
  expect(operations[0]?.steps[0]).toMatchObject({ ...made, onConflict: { code: "return-existing" } });
  expect(operations[0]?.steps[1]).toHaveProperty("if", of);
  expect(operations[0]?.steps[1]).toHaveProperty("then.0.if", { url: "$body.url" });
  expect(operations[0]?.steps[1]).toHaveProperty("then.0.else", [{ return: { status: 422 } }]);
  expect(findings.map(({ rule }) => rule)).not.toContain("key-not-kept");
  const [open] = keyed("400", ofRequest).operations;
  expect(open?.steps[0]).toMatchObject(made);
  expect(open?.steps[1]).toHaveProperty("then.0.return.status", 201);
});

test("nobody's key is a code that no key is part of", () => {
  const [shorten] = keyed("422", ofRequest.replaceAll("request_id + ", "")).operations;
  expect(JSON.stringify(shorten?.steps)).not.toContain('"try"');
});

test("what comes again finds its own row by such a code, and nobody else's", () => {
  const code = "code = sha256(owner + url + n)[:8]\nif row.url == url and row.owner == owner: return code";
  const rules = reads(code).findings.map(({ rule }) => rule);
  expect(rules).not.toContain("no-idempotency");
  expect(rules).not.toContain("others-row");
});

test("what is written beside a row in one transaction is written beside the row that was there, too", () => {
  const tables = `create table links (code varchar(7) primary key, url text not null);
create table user_links (user_id int not null, code varchar(7) not null references links, primary key (user_id, code));`;
  const code = `code = base62(sha256(f"{n}|{url}"))
insert into links (code, url) values (:code, :url) on conflict (code) do nothing
select url from links where code = :code
if it equals our url: break
n += 1
insert into user_links (user_id, code) values (:user, :code) on conflict do nothing`;
  const text = { schema: tables, api, design: `${chart}\n\`\`\`\n${code}\n\`\`\`\n` };
  const [operation] = readDesign(text, capabilities).operations;
  expect(operation?.steps[0]).toMatchObject({
    transaction: [
      { values: { code: { hash: { json: { url: "$body.url", try: 0 } }, first: 7 } } },
      { if: { url: "$body.url" }, else: [{ insert: "links" }, {}] },
    ],
  });
  for (const path of ["transaction.1.then.0", "transaction.1.else.1.then.0"]) {
    expect(operation?.steps[0]).toHaveProperty(`${path}.insert`, "user_links");
    expect(operation?.steps[0]).toHaveProperty(`${path}.values.code`, "$links.code");
  }
  expect(operation?.steps[1]).toMatchObject({ return: { body: { code: "$links.code" } } });
});
