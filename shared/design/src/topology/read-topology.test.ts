import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readTopology } from "./read-topology.ts";

function read(text: string) {
  const { tell, findings } = reporter("design", linesOf(text));
  return { ...readTopology(text, tell), findings };
}
const chart = (lines: string) => read(`# 😀\n\`\`\`mermaid\nflowchart LR\n${lines}\n\`\`\`\n`);

test("kinds come from words and shapes, counts from labels, the rest from directives", () => {
  const { components, findings } = chart(`  users([Users]) --> gw{{Edge}}
  gw --> api["API service x3"]
  api --> store[(Orders)] & q[Elastic: clicks]
  %% @gw kind=gateway retry=idempotent
  %% @api class="small one"`);
  expect(components.map(({ id, kind, replicas }) => `${id} ${kind} ${replicas}`)).toEqual([
    "users client 1",
    "gw gateway 1",
    "api service 3",
    "store database 1",
    "q search 1",
  ]);
  expect(components.map(({ line }) => line)).toEqual([4, 4, 5, 6, 6]);
  expect(components[1]).toMatchObject({ from: "directive", attrs: { retry: "idempotent" } });
  expect(components[2]?.attrs["class"]).toBe("small one");
  expect(findings).toMatchObject([{ rule: "not-deployed", severity: "warning", line: 6, column: 29 }]);
});

test("chains, labels, dotted, thick and reversed arrows, groups and semicolons are edges as drawn", () => {
  const { edges } = chart(`  subgraph tier [Data tier]
    direction TB
    db[(DB)]
  end
  web[Web app] -->|a; b| api[API] -.-> q["Queue; x"] -- moves --> w[Worker]; api == big ==> db
  db <-- w; e1@--> w`);
  expect(edges.map((e) => `${e.from}${e.async ? "~" : "-"}${e.to}:${e.label ?? ""}`)).toEqual([
    "web-api:a; b",
    "api~q:",
    "q-w:moves",
    "api-db:big",
    "w-db:",
  ]);
});

test.each([
  ["  A[API --> B", "diagram 4:5"],
  ["  c[Client] --> api[API --> db[(Postgres)]", "diagram 4:21"],
  ["  api(API service -->|asks| db[(Postgres)]", "diagram 4:7"],
  ["  api[API & w[Worker]", "diagram 4:7"],
  ["  api[API] => db[(DB)]", "diagram 4:12"],
  ['  api["API] --> db', "diagram 4:8"],
  ["  api[API] --> ", "diagram 4:15"],
  ["  api[API]\n  %% @nobody x=1", "directive 5:6"],
])("%s is told at its place", (lines, expected) => {
  expect(chart(lines).findings.map((f) => `${f.rule} ${f.line}:${f.column}`)).toContain(expected);
});

test.each(["API (v2) & Cache (Redis)", "asks --> answers", "R&D (beta)"])("%s is a label", (label) => {
  expect(chart(`  api[${label}] --> db[(DB)]`).findings.map(({ rule }) => rule)).not.toContain("diagram");
});

test("a component of unknown kind is asked about, and the answer is a directive", () => {
  const text = "```mermaid\nflowchart LR\n  c[Client] --> zorp[Zorp] --> api[API] --> db[(DB)]\n```\n";
  const [finding] = read(text).findings;
  expect(finding).toMatchObject({ rule: "unknown-kind", severity: "question", line: 3, column: 17 });
  const fix = finding?.fixes?.find(({ label }) => label.includes("cache"))?.edits[0];
  const answered = fix === undefined ? "" : text.slice(0, fix.from) + fix.insert + text.slice(fix.to);
  expect(read(answered).components[1]).toMatchObject({ kind: "cache", from: "directive" });
  expect(read(answered).findings.map(({ rule }) => rule)).toEqual([]);
});

test("a text without a flowchart says how one is drawn, and stops a run", () => {
  expect(read("Some words").findings).toMatchObject([{ rule: "no-flowchart", severity: "question", stopsRun: true }]);
  expect(read("```mermaid\nsequenceDiagram\n```").findings).toMatchObject([
    { rule: "no-flowchart", severity: "question", stopsRun: true, line: 2 },
  ]);
  expect(read("```mermaid\nflowchart LR\n db[(DB)]\n```").findings).toMatchObject([{ rule: "no-service" }]);
});

