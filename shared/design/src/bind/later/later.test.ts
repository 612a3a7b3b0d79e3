import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(loadReader);

const schema = `create table links (code text primary key, url text not null, visits int not null default 0);
create table clicks (id bigint generated always as identity primary key, code text not null, agent text, at timestamptz not null default now());
create table reports (id uuid primary key, code text not null, reason text not null, state text not null default 'new');`;

const draw = (lines: string) => `\`\`\`mermaid
flowchart LR
  client --> gw[API gateway] --> api[API x3]
${lines}
\`\`\``;
const both = "  api --> db[(Postgres)]\n  api -.-> clicks[[clicks topic]] -.-> w[clicks consumer x2] --> db";

function read(api: string, lines = both, more: { schema?: string } = {}) {
  const texts = { schema: more.schema ?? schema, api, design: draw(lines) };
  const model = readDesign(texts, {});
  const about = ["not-later", "at-once-or-later", "worker-unsaid", "queue-unused", "reference", "x-workers"];
  const told = model.findings.filter(({ rule }) => about.includes(rule));
  const verbs = model.operations.map(({ steps }) => Object.keys(steps[0] ?? {})[0]);
  return { ...model, texts, told, rules: told.map(({ rule }) => rule), verbs };
}

test("a write that is answered 202 is published, and the worker behind the queue does it", () => {
  const { operations, consumers, rules } = read("POST /links/{code}/clicks {agent?: string} -> 202");
  expect(operations[0]?.steps).toEqual([
    { publish: "clicks", to: "clicks", message: { code: "$path.code", agent: "$body.agent" } },
    { return: { status: 202 } },
  ]);
  expect(operations[0]?.words.at(-1)).toBe(
    "Later, w: Adds a row to clicks with code = the message's code, agent = the message's agent.",
  );
  expect(operations[0]?.because?.steps).toEqual(["it answers 202, and api -> clicks -> w -> db"]);
  expect(consumers?.[0]?.steps).toEqual([
    { insert: "clicks", values: { code: "$message.code", agent: "$message.agent" } },
  ]);
  expect(rules).toEqual([]);
});

test("where the only way to the database leads through the queue, the write goes that way", () => {
  const only = "  api -.-> q[[Job queue]] --> w[Writer worker] --> db[(Postgres)]";
  expect(read("POST /clicks {code: string} -> 204", only).verbs).toEqual(["publish"]);
  const { consumers, verbs } = read("PATCH /links/{code} {url: uri} -> 200", only);
  expect(verbs).toEqual(["publish"]);
  expect(consumers?.[0]?.steps).toEqual([
    { update: "links", set: { url: "$message.url" }, where: { code: "$message.code" } },
  ]);
});

test("what needs the row for its answer is written at once, which is said where 202 promises otherwise", () => {
  expect(read("POST /clicks {code: string} -> 201 {id, code}").verbs).toEqual(["insert"]);
  const promised = read("POST /clicks {code: string} -> 202 {id}");
  expect(promised).toMatchObject({ verbs: ["insert"], rules: ["not-later"] });
  expect(promised.told[0]).toMatchObject({ document: "api", line: 1, severity: "warning" });
  expect(read("POST /clicks {code: string} -> 202 {status: string}").verbs).toEqual(["publish"]);
});

test("a queue that is only called like the thing is asked about, and either answer is one click", () => {
  const { told, verbs, texts } = read("POST /clicks {code: string} -> 204");
  expect(verbs).toEqual(["insert"]);
  expect(told).toMatchObject([{ rule: "at-once-or-later", severity: "question" }]);
  expect(told[0]?.stopsRun).toBeUndefined();
  const taking = (n: number) => {
    const edit = told[0]?.fixes?.[n]?.edits[0];
    return read(texts.api.slice(0, edit?.from) + (edit?.insert ?? "") + texts.api.slice(edit?.to));
  };
  const later = taking(0);
  expect(later).toMatchObject({ verbs: ["publish"], rules: [] });
  expect(later.consumers?.[0]?.steps).toEqual([{ insert: "clicks", values: { code: "$message.code" } }]);
  expect(taking(1)).toMatchObject({ verbs: ["insert"], rules: ["queue-unused"] });
});

const keyed = schema.replace("url text not null,", "url text not null, idem_key uuid unique,");
const linkQueue = "  api --> db[(Postgres)]\n  api -.-> q[SQS queue] -.-> w[Link writer worker] --> db";
const shorten = "POST /links {url: uri} [Idempotency-Key: uuid] -> 201 {code}";

