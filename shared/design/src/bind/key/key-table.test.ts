import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const api = "POST /urls {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n";
const urls = "create table urls (id bigserial primary key, code text not null unique, url text not null);";
const keys = (columns: string) => `${urls}\ncreate table idempotency_keys (${columns});\n`;
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
  ["that points at no row", "key uuid primary key, attempts bigint"],
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

const beside = (columns: string) => shorten(`${urls}\ncreate table ${columns};`);

test.each([
  ["the row's own id", "processed_requests (request_id uuid primary key, url_id bigint not null)", "urls row's id"],
  ["what was made", "processed_requests (request_id uuid primary key, result_id bigint not null)", "urls row's id"],
  ["the code", "request_token (pk uuid primary key, code text not null)", "urls row's code"],
  ["another name of the code", "idempotency (key text primary key, slug text not null)", "urls row's code"],
  ["a text of any row", "dedup_keys (key text primary key, resource_id text not null)", "urls row's id"],
])("without a foreign key a name says that %s is kept beside the key", (_what, columns, row) => {
  const kept = beside(columns);
  expect(kept?.idempotency?.column).toMatch(/\.(?:request_id|pk|key)$/);
  expect(kept?.words.join("\n")).toContain(row);
  expect(kept?.because?.steps.join()).toContain("as its name says");
});

test("a table of keys that keeps what was answered is given that, with what else it asks for", () => {
  const columns =
    "key text primary key, method text not null, path text not null, status_code int not null, response_body jsonb";
  const kept = beside(`idempotency_keys (${columns})`);
  expect(kept?.idempotency).toEqual({
    header: "Idempotency-Key",
    column: "idempotency_keys.key",
    answer: "response_body",
  });
  expect(kept?.words.join("\n")).toContain('method = "POST", path = "POST /urls", status_code = 201');
  expect(kept?.words.join("\n")).toContain("response_body = a document of code");
});

test("a hash of the request that stands in the row itself is written there, and another request is refused as declared", () => {
  const columns = (hash: string) =>
    `create table urls (code text primary key, url text not null, idempotency_key text unique, ${hash} text);`;
  expect(shorten(columns("request_hash"))?.idempotency).toMatchObject({ hash: "request_hash", else: 422 });
  expect(shorten(columns("url_hash"))?.idempotency).not.toHaveProperty("hash");
  const declared = api.replace("201 {code}", "201 {code} | 409");
  const text = { schema: columns("request_hash"), api: declared, design };
  expect(readDesign(text, capabilities).operations[0]?.idempotency).toMatchObject({ else: 409 });
});

test("what a table of keys holds beside them is asked where no name says it, the code before the answer", () => {
  const schema = `${urls}\ncreate table dedup (k text primary key, v text not null);`;
  const { findings } = readDesign({ schema, api, design }, capabilities);
  const asked = findings.find(({ rule }) => rule === "key-not-kept");
  expect(asked).toMatchObject({ severity: "question", stopsRun: true });
  expect(asked?.fixes?.map(({ label }) => label)).toEqual([
    "v holds urls.code",
    "v holds urls.id",
    "v holds what was answered",
  ]);
});

test.each([
  ["cle", "empreinte", "Cle-Idempotence"],
  ["clave", "huella", "Clave-Idempotencia"],
  ["chave", "hash", "Chave-Idempotencia"],
])("a table of requests whose %s and %s have names of another language keeps the key of %s", (key, hash, header) => {
  const own = `create table lien (code varchar(7) primary key, url text not null, user_id text not null);
create table demande (user_id text not null, ${key} varchar(100) not null, ${hash} bytea not null,
  code varchar(7) references lien (code), primary key (user_id, ${key}));`;
  const sketch = `POST /liens\n- En-tête \`${header}\`\n- Corps : \`{ "url": "https://…" }\`\n\nRéponses\n- \`201\` : \`{ "code": "aZ81kQp" }\`\n\nGET /{code}\n- 302\n- 404\n`;
  const [made] = readDesign({ schema: own, api: sketch, design }, capabilities).operations;
  expect(made).toMatchObject({
    capability: "shorten",
    idempotency: { header, column: `demande.${key}`, within: { user_id: "$user" }, hash },
    inputs: { url: { in: "body", name: "url" } },
  });
});

test("what people are known by is no table of keys, whatever its column is called", () => {
  const operation = shorten(
    `create table utilizadores (id int primary key, nome text not null, chave text not null unique);
     create table links (code text primary key, url text not null, utilizador_id int not null references utilizadores);`,
  );
  expect(operation?.idempotency).toBeUndefined();
  expect(JSON.stringify(operation?.steps)).not.toContain('"insert":"utilizadores"');
  expect(operation?.steps[0]).toMatchObject({ values: { utilizador_id: "$user" } });
});

test.each([
  ["url text not null", { url: "$urls.url" }],
  ["request_uri text not null", { request_uri: "POST /urls" }],
])(
  "an address beside a key is the row's where the row keeps one of that name, else the endpoint's: %s",
  (column, kept) => {
    const steps = shorten(keys(`key uuid primary key, code text references urls (code), ${column}`))?.steps;
    expect(JSON.stringify(steps)).toContain(`"values":${JSON.stringify({ code: "$urls.code", ...kept })}`);
  },
);
