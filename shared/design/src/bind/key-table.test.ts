import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const api = "POST /urls {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n";
const urls = "create table urls (id bigserial primary key, code text not null unique, url text not null);";
const keys = (columns: string) =>
  `${urls}\ncreate table idempotency_keys (${columns});\ncreate index on idempotency_keys (url_id);`;
const shorten = (schema: string) => readDesign({ schema, api, design }, capabilities).operations[0];

test("a key in a table of keys is written with the row that it made, where one is sent", () => {
  const operation = shorten(
    keys("key uuid primary key, url_id bigint not null references urls (id), seen_at timestamptz not null"),
  );
  expect(operation?.idempotency).toEqual({ header: "Idempotency-Key", column: "idempotency_keys.key" });
  expect(operation?.steps).toEqual([
    {
      transaction: [
        {
          insert: "urls",
          values: { url: "$body.url", code: { base62: 7 } },
          onConflict: { code: { regenerate: 3 } },
        },
        {
          if: { "$header.idempotency-key": null },
          // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
          then: [],
          else: [{ insert: "idempotency_keys", values: { url_id: "$urls.id", seen_at: "$now" } }],
        },
      ],
    },
    { return: { status: 201, body: { code: "$urls.code" } } },
  ]);
});

test.each([
  ["that nothing keeps unique", "key uuid, url_id bigint not null references urls (id), primary key (key, url_id)"],
  ["that points at no row", "key uuid primary key, url_id bigint"],
  ["with a column that nobody fills", "key uuid primary key, url_id bigint references urls (id), region text not null"],
])("a key %s is not kept", (_what, columns) => {
  expect(shorten(keys(columns))?.idempotency).toBeUndefined();
});

test("a table of keys that asks for a hash of the request is given one, where it has room for it", () => {
  const columns = (type: string) =>
    `key uuid primary key, url_id bigint references urls (id), request_hash ${type} not null`;
  const kept = shorten(keys(columns("char(64)")));
  expect(kept?.idempotency?.column).toBe("idempotency_keys.key");
  expect(kept?.words.join("\n")).toContain("request_hash = the hash of the body");
  expect(shorten(keys(columns("char(32)")))?.idempotency).toBeUndefined();
});