test("what the service makes up itself it makes before it publishes, and answers with it at once", () => {
  const only = "  api -.-> q[SQS queue] -.-> w[Link writer worker] --> db[(Postgres)]";
  const { operations, consumers, rules } = read(shorten, only, { schema: keyed });
  expect(operations[0]?.steps).toEqual([
    {
      publish: "links",
      to: "q",
      message: { url: "$body.url", idem_key: "$header.Idempotency-Key", code: { base62: 7 } },
    },
    { return: { status: 201, body: { code: "$links.code" } } },
  ]);
  expect(operations[0]?.idempotency).toMatchObject({ column: "links.idem_key" });
  expect(operations[0]?.words[0]).toMatch(/^Keeps Idempotency-Key/);
  expect(consumers?.[0]?.steps).toEqual([
    {
      insert: "links",
      values: { url: "$message.url", code: "$message.code", idem_key: "$message.idem_key" },
      onConflict: { code: "ignore", idem_key: "ignore" },
    },
  ]);
  expect(rules).toEqual([]);
});

test("an answer that carries what may be taken by the time that it is written is told, unless nobody else can have it", () => {
  const only = "  api -.-> q[SQS queue] -.-> w[Link writer worker] --> db[(Postgres)]";
  const toldOf = (code: string) => {
    const own = keyed.replace("code text primary key,", code);
    return read(shorten, only, { schema: own }).findings.filter(({ rule }) => rule === "answered-unlooked");
  };
  expect(toldOf("code text primary key,")).toMatchObject([{ severity: "warning", document: "api", line: 1 }]);
  expect(toldOf("code text primary key,")[0]?.message).toContain("that a code is taken");
  expect(toldOf("code text primary key, -- base62 of a counter\n")).toEqual([]);
  expect(toldOf("code uuid primary key,")).toEqual([]);
});

test("a database that makes the answer is waited for", () => {
  const own = schema.replace(
    "code text primary key",
    "code text primary key default substr(md5(random()::text), 1, 7)",
  );
  expect(read(shorten, linkQueue, { schema: own }).verbs).toEqual(["insert"]);
});

test("a worker that the design document has write it writes it, though an arrow leads to the database too", () => {
  const said = (prose: string) =>
    read(`${shorten}\nGET /{code} -> 302 | 404`, `${linkQueue}\n\`\`\`\n${prose}\n\`\`\``, { schema: keyed });
  expect(
    said("New links are written by the worker: the API puts them on the queue and answers 201 at once."),
  ).toMatchObject({
    verbs: ["publish", "get"],
    rules: [],
  });
  expect(said("The worker then inserts each link.").verbs[0]).toBe("publish");
  expect(said("Links are not written by the worker.")).toMatchObject({
    verbs: ["insert", "get"],
    rules: ["at-once-or-later"],
  });
  expect(said("The worker writes clicks.").verbs[0]).toBe("insert");
});

test("what a long design document says of workers is found without reading it over and over", () => {
  const blank = `${" ".repeat(200_000)}\n${"\n".repeat(50_000)}Links are written by the worker.`;
  const { verbs } = read(shorten, `${linkQueue}\n\`\`\`\n${blank}\n\`\`\``, { schema: keyed });
  expect(verbs).toEqual(["publish"]);
});

