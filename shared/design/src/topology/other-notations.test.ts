import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readTopology } from "./read-topology.ts";

function read(text: string) {
  const { tell, findings } = reporter("design", linesOf(text));
  return { ...readTopology(text, tell), findings };
}

/** What is drawn once the offered click is taken. */
function clicked(text: string): string[] {
  const [finding] = read(text).findings;
  expect(finding).toMatchObject({ rule: "no-flowchart", severity: "question", stopsRun: true });
  const [edit] = finding?.fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("nothing is offered");
  const { components, edges, findings } = read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to));
  expect(findings.filter(({ severity, stopsRun }) => severity === "error" || stopsRun === true)).toEqual([]);
  return [
    ...components.map(({ label, kind }) => `${label}: ${kind}`),
    ...edges.map(({ from, to, async }) => `${from} ${async ? "~" : "-"} ${to}`),
  ];
}

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
  expect(clicked(text)).toEqual([
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
  expect(clicked(text)).toEqual(["Readers: client", "API: service", "Links: database", "web - api", "api - db"]);
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
  expect(clicked(fenced("plantuml", ...components))).toEqual([...seen, "Reader - api", "api ~ Kafka", "api - Links"]);
  expect(clicked(components.join("\n"))).toEqual([...seen, "Reader - api", "api ~ Kafka", "api - Links"]);
  const sequence = [
    "@startuml",
    'participant "URL service" as api',
    "Reader -> api: GET",
    "api -> DB: select",
    "DB --> api: row",
    "@enduml",
  ];
  expect(clicked(fenced("plantuml", ...sequence))).toEqual([
    "URL service: service",
    "Reader: client",
    "DB: database",
    "Reader - api",
    "api - DB",
  ]);
});

test("Graphviz, D2 and block diagrams are drawn by a click", () => {
  const drawn = ["Client: client", "API: service", "Postgres: database", "client - api", "api - db"];
  const dot = [
    "digraph G {",
    "node [shape=box];",
    'client [label="Client"]; ',
    'api [label="API"];',
    'db [label="Postgres", shape=cylinder];',
    "client -> api -> db;",
    "}",
  ];
  expect(clicked(fenced("dot", ...dot))).toEqual(drawn);
  const d2 = [
    "direction: right",
    "client: Client",
    "api: API",
    "db: Postgres { shape: cylinder }",
    "client -> api: HTTPS",
    "api -> db",
  ];
  expect(clicked(fenced("d2", ...d2))).toEqual(drawn);
  const block = [
    "block-beta",
    "columns 3",
    '  client["Client"] api["API"] db[("Postgres")]',
    "  client --> api",
    "  api --> db",
  ];
  expect(clicked(fenced("mermaid", ...block))).toEqual(drawn);
});

test("a diagram that shows no components is told, and the least that runs is offered", () => {
  expect(clicked(fenced("mermaid", "stateDiagram-v2", "[*] --> Free"))).toHaveLength(5);
});