test("a chain that stands there in words is read, and of no drawing at all a click draws the least that runs", () => {
  const chain = read("No tool here, so:\n\n    client -> nginx -> app (2 nodes) -> postgres\n");
  expect(chain.findings).toMatchObject([{ rule: "drawn-otherwise", severity: "warning", line: 3 }]);
  expect(chain.components.map(({ kind, replicas }) => [kind, replicas])).toEqual([
    ["client", 1],
    ["gateway", 1],
    ["service", 2],
    ["database", 1],
  ]);
  const words = "Some words";
  const edit = read(words).findings[0]?.fixes?.[0]?.edits[0];
  expect(read(words + (edit?.insert ?? "")).components.map(({ kind }) => kind)).toEqual([
    "client",
    "service",
    "database",
  ]);
});

test("a gateway is known in other languages too", () => {
  const drawn = chart("c([Client]) --> p{{Passerelle}} --> s[Servicio x3] --> b[(Banco de dados)]").components;
  expect(drawn.map(({ kind }) => kind)).toEqual(["client", "gateway", "service", "database"]);
});

test("a job queue is a queue, whoever takes from it a worker", () => {
  const drawn = chart("api[API] --> q[Job queue] --> w[Job queue worker] --> n[Nightly job]").components;
  expect(drawn.map(({ kind }) => kind)).toEqual(["service", "queue", "worker", "worker"]);
});

test("of what runs in one process only a drawn number says what runs instead, at its line", () => {
  const { findings, components } = chart(
    "api[API x3] --> db[(Postgres x3)]\n api --> r[(Redis cluster x3)]\n api --> w[Worker x5]",
  );
  expect(findings.filter(({ rule }) => rule === "replicas").map(({ line, message }) => [line, message])).toEqual([
    [
      4,
      "db is drawn x3, and one database runs here: what several of them would bear, or survive, this run does not show.",
    ],
    [5, "r is drawn x3, and one cache runs here: what several of them would bear, or survive, this run does not show."],
    [6, "A run starts at most 3 processes of one worker, so w gets 3; 5 do not fit on one machine."],
  ]);
  expect(components.map(({ replicas }) => replicas)).toEqual([3, 3, 3, 5]);
});

test("no drawing asks for more processes than a machine starts", () => {
  expect(chart("c[Client] --> api[API x5000]").components[1]?.replicas).toBe(5);
  expect(chart(Array.from({ length: 200 }, (_, n) => `a${n}[API] --> b${n}[API]`).join("\n")).findings).toMatchObject([
    { rule: "too-much" },
    { rule: "orphan" },
    { rule: "no-database" },
  ]);
});

test("a diagram whose fence is never closed is asked about, and closed by a click before the next heading", () => {
  const text = "# A\n```mermaid\nflowchart LR\n  c([Client]) --> api[API] --> db[(DB)]\n\n## Notes\nIt is fast.\n";
  const { findings, components } = read(text);
  expect(findings).toMatchObject([{ rule: "open-fence", severity: "question", stopsRun: true, line: 2 }]);
  expect(components).toHaveLength(3);
  const [edit] = findings[0]?.fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no edit");
  expect(read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to)).findings).toEqual([]);
});

test("a subgraph that is never closed is told where it begins", () => {
  const { findings } = chart("  subgraph a\n  subgraph b\n  c[Client] --> api[API] --> db[(DB)]\n  end");
  expect(findings).toMatchObject([{ rule: "diagram", severity: "error", line: 4, column: 3 }]);
});

test("of two diagrams the first is deployed, which is said at the second", () => {
  const drawn = "```mermaid\nflowchart LR\n  c([Client]) --> api[API] --> db[(DB)]\n```\n";
  expect(read(`${drawn}\nLater:\n${drawn}`).findings).toMatchObject([
    { rule: "second-diagram", severity: "warning", line: 8 },
  ]);
});

