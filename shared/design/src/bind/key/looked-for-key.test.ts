import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = `create table users (id int primary key);
create table links (code text primary key, url text not null, user_id int not null references users (id), request_key uuid);`;
const stepsOf = (told: string, given = schema) =>
  readDesign(
    {
      schema: given,
      api: "POST /links {url: uri, user_id: int} [Idempotency-Key] -> 201 {code} | 400\nGET /{code} -> 302 | 404\n",
      design: `## POST /links\n\n${told}\n\n## GET /{code}\n\nThe link of the code.\n`,
    },
    capabilities,
  ).operations[0]?.steps;

const key = "$header.idempotency-key";
const looking = (get: object) => [
  {
    transaction: [
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      { if: { [key]: null }, then: [], else: [get, { if: { found: true }, then: [{ return: { status: 201 } }] }] },
      { insert: "links", values: { request_key: key } },
    ],
  },
  { return: { status: 201 } },
];
const look = "select code from links where request_key = $key;\n-- found: answer it";
const add = "insert into links (code, url, user_id, request_key) values ($code, $url, $user, $key);";
const sql = (text: string) => `\`\`\`sql\nbegin;\n${text}\ncommit;\n\`\`\`\n`;

test.each([
  sql(`select pg_advisory_xact_lock(hashtext($key));\n${look}\n${add}`),
  sql(`lock table links in share row exclusive mode;\n${look}\n${add}`),
  sql(`select 1 from users where id = $user for update;\n${look}\n${add}`),
  `${sql(`set transaction isolation level serializable;\n${look}\n${add}`)}\nOn 40001 it is tried again.`,
  "1. BEGIN\n2. SELECT pg_advisory_xact_lock(hashtext($key))\n3. SELECT code FROM links WHERE request_key = $key; found -> answer it\n4. INSERT INTO links",
  "Until the commit an advisory lock on the hash of the key is held. We look whether there is a link with this key, and answer its code.",
  "Der Idempotency-Key wird zuerst gesperrt (Advisory Lock auf den Hash des Schlüssels, bis zum Commit). Dann wird nach einem Link mit diesem Schlüssel gesucht.",
  "En una transacción: bloqueo con un advisory lock sobre la clave, busco un enlace con esta clave y devuelvo su código.",
  "In one transaction the table `links` is locked (`SHARE ROW EXCLUSIVE`), and a link with the same Idempotency-Key is looked for and answered.",
  "```python\nwith transaction.atomic():\n    user = User.objects.select_for_update().get(pk=user_id)\n    link = Link.objects.filter(request_key=key).first()\n    if link is None:\n        link = Link.objects.create(code=draw(), url=url, user=user, request_key=key)\n```",
])("what is locked before a key is looked for keeps two of it apart: %s", (told) => {
  expect(stepsOf(told)).toMatchObject(looking({ get: "links", by: { request_key: key }, lock: "absent" }));
});

test.each([
  ["is taken", sql(`${look}\n${add}`)],
  ["lets others write", sql(`lock table links in row exclusive mode;\n${look}\n${add}`)],
  ["is of a row that is not there yet", sql(`select code from links where request_key = $key for update;\n${add}`)],
  ["is taken first", sql(`${look}\nselect pg_advisory_xact_lock(hashtext($key));\n${add}`)],
  ["is told", "We look whether there is a link with this key, and answer its code."],
  ["stands", "Without a lock on the key we look whether there is a link with this key, and answer its code."],
])("a look by a key is run as it stands where no lock %s", (_what, told) => {
  const [first] = stepsOf(told) ?? [];
  expect([first]).toMatchObject([looking({ get: "links", by: { request_key: key } })[0]]);
  expect(JSON.stringify(first)).not.toContain('"lock"');
});

test("whose key it is, and for how long it is known, is asked as the statement asks it", () => {
  const asked = "where user_id = $user and request_key = $key and made_at > now() - interval '1 day'";
  const kept = schema.replace("request_key uuid", "request_key uuid, made_at timestamptz not null default now()");
  expect(stepsOf(sql(`select code from links ${asked};\n${add}`), kept)).toMatchObject(
    looking({
      get: "links",
      by: { user_id: "$body.user_id", request_key: key, made_at: { gt: { sub: ["$now", "1440m"] } } },
    }),
  );
});

test.each([
  ["is told", "A new code for each request."],
  ["answers", "We look whether there is a link with this key; if there is one, 409."],
  ["is made", "We never look for the key."],
])("nothing is looked for where no look %s", (_what, told) => {
  expect(stepsOf(told)).toMatchObject([{ insert: "links" }, { return: { status: 201 } }]);
});

test("a key that an exclusion constraint keeps apart is kept as a unique one is", () => {
  const kept = schema.replace("request_key uuid", "request_key uuid, exclude using hash (request_key with =)");
  const read = readDesign(
    {
      schema: kept,
      api: "POST /links {url: uri, user_id: int} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n",
      design: "",
    },
    capabilities,
  );
  expect(read.operations[0]?.idempotency).toMatchObject({ column: "links.request_key" });
});

test("a look that keeps nobody out is told of, and one under a lock is not", () => {
  const told = (text: string): string[] =>
    readDesign(
      {
        schema,
        api: "POST /links {url: uri, user_id: int} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n",
        design: `## POST /links\n\n${text}\n`,
      },
      capabilities,
    )
      .findings.filter(({ rule }) => rule === "key-not-kept")
      .map(({ message }) => message);
  expect(told(sql(`${look}\n${add}`))).toEqual([expect.stringContaining("both look before either has written")]);
  expect(told(sql(`select pg_advisory_xact_lock(hashtext($key));\n${look}\n${add}`))).toEqual([]);
});
