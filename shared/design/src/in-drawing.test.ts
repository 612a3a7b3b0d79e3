import { beforeAll, expect, test } from "vitest";
import { sketchToOpenApi } from "./api/sketch/to-openapi.ts";
import { loadReader, readDesign } from "./read.ts";

beforeAll(loadReader);

const schema = `create table links (code text primary key, url text not null);
create table clicks (id bigint generated always as identity primary key, code text not null, at timestamptz not null default now());`;

const open = (steps: string, more = "") => `openapi: 3.1.0
paths:
  /links:
    post:
      operationId: save
      x-operation:
        - insert: links
          values: { code: { base62: 7 }, url: $body.url }
      responses: { "201": { description: saved } }
  /{code}:
    get:
      operationId: open
      x-operation:
${steps}
      responses: { "302": { description: on } }
${more}`;

const plain = "        - get: links\n          by: { code: $path.code }\n        - redirect: $row.url";
const publishing = `        - publish: clicks\n          message: { code: $path.code }\n${plain}`;

const draw = (lines: string) => `\`\`\`mermaid
flowchart LR
  users --> gw[API gateway] --> api[API service]
  api --> db[(Postgres)]
${lines}
\`\`\``;

const read = (api: string, lines: string) => {
  const model = readDesign({ schema, api, design: draw(lines) }, {});
  // Some of these designs need no clicks.
  const findings = model.findings.filter(({ rule }) => rule !== "table-unused");
  const wordsOf = (opId: string) => model.operations.find((one) => one.operationId === opId)?.words ?? [];
  return { ...model, findings, wordsOf, rules: findings.map(({ rule }) => rule) };
};

test("a drawn cache is in the words of who reads through it and of who writes", () => {
  const { wordsOf, rules } = read(open(plain), "  api --> hot[(Redis cache)]\n  %% @hot ttl=60s");
  expect(wordsOf("open")[0]).toBe(
    "Reads the row of links whose code is the path's code through the cache hot, for 60s, or answers 404.",
  );
  expect(wordsOf("save").at(-1)).toBe("Forgets what the cache hot held of the row, so that the next read sees it.");
  expect(rules).toEqual([]);
  expect(read(open(plain), "  api --> cache[(Redis)]").wordsOf("save").at(-1)).toContain("what the cache held");
});

test("a cache that is spoken of and not drawn has no effect, which words and a finding say", () => {
  const said = plain.replace("$path.code }", '$path.code }\n          cache: { key: "u:{code}", ttl: 60s }');
  const { wordsOf, findings } = read(open(said), "");
  expect(wordsOf("open")[0]).toContain("so `cache` has no effect");
  expect(findings).toMatchObject([{ document: "api", line: 14, rule: "cache-without-effect", severity: "warning" }]);
  const drawn = read(open(said), "  api --> hot[(Redis cache)]");
  expect(drawn.wordsOf("open")[0]).toContain("through the cache hot, for 60s");
  expect(drawn.rules).toEqual([]);
  expect(read(open(said.replace("u:{code}", "u:{id}")), "  api --> hot[(Redis cache)]").rules).toEqual(["cache-key"]);
});

test("what a worker does with a message is shown by plain names, and said where it is published", () => {
  const { wordsOf, consumers, rules } = read(open(publishing), "  api -.-> q[Click queue] -.-> w[Worker x2] --> db");
  expect(consumers).toMatchObject([
    { worker: "w", queue: "q", steps: [{ insert: "clicks", values: { code: "$message.code" } }] },
  ]);
  expect(wordsOf("open")).toEqual([
    "Publishes clicks to the queue q with code = the path's code; what follows happens later.",
    "Reads the row of links whose code is the path's code, or answers 404.",
    "Redirects to the row's url.",
    "Later, w: Adds a row to clicks with code = the message's code.",
  ]);
  expect(rules).toEqual([]);
});

test("a worker does what x-workers says, with its steps held against the tables", () => {
  const workers = (steps: string) => `x-workers:\n  w:\n${steps}`;
  const lines = "  api -.-> q[Mail queue] -.-> w[Mailer worker]";
  const sound = workers("    - update: links\n      set: { url: $message.url }\n      where: { code: $message.code }");
  expect(read(open(publishing, sound), lines)).toMatchObject({
    consumers: [{ worker: "w", steps: [{ update: "links" }], stepLines: [{ line: expect.any(Number) }] }],
    rules: [],
  });
  const wrong = workers("    - insert: clicks\n      values: { cod: $message.code, at: $body.at }");
  const { findings } = read(open(publishing, wrong), lines);
  expect(findings.find(({ rule }) => rule === "unknown-column")).toMatchObject({ document: "api", severity: "error" });
  const strange = "x-workers:\n  mailman:\n    - insert: clicks\n      values: { code: $message.code }";
  expect(read(open(publishing, strange), lines).rules).toEqual(["x-workers"]);
});