test("a made code is asked about like any other row, and a click has it published", () => {
  const { told, verbs, texts } = read(shorten, linkQueue, { schema: keyed });
  expect({ verbs, rules: told.map(({ rule }) => rule) }).toEqual({ verbs: ["insert"], rules: ["at-once-or-later"] });
  const edit = told[0]?.fixes?.[0]?.edits[0];
  const later = read(texts.api.slice(0, edit?.from) + (edit?.insert ?? "") + texts.api.slice(edit?.to), linkQueue, {
    schema: keyed,
  });
  expect(later).toMatchObject({ verbs: ["publish"], rules: [] });
  expect(later.operations[0]?.idempotency).toMatchObject({ column: "links.idem_key" });
  expect(later.consumers?.[0]?.words[0]).toMatch(/^Adds a row to links with .*code = the message's code/);
});

test("an arrow that says what it carries is evidence enough", () => {
  const carried = both.replace("-.-> clicks", "-. each click .-> clicks");
  expect(read("POST /clicks {code: string} -> 204", carried)).toMatchObject({ verbs: ["publish"], rules: [] });
  expect(read("POST /reports {code: string, reason: string} -> 204", carried).verbs).toEqual(["insert"]);
});

test("of two kinds of work in one queue each message says whose it is", () => {
  const api = "POST /clicks {code: string} -> 202\nPOST /reports {code: string, reason: string} -> 202";
  const { consumers, operations } = read(api, both.replaceAll("clicks", "jobs"));
  expect(operations.map(({ steps }) => steps[0])).toMatchObject([
    { publish: "clicks", to: "jobs", message: { event: "POST /clicks", code: "$body.code" } },
    { publish: "reports", to: "jobs", message: { event: "POST /reports", code: "$body.code", reason: "$body.reason" } },
  ]);
  expect(consumers?.[0]?.words).toEqual([
    "If the message's event is \"POST /clicks\": Adds a row to clicks with code = the message's code.",
    "If the message's event is \"POST /reports\": Adds a row to reports with code = the message's code, reason = the message's reason, id = a new UUID.",
  ]);
});

test("a key that makes a write safe to repeat goes with the message", () => {
  const own = schema.replace("agent text", "idem_key uuid unique");
  const api = "POST /clicks {code: string} -> 202\n  Idempotency-Key: uuid";
  const { operations, consumers } = read(api, both, { schema: own });
  expect(operations[0]?.idempotency).toBeUndefined();
  expect(operations[0]?.steps[0]).toMatchObject({ message: { idem_key: "$header.Idempotency-Key" } });
  expect(consumers?.[0]?.steps).toMatchObject([
    { values: { idem_key: "$message.idem_key" }, onConflict: { idem_key: "ignore" } },
  ]);
});

test("steps that are spelled out stand as they are, and x-workers says what the worker does", () => {
  const said =
    "POST /clicks {code: string} -> 202\n  x-operation:\n    - insert: clicks\n      values: { code: $body.code }";
  expect(read(said).verbs).toEqual(["insert"]);
  const workers = `openapi: 3.1.0
paths:
  /links/{code}/clicks:
    post: { responses: { "202": { description: taken } } }
x-workers:
  w:
    - increment: links.visits
      where: { code: $message.code }`;
  const { verbs, consumers } = read(workers);
  expect(verbs).toEqual(["publish"]);
  expect(consumers?.[0]?.steps).toMatchObject([{ increment: "links.visits" }]);
});

test("messages of a queue from which several workers take are nobody's in particular, so the write stays", () => {
  expect(read("POST /clicks {code: string} -> 202", `${both}\n  clicks --> m[Mailer worker]`).verbs).toEqual([
    "insert",
  ]);
});

test("of a queue into which nothing goes one click makes the likeliest endpoint publish", () => {
  const lines = "  api --> db[(Postgres)]\n  api -. clicks .-> q[[RabbitMQ]] --> w[Counter worker] --> db";
  const { told, texts } = read("POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404", lines);
  expect(told).toMatchObject([{ rule: "queue-unused", document: "design", line: 5 }]);
  expect(told[0]?.fixes?.map(({ label }) => label)).toEqual([
    "GET /{code} publishes to q",
    "POST /links publishes to q",
  ]);
  const edit = told[0]?.fixes?.[0]?.edits[0];
  const mended = read(texts.api.slice(0, edit?.from) + (edit?.insert ?? "") + texts.api.slice(edit?.to), lines);
  expect(mended.operations[1]?.words).toContain("Later, w: Adds a row to clicks with code = the message's code.");
  expect(mended.rules).toEqual([]);
});

test("where steps branch it is the row they make in any case that is published, and a kept key needs no step that fills it", () => {
  const keyed = `${schema}\ncreate table keys (key uuid primary key, click bigint not null references clicks);\ncreate index on keys (click);`;
  const api = `POST /clicks {code: string} [Idempotency-Key] -> 201 {id}
  x-operation:
    idempotency: { header: Idempotency-Key, column: keys.key }
    transaction:
      - insert: clicks
        values: { code: $body.code }
      - if: { $header.idempotency-key: null }
        else: [{ insert: keys, values: { click: $clicks.id } }]
    return: { status: 201, body: { id: $clicks.id } }`;
  const { findings, told } = read(api, "  api --> db[(Postgres)]\n  api -.-> q{{Kafka}} --> w[Notification worker]", {
    schema: keyed,
  });
  expect(findings.filter(({ rule }) => rule === "empty-column")).toEqual([]);
  expect(told[0]?.fixes?.[0]?.edits[0]?.insert).toContain("publish: q, message: { id: $clicks.id }");
});

const besideClicks = (writer: string) =>
  `  gw --> ${writer} --> db[(Postgres)]\n  api --> copy[(Read replica)]\n  api -.-> q[[Kafka]] --> w[Click worker] --> db`;

test("what another service writes into the database does not go through a queue at which that one is not drawn", () => {
  const links = besideClicks("wr[Link service]");
  expect(read("POST /links {url: uri} -> 201 {code}", links).verbs).toEqual(["insert"]);
  expect(read("POST /clicks {code: string} -> 204", links).verbs).toEqual(["publish"]);
  // A service that only reads is no other way to the database.
  const asked = besideClicks("qs[Query service]");
  expect(read("PATCH /links/{code} {url: uri} -> 200", asked).verbs).toEqual(["publish"]);
});