test("what people look at is a client in front of what is built, and a service where nothing else serves", () => {
  const kindsOf = (text: string) => chart(text).components.map(({ kind }) => kind);
  expect(kindsOf("  web[Web app] --> slb[SLB] --> api[API] --> dax[(DAX)] --> pg[(PG)]")).toEqual([
    "client",
    "gateway",
    "service",
    "cache",
    "database",
  ]);
  expect(kindsOf("  web[Web app] --> db[(DB)]")).toEqual(["service", "database"]);
});

test("of a sequence diagram alone who calls whom is what runs, and a click draws it as a flowchart", () => {
  const text =
    "```mermaid\nsequenceDiagram\n  actor U as Browser\n  participant A as API\n  U->>+A: POST /urls\n  A->>DB: insert\n  DB-->>A: ok\n  A-->>-U: 201\n```\n";
  const before = read(text);
  expect(before.findings).toMatchObject([{ rule: "drawn-otherwise", severity: "warning", line: 2 }]);
  expect(before.components.map(({ label, kind, line }) => `${label} ${kind} ${line}`)).toEqual([
    "Browser client 3",
    "API service 4",
    "DB database 6",
  ]);
  const [edit] = before.findings[0]?.fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no edit");
  const after = read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to));
  expect(after.findings).toEqual([]);
  for (const { components, edges } of [before, after]) {
    expect(components.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
      "Browser client",
      "API service",
      "DB database",
    ]);
    expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(["U A", "A DB"]);
  }
});

test("what a sequence sends without waiting, dotted or not, is joined, and what is answered that way is not", () => {
  const { edges } = read(
    "```mermaid\nsequenceDiagram\n  U->>API: GET /x\n  API->>DB: select\n  DB--)API: row\n  API--)Kafka: click\n  Kafka-)Consumer: click\n```\n",
  );
  expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(["U API", "API DB", "API Kafka", "Kafka Consumer"]);
});

test("what is asked of a sequence diagram's components is answered in the flowchart that a click draws of it", () => {
  const text =
    "```mermaid\nsequenceDiagram\n  User->>Zorp: POST /urls\n  Zorp->>Booking API: ask\n  Booking API->>DB: insert\n```\n";
  const question = read(text).findings.find(({ rule }) => rule === "unknown-kind");
  expect(question).toMatchObject({ line: 3, message: expect.stringContaining("Zorp") });
  const [edit] = question?.fixes?.find(({ label }) => label.includes("cache"))?.edits ?? [];
  if (edit === undefined) throw new Error("no edit");
  const { components, findings } = read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to));
  expect(findings).toEqual([]);
  expect(components.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
    "User client",
    "Zorp cache",
    "Booking API service",
    "DB database",
  ]);
});

test("of two flowcharts the one that shows components is deployed, and not the states before it", () => {
  const states = "```mermaid\nflowchart LR\n free --> held --> sold\n```\n";
  const { components, findings } = read(
    `${states}\n${"```mermaid\nflowchart LR\n u[User] --> api[API] --> db[(DB)]\n```"}`,
  );
  expect(components.map(({ kind }) => kind)).toEqual(["client", "service", "database"]);
  expect(findings).toMatchObject([{ rule: "second-diagram", line: 2 }]);
});

test("a flowchart of what is done in turn, or of states, is none of what runs", () => {
  const told = "The seat's row is locked, and whoever comes second is refused. ".repeat(4);
  const steps = `a[Customer picks seat] --> b{Seat free?}
  b -- no --> x[409]
  b -- yes --> c[UPDATE seats in the DB]
  c --> d[POST /confirm]`;
  for (const lines of [steps, "free --> held --> sold"]) {
    const { components, findings } = read(`${told}\n\`\`\`mermaid\nflowchart TD\n  ${lines}\n\`\`\`\n`);
    expect(findings).toMatchObject([{ rule: "not-drawn", severity: "warning" }]);
    expect(components.map(({ kind }) => kind)).toEqual(["client", "service", "database"]);
  }
  expect(read("```mermaid\nflowchart LR\n free --> held --> sold\n```\n").findings).toMatchObject([
    { rule: "no-flowchart", severity: "question", stopsRun: true, line: 2 },
  ]);
});