test.each([
  [
    "below an endpoint",
    (workers: string) =>
      `POST /links {url: uri} -> 201 {code}\n  x-capability: shorten\n${workers.replaceAll(/^/gm, "  ")}\nGET /{code} -> 302`,
  ],
  [
    "in a block of its own",
    (workers: string) =>
      `# Links\n\n\`\`\`yaml\n${workers}\n\`\`\`\n- POST /links {url: uri} -> 201 {code}\n- GET /{code} -> 302`,
  ],
  [
    "at the end, after prose",
    (workers: string) =>
      `POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302\nClicks are counted later.\n${workers}\n`,
  ],
])("what a worker does is read %s of a sketch as in OpenAPI, with its findings at its lines", (_where, sketch) => {
  const lines = "  api -.-> q[Mail queue] -.-> w[Mailer worker]";
  const steps = "x-workers:\n  w:\n    - insert: clicks\n      values: { code: $message.code }";
  const text = sketch(steps);
  const at = text.split("\n").findIndex((line) => line.includes("insert:")) + 1;
  const said = read(text, lines);
  expect(said.consumers).toMatchObject([{ worker: "w", steps: [{ insert: "clicks" }], stepLines: [{ line: at }] }]);
  expect(said.operations.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /links", "GET /{code}"]);
  expect(said.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const wrong = read(text.replace("code: $m", "cod: $m"), lines);
  expect(wrong.findings.find(({ rule }) => rule === "unknown-column")).toMatchObject({ document: "api", line: at + 1 });
  const strange = read(text.replace("  w:", "  mailman:"), lines);
  expect(strange.findings.find(({ rule }) => rule === "x-workers")?.line).toBe(at - 1);
  const converted = sketchToOpenApi(text)?.edits[0]?.insert ?? "";
  expect(read(converted, lines).consumers).toMatchObject([{ worker: "w", steps: [{ insert: "clicks" }] }]);
});

test("what a worker does is read beside a list of endpoints and in Swagger too", () => {
  const lines = "  api -.-> q[Mail queue] -.-> w[Mailer worker]";
  const workers = { w: [{ insert: "clicks", values: { code: "$message.code" } }] };
  const list = { endpoints: [{ method: "GET", path: "/{code}" }], "x-workers": workers };
  const swagger = { swagger: "2.0", info: {}, paths: { "/{code}": { get: { responses: {} } } }, "x-workers": workers };
  for (const api of [list, swagger])
    expect(read(JSON.stringify(api), lines).consumers).toMatchObject([{ steps: [{ insert: "clicks" }] }]);
});

test("a call goes along a drawn arrow to an endpoint of the document; any other is told at its line", () => {
  const calling = (call: string) => `        - call: ${call}\n          path: /stock/{path.code}\n${plain}`;
  const stock = `  /stock/{code}:
    get:
      operationId: stock
      x-operation:
        - get: links
          by: { code: $path.code }
      responses: { "200": { description: there } }`;
  const arrow = "  api --> inv[Inventory service]";
  const sound = read(open(calling("inventory"), stock), arrow);
  expect(sound.rules).toEqual([]);
  expect(sound.wordsOf("open")[0]).toBe(
    "Calls GET /stock/{path.code} of inv and waits up to 1000 ms, or answers what that refused with, or 503.",
  );
  const at = open(calling("inventory"), stock)
    .split("\n")
    .findIndex((line) => line.includes("call:"));
  const findings = (api: string, lines: string) =>
    read(api, lines)
      .findings.filter(({ rule }) => rule.startsWith("call-"))
      .map(({ rule, line, severity }) => ({ rule, line, severity }));
  const undrawn = [{ rule: "call-undrawn", line: at + 1, severity: "error" }];
  expect(findings(open(calling("billing"), stock), arrow)).toEqual(undrawn);
  expect(findings(open(calling("inventory"), stock), "  inv[Inventory service] --> db")).toEqual(undrawn);
  expect(findings(open(calling("inventory"), stock), `${arrow}\n  inv --> api`)).toEqual(undrawn);
  expect(findings(open(calling("inventory")), arrow)).toEqual([
    { rule: "call-unknown", line: at + 1, severity: "error" },
  ]);
});

test("a worker of which nothing says what it does is asked about, and the question stops no run", () => {
  const other = read(open(publishing.replace("clicks", "mails")), "  api -.-> q[Mail queue] -.-> m[Mail worker]");
  expect(other.consumers?.map(({ steps }) => steps)).toEqual([[]]);
  const question = other.findings.find(({ rule }) => rule === "worker-unsaid");
  expect(question).toMatchObject({ document: "design", severity: "question" });
  expect(question?.stopsRun).toBeUndefined();
});

test("a queue that nothing is published to is told, and $message means nothing to an endpoint", () => {
  const { rules } = read(open(plain), "  api -.-> q[Click queue] -.-> w[Worker]");
  expect(rules).toEqual(["queue-unused"]);
  expect(read(open(plain.replace("$path.code", "$message.code")), "").rules).toEqual(["reference"]);
});

test("branches and loops are read with what is inside them, each mistake at its line", () => {
  const steps = (text: string) => read(open(text), "");
  const sound = steps(`        - get: links
          by: { code: $path.code }
        - if: { found: false }
          then: { return: 410 }
          else:
            - forEach: $body.seats
              do: [{ insert: clicks, values: { code: $item.code } }]
        - redirect: $row.url`);
  expect(sound.rules).toEqual([]);
  const { steps: said, stepLines } = sound.operations[1] ?? {};
  expect(said?.[1]).toMatchObject({ if: { found: false }, else: [{ forEach: "$body.seats" }] });
  expect(stepLines?.[1]).toEqual({ line: 16, inside: [17, 20] });
  const broken = steps(`        - if: { found: maybe }
          then: [{ insert: clicks, values: { cod: $path.code } }]
        - if: { found: true }
          than: [{ return: 200 }]
        - forEach: $body.x
          do: [{ insert: clicks, values: { cod: $path.code } }]
        - count: click`);
  expect(broken.findings.map(({ line, rule }) => [line, rule])).toEqual(
    expect.arrayContaining([
      [17, "x-operation"],
      [19, "unknown-column"],
      [20, "unknown-table"],
    ]),
  );
});
