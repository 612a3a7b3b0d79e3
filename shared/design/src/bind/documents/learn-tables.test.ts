import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const words = (schema: string): string =>
  readDesign({ schema, api, design }, capabilities)
    .operations.flatMap((operation) => operation.words)
    .join("\n");

test("the only text that has to be there once and that nobody else fills is what one endpoint gives and another asks for", () => {
  const said = words(
    `create table 短链接 (编号 bigserial primary key, 短码 varchar(8) not null unique, 原始网址 text not null);`,
  );
  expect(said).toContain("Reads the row of 短链接 whose 短码 is the path's code");
  expect(said).toContain("Redirects to the row's 原始网址 with 302");
});

test("of two such texts none is taken for it", () => {
  const said = words(
    `create table 短链接 (短码 varchar(8) not null unique, 别名 text not null unique, 原始网址 text not null);`,
  );
  expect(said).not.toContain("whose 短码 is the path's code");
});

test.each([
  ["url_sha varchar(64)", "**code** = base62(id). url_sha is UNIQUE, so the same URL is the same link."],
  ["digest char(64)", "`get_or_create(digest=sha256(url))`. The code is the id in base 62."],
  ["url_fingerprint text", "SELECT url FROM links WHERE id = $1, the id read out of the base62 code"],
  ["huella varchar(64)", "codes are base62(id), nothing else is kept"],
])("a hash that is there once is no code where the id's digits are the code: %s", (column, said) => {
  const schema = `create table links (id bigserial primary key, url text not null, ${column} not null unique);`;
  const [shorten, open] = readDesign({ schema, api, design: `${design}\n\n${said}\n` }, capabilities).operations;
  const name = column.split(" ")[0] ?? "";
  expect(shorten?.steps).toMatchObject([
    { values: { [name]: { hash: "$body.url" } }, onConflict: { [name]: "return-existing" } },
    { return: { body: { code: { encode62: "$row.id" } } } },
  ]);
  expect(open?.steps[0]).toMatchObject({ by: { id: { decode62: "$path.code" } } });
});

test("a hash that is there once is the code where nothing says that the id's digits are", () => {
  const schema =
    "create table links (id bigserial primary key, url text not null, digest varchar(64) not null unique);";
  const [, open] = readDesign({ schema, api, design }, capabilities).operations;
  expect(open?.steps[0]).toMatchObject({ by: { digest: "$path.code" } });
});

test("the only text that may be there twice and has room for it is the URL where whoever opens a code is sent there", () => {
  const schema = `create table linki (nr bigserial primary key, skrot char(7) not null unique, adres text not null, autor text not null);`;
  const sketch = "POST /linki {adres, autor} -> 201 {skrot, adres}\nGET /{skrot} -> 302 Location: adres | 404\n";
  const { operations, findings } = readDesign({ schema, api: sketch, design }, capabilities);
  expect(findings.filter(({ severity }) => severity === "question")).toEqual([]);
  expect(operations[0]).toMatchObject({ capability: "shorten", inputs: { url: { in: "body", name: "adres" } } });
});

const booking = loadPublicProblem(problemsDir, "ticket-booking").capabilities;
const sold = (name: string, made: string) => `create table event (id bigserial primary key);
create table ${name} (id bigserial primary key, event_id bigint not null references event, place text not null, state text not null default 'FREE' check (state in ('FREE','HELD','SOLD')), held_by text, held_until timestamptz);
create table ${made} (id bigserial primary key, ${name}_id bigint not null unique references ${name}, customer text not null, idem_key uuid not null unique);`;

test.each([
  ["ticket", "booking", "confirm"],
  ["ticket", "payment", "pay"],
  ["boleto", "purchase", "purchase"],
])("where the rows of %s are the seats, its id names a seat, and nothing that is held or sold", (name, made, deed) => {
  const sketch = `POST /${name}s/{id}/hold {customer} -> 200 {held_until} | 409
POST /${name}s/{id}/${deed} {customer} [Idempotency-Key] -> 201 {id} | 409
`;
  const { operations, findings } = readDesign({ schema: sold(name, made), api: sketch, design }, booking);
  const confirm = operations.find(({ capability }) => capability === "confirm");
  expect(confirm?.steps[0]).toMatchObject({
    transaction: [
      { update: name, set: { state: "SOLD" }, where: { id: "$path.id", state: "HELD", held_until: { gte: "$now" } } },
      { insert: made },
    ],
  });
  expect(findings.filter(({ severity }) => severity === "question")).toEqual([]);
});

const seat = "create table siege (id serial primary key);";
const paid =
  "create table billet (id serial primary key, siege_id int not null unique references siege, jeton uuid not null unique);";

test.each([
  [
    "the column that tells it apart beside the seat's key",
    "create table occupation (siege_id int primary key references siege, jeton uuid not null unique, etat text not null check (etat in ('RETENUE', 'VENDUE')), expire_a timestamptz);",
    "POST /sieges/{siegeId}/retenue -> 201 {jeton} | 409\nPOST /retenues/{jeton}/confirmation -> 201 {billet_id} | 410\n",
    "jeton",
  ],
  [
    "its table's name alone",
    "create table apartados (id uuid primary key, siege_id int not null references siege, vence_en timestamptz not null);",
    "POST /sieges/{siege}/apartar -> 201 {id} | 409\nPOST /apartados/{apartado}/confirmar -> 201 {billet_id} | 410\n",
    "apartado",
  ],
  [
    "the name of a table of which no list of words has it",
    "create table zurueckgelegt (id uuid primary key, siege_id int not null unique references siege, bis timestamptz not null);",
    "POST /sieges/{siege}/halten -> 201 {id} | 409\nPOST /zurueckgelegt/{zurueckgelegt}/kaufen -> 201 {billet_id} | 410\n",
    "zurueckgelegt",
  ],
  [
    "a token of its own beside its key",
    "create table reserva (id serial primary key, siege_id int not null references siege, ficha uuid not null unique, vence_en timestamptz not null);",
    "POST /sieges/{siege}/reservar -> 201 {ficha} | 409\nPOST /reservas/{ficha}/confirmar -> 201 {billet_id} | 410\n",
    "ficha",
  ],
])("a hold is named by %s", (_, hold, sketch, name) => {
  const schema = [seat, hold, paid].join("\n");
  const { operations } = readDesign({ schema, api: sketch, design }, booking);
  const confirm = operations.find(({ capability }) => capability === "confirm");
  expect(confirm?.inputs["hold"]).toMatchObject({ in: "path", name });
});