test("arrows in words over several lines are drawn together by a click", () => {
  const text =
    "Parts:\n\n- Client -> LB\n- LB -> API x3\n- API -> Postgres: links\n- API -> Redis\n- POST /links -> 201\n";
  const [edit] = read(text).findings[0]?.fixes?.[0]?.edits ?? [];
  const { components, edges, findings } = read(text + (edit?.insert ?? ""));
  expect(findings).toEqual([]);
  expect(components.map(({ label, kind, replicas }) => `${label} ${kind} ${replicas}`)).toEqual([
    "Client client 1",
    "LB gateway 1",
    "API x3 service 3",
    "Postgres database 1",
    "Redis cache 1",
  ]);
  expect(edges).toHaveLength(4);
});

test("blanks behind a line, as an editor leaves them, are no part of it", () => {
  const { components, findings } = chart(
    "  c[Client] --> api[API] \n  api --> db[(Postgres)]\t \n  subgraph x \n  api \n  end  ",
  );
  expect(findings).toEqual([]);
  expect(components.map(({ id }) => id)).toEqual(["c", "api", "db"]);
});

test.each([
  ["(Replica)", "replicadb"],
  ["(Postgres replica)", "replicadb"],
  ["(PG RO)", "replicadb"],
  ["(Réplica de lectura)", "replicadb"],
  ["Replica", "replicadb"],
  ["(Postgres, 2 replicas)", "database"],
  ["(Postgres primary + replica)", "database"],
  ["API replica", "service"],
])("a component called [%s] is a %s", (label, kind) => {
  expect(chart(`c[Client] --> api[API] --> x[${label}]`).components[2]?.kind).toBe(kind);
});

test("a second database that is another service's is left out by a click, which comes first where a worker writes it", () => {
  const lines =
    "  c[Client] --> api[API] --> a[(Postgres)]\n  api -.-> q[[Kafka]] --> w[Click worker] --> b[(Analytics DB)]";
  const text = `\`\`\`mermaid\nflowchart LR\n${lines}\n\`\`\`\n`;
  const [finding] = read(text).findings.filter(({ rule }) => rule === "not-deployed");
  const [edit] = finding?.fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no edit");
  const { components, edges, findings } = read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to));
  expect(findings).toEqual([]);
  expect(components.map(({ id }) => id)).toEqual(["c", "api", "a", "q", "w"]);
  expect(edges.some(({ to }) => to === "b")).toBe(false);
  const asked = chart("  c[Client] --> api[API] --> a[(Postgres)]\n  api --> b[(Reports DB)]").findings;
  expect(asked[0]?.fixes?.map(({ label }) => label)).toEqual([
    "It is a read replica",
    "It is another service's: leave it out",
  ]);
});

test("a second database is left out, and a click says that it is a copy of the first", () => {
  const text = "  c[Client] --> api[API] --> a[(Postgres)]\n  api --> b[(Reports DB)]";
  const [finding] = chart(text).findings.filter(({ rule }) => rule === "not-deployed");
  expect(finding?.message).toContain("Reports DB is left out. If it is a copy of the first, call it a read replica.");
  const [edit] = finding?.fixes?.[0]?.edits ?? [];
  expect(edit?.insert).toContain("%% @b kind=replicadb");
});

test("the workers of a web server, and what goes by the name of a framework, are a service", () => {
  for (const label of ["FastAPI workers", "web workers", "Rails", "Spring Boot x3"]) {
    const { components, findings } = chart(`c([Client]) --> lb[Load balancer] --> a[${label}] --> db[(Postgres)]`);
    expect(components[2]?.kind, label).toBe("service");
    expect(findings, label).toEqual([]);
  }
  expect(
    chart("c([Client]) --> a[API] -.-> q[[Queue]] --> w[email workers] --> db[(Postgres)]").components[3]?.kind,
  ).toBe("worker");
});
