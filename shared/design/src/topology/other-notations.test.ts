import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readTopology } from "./read-topology.ts";

function read(text: string) {
  const { tell, findings } = reporter("design", linesOf(text));
  return { ...readTopology(text, tell), findings };
}

/** What runs by the drawing as it stands, which is what it comes to once the offered click is taken. */
function drawn(text: string): string[] {
  const { findings, ...before } = read(text);
  expect(findings[0]).toMatchObject({ rule: "drawn-otherwise", severity: "warning" });
  const [edit] = findings[0]?.fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("nothing is offered");
  const after = read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to));
  expect(after.findings.filter(({ severity, stopsRun }) => severity === "error" || stopsRun === true)).toEqual([]);
  expect(inWords(before)).toEqual(inWords(after));
  return inWords(after);
}

const inWords = ({ components, edges }: Pick<ReturnType<typeof read>, "components" | "edges">): string[] => [
  ...components.map(({ label, kind }) => `${label}: ${kind}`),
  ...edges.map(({ from, to, async }) => `${from} ${async ? "~" : "-"} ${to}`),
];

const fenced = (language: string, ...lines: string[]) => `# D\n\n\`\`\`${language}\n${lines.join("\n")}\n\`\`\`\n`;

test("C4 says of each container what it is", () => {
  const text = fenced(
    "mermaid",
    "C4Container",
    'Person(u, "Reader", "Opens links")',
    'System_Boundary(s, "Shortener") {',
    '  Container(api, "API", "Node.js", "Redirects")',
    '  ContainerDb(db, "Links", "")',
    '  ContainerQueue(q, "Clicks", "Kafka")',
    "}",
    'Rel(u, api, "Uses")',
    'Rel(api, db, "Reads")',
    'Rel_D(api, q, "Publishes")',
  );
  expect(drawn(text)).toEqual([
    "Reader: client",
    "API (Node.js): service",
    "Links: database",
    "Clicks (Kafka): queue",
    "u - api",
    "api - db",
    "api - q",
  ]);
});

test("an architecture diagram's icons say what its services are", () => {
  const text = fenced(
    "mermaid",
    "architecture-beta",
    "  group vpc(cloud)[VPC]",
    "  service web(internet)[Readers]",
    "  service api(server)[API] in vpc",
    "  service db(database)[Links] in vpc",
    "  web:R --> L:api",
    "  api:B -- T:db",
  );
  expect(drawn(text)).toEqual(["Readers: client", "API: service", "Links: database", "web - api", "api - db"]);
});

test("PlantUML is drawn alike from its components and from a sequence, with a fence or without", () => {
  const components = [
    "@startuml",
    "actor Reader",
    "[URL service] as api",
    "database Links",
    "Reader --> api : HTTPS",
    "api ..> [Kafka]",
    "api -down-> Links",
    "@enduml",
  ];
  const seen = ["Reader: client", "URL service: service", "Links: database", "Kafka: queue"];
  expect(drawn(fenced("plantuml", ...components))).toEqual([...seen, "Reader - api", "api ~ Kafka", "api - Links"]);
  expect(drawn(components.join("\n"))).toEqual([...seen, "Reader - api", "api ~ Kafka", "api - Links"]);
  const sequence = [
    "@startuml",
    'participant "URL service" as api',
    "Reader -> api: GET",
    "api -> DB: select",
    "DB --> api: row",
    "@enduml",
  ];
  expect(drawn(fenced("plantuml", ...sequence))).toEqual([
    "URL service: service",
    "Reader: client",
    "DB: database",
    "Reader - api",
    "api - DB",
  ]);
});

test("Graphviz, D2 and block diagrams are read too", () => {
  const shown = ["Client: client", "API: service", "Postgres: database", "client - api", "api - db"];
  const dot = [
    "digraph G {",
    "node [shape=box];",
    'client [label="Client"]; ',
    'api [label="API"];',
    'db [label="Postgres", shape=cylinder];',
    "client -> api -> db;",
    "}",
  ];
  expect(drawn(fenced("dot", ...dot))).toEqual(shown);
  const d2 = [
    "direction: right",
    "client: Client",
    "api: API",
    "db: Postgres { shape: cylinder }",
    "client -> api: HTTPS",
    "api -> db",
  ];
  expect(drawn(fenced("d2", ...d2))).toEqual(shown);
  const block = [
    "block-beta",
    "columns 3",
    '  client["Client"] api["API"] db[("Postgres")]',
    "  client --> api",
    "  api --> db",
  ];
  expect(drawn(fenced("mermaid", ...block))).toEqual(shown);
});

test("a diagram that shows no components is told, and the least that runs is offered", () => {
  const text = fenced("mermaid", "stateDiagram-v2", "[*] --> Free");
  const [finding] = read(text).findings;
  expect(finding).toMatchObject({ rule: "no-flowchart", severity: "question", stopsRun: true });
  expect(inWords(read(text + (finding?.fixes?.[0]?.edits[0]?.insert ?? "")))).toHaveLength(5);
});

test("what a sequence asks for rows is the database, where nothing is called so", () => {
  const kinds = (asking: string, other = "ledger") =>
    drawn(
      fenced(
        "mermaid",
        "sequenceDiagram",
        "  fan->>otto: hold a seat",
        "  otto->>Paystack: authorize",
        `  otto->>${other}: ${asking}`,
      ),
    ).slice(0, 4);
  const known = ["fan: client", "otto: service", "Paystack: service"];
  expect(kinds("append version + 1")).toEqual([...known, "ledger: database"]);
  expect(kinds("UPDATE seats SET status = 'held' WHERE id = $1")).toEqual([...known, "ledger: database"]);
  expect(
    read(fenced("mermaid", "sequenceDiagram", "  fan->>otto: hold", "  otto->>ledger: go")).findings[0],
  ).toMatchObject({ rule: "no-flowchart" });
});

test("two who meet at a database are no drawing of what runs, and a service that asks it is", () => {
  const asking = (one: string) =>
    read(
      fenced(
        "mermaid",
        "sequenceDiagram",
        `  ${one}->>DB: SELECT … FOR UPDATE`,
        "  B->>DB: SELECT … FOR UPDATE (waits)",
        `  ${one}->>DB: COMMIT`,
      ),
    ).findings.map(({ rule }) => rule);
  expect(asking("A")[0]).toBe("no-flowchart");
  expect(asking("API")).not.toContain("no-flowchart");
});
