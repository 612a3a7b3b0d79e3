import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(loadReader);

const api =
  "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\nGET /links/{code}/stats -> 200 {code, clicks}";
const schema = `create table links (id bigint generated always as identity primary key, code varchar(7) not null unique, url text not null, hits int not null default 0);
create table clicks (id bigint generated always as identity primary key, code varchar(7) not null references links(code), at timestamptz not null default now());
create index on clicks (code);`;
const drawn = `\`\`\`mermaid
flowchart LR
  browser --> api[API x2]
  api --> db[(Postgres)]
  api -.-> q[[Kafka]]
  q --> w[Click worker]
  w --> db
\`\`\``;

function read(words: string, more: { schema?: string; drawn?: string } = {}) {
  const texts = { schema: more.schema ?? schema, api, design: `${more.drawn ?? drawn}\n\n${words}\n` };
  const { operations, consumers, findings } = readDesign(texts, {});
  const steps = operations.find(({ path }) => path === "/{code}")?.steps ?? [];
  return {
    published: steps.find((step) => "publish" in step),
    does: consumers?.[0]?.steps,
    rules: findings.map(({ rule }) => rule),
  };
}

const row = { insert: "clicks", values: { code: "$message.code" } };
const count = { increment: "links.hits", where: { code: "$message.code" } };

test("a worker of which a row and a count are told does both, however they are told", () => {
  for (const words of [
    "The click worker inserts a row in `clicks` and does `UPDATE links SET hits = hits + 1 WHERE code = $1`.",
    "Each redirect is published. The worker increments `links.hits` and inserts a row into `clicks`.",
    "The consumer adds a row to clicks. It also adds one to `hits` of the link.",
    "## Click worker\n\n```sql\nINSERT INTO clicks (code) VALUES ($1);\nUPDATE links SET hits = hits + 1 WHERE code = $1;\n```",
    "For each message the worker runs:\n\n```sql\ninsert into clicks (code) values (:code);\nupdate links l set hits = l.hits + 1 where l.code = :code;\n```",
    "- **Click worker**: `INSERT INTO clicks (code) VALUES (?)`, `UPDATE links SET hits = hits + 1 WHERE code = ?`.",
    "Der Click worker schreibt eine Zeile in `clicks` und erhöht `hits` um 1 (`hits = hits + 1`).",
    "| part | does |\n|---|---|\n| Click worker | `INSERT INTO clicks (code) VALUES ($1)` and `UPDATE links SET hits = hits + 1 WHERE code = $1` |",
  ]) {
    const { published, does, rules } = read(words);
    expect(does, words).toEqual([row, count]);
    expect(published, words).toMatchObject({ to: "q", message: { code: "$path.code" } });
    for (const rule of ["count-not-run", "statement-not-run", "queue-unused", "worker-unsaid"])
      expect(rules, words).not.toContain(rule);
  }
});

test("what an arrow from the worker to the database says is done, in a sequence and in a flowchart", () => {
  const sequence = (arrow: string) => `\`\`\`mermaid
sequenceDiagram
  participant A as API
  participant D as Postgres
  participant Q as Kafka
  participant W as Click consumer
  A->>D: SELECT url
  A--)Q: click
  Q--)W: click
  ${arrow}
\`\`\``;
  expect(read("", { drawn: sequence("W->>D: INSERT INTO clicks") }).does).toEqual([row]);
  expect(read("", { drawn: sequence("W->>D: insert click\n  W->>+D: UPDATE links SET hits = hits + 1") }).does).toEqual(
    [row, count],
  );
  expect(
    read("", {
      drawn: sequence("Note over W,D: INSERT INTO clicks").replace("Q--)W: click", "Q--)W: click\n  W->>D: batch"),
    }).does,
  ).toEqual([row]);
  expect(read("", { drawn: drawn.replace("w --> db", 'w -->|"INSERT INTO clicks"| db') }).does).toEqual([row]);
  expect(read("", { drawn: sequence("D-->>W: INSERT INTO clicks") }).does).toEqual([]);
  const beside = `${drawn}\n\n\`\`\`mermaid\nsequenceDiagram\n  participant K as Kafka\n  participant CW as Click worker\n  CW->>K: poll\n  CW->>K: hits + 1\n\`\`\``;
  expect(read("", { drawn: beside }).does).toEqual([count]);
});

test("a count alone is counted, by the column that its statement asks for", () => {
  expect(read("The worker does `UPDATE links SET hits = hits + 1 WHERE id = $1`.")).toMatchObject({
    published: { publish: "q", message: { id: "$links.id" } },
    does: [{ increment: "links.hits", where: { id: "$message.id" } }],
  });
  const beside = `${schema}\ncreate table stats (code varchar(7) primary key references links(code), opened bigint not null default 0);`;
  expect(
    read("The consumer runs `UPDATE stats SET opened = opened + 1 WHERE code = $1`.", { schema: beside }).does,
  ).toEqual([{ increment: "stats.opened", where: { code: "$message.code" } }]);
});

test("several writes are one where it is said, and a repeated message adds nothing where the statement says so", () => {
  expect(read("In one transaction the worker inserts a row into clicks and increments `hits`.").does).toEqual([
    { transaction: [row, count] },
  ]);
  const events = schema.replace("at timestamptz", "event uuid not null unique, at timestamptz");
  expect(
    read("The worker runs `INSERT INTO clicks (code, event) VALUES ($1, $2) ON CONFLICT (event) DO NOTHING`.", {
      schema: events,
    }),
  ).toMatchObject({
    published: { message: { code: "$path.code", event: { uuid: true } } },
    does: [{ insert: "clicks", onConflict: { event: "ignore" } }],
  });
});

test("what is denied, put off, read and written back, or nobody's is not done", () => {
  for (const words of [
    "The worker never does `UPDATE links SET hits = hits + 1 WHERE code = $1`.",
    "Later we would let the worker run `UPDATE links SET hits = hits + 1 WHERE code = $1`.",
    "The worker reads `hits`, adds one and writes it back.",
    "The worker does `UPDATE links SET hits = hits + 1 WHERE code = $1 AND url = $2`.",
    "`UPDATE links SET hits = hits + 1 WHERE code = $1` would be too slow.",
  ])
    expect(read(words), words).toMatchObject({ does: [], published: undefined });
});
