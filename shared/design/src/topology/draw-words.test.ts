import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readTopology } from "./read-topology.ts";

function read(text: string) {
  const { tell, findings } = reporter("design", linesOf(text));
  return { ...readTopology(text, tell), findings };
}

/** Labels and edges of what is drawn, once the offered click is taken where that is needed. */
function drawnBy(text: string): { label: string; parts: string[]; edges: string[] } {
  const fix = read(text).findings.find(({ rule }) => /^(?:no-flowchart|drawn-otherwise|not-drawn)$/.test(rule))
    ?.fixes?.[0];
  const [edit] = fix?.edits ?? [];
  const { components, edges } = read(text + (edit?.insert ?? ""));
  const labelOf = (id: string): string => components.find((one) => one.id === id)?.label ?? "";
  return {
    label: fix?.label ?? "",
    parts: components.map(({ label, kind }) => `${label}: ${kind}`),
    edges: edges.map(({ from, to }) => `${labelOf(from)} > ${labelOf(to)}`),
  };
}

test("of a diagram of states the components that are listed are drawn, not the states", () => {
  const text = `\`\`\`mermaid
stateDiagram-v2
  [*] --> AVAILABLE
  AVAILABLE --> HELD: hold
  HELD --> SOLD: the database says so
\`\`\`

## Components

* booking-service (Spring Boot, 4+ instances behind the load balancer). Knows the customer.
* PostgreSQL, one primary. Replica for seat maps.
* PSP behind a \`PaymentClient\` interface.
* **Redis**: seat maps

## More
- Kafka
`;
  expect(drawnBy(text)).toEqual({
    label: "Draw Client, booking-service, PostgreSQL and the others",
    parts: ["Client: client", "booking-service: service", "PostgreSQL: database", "Redis: cache"],
    edges: ["Client > booking-service", "booking-service > PostgreSQL", "booking-service > Redis"],
  });
  const states = "@startuml\n[*] --> held : POST /holds\nheld --> sold\nsold --> [*]\n@enduml\n";
  const said = "\nParts: gunicorn/Django × N, PgBouncer, PostgreSQL, Stripe.\n";
  expect(drawnBy(`\`\`\`plantuml\n${states}\`\`\`\n${said}`).parts).toEqual([
    "Client: client",
    "gunicorn/Django × N: service",
    "PostgreSQL: database",
  ]);
  expect(drawnBy(states).label).toBe("Draw a client, a service and a database");
});

test("a worker that is listed is drawn behind its queue, and where there is none left out", () => {
  const listed = "Components:\n- API servers\n- cleanup worker\n- Postgres\n";
  expect(drawnBy(listed).edges).toEqual(["Client > API servers", "API servers > Postgres"]);
  expect(drawnBy(`${listed}- Kafka\n`).edges).toEqual([
    "Client > API servers",
    "API servers > Postgres",
    "API servers > Kafka",
    "Kafka > cleanup worker",
    "cleanup worker > Postgres",
  ]);
});

test("a chain in words may branch off below, end in several, and have arrows of any length", () => {
  const branched = `Client ──> API servers (Python/Flask, several of them, no state) ──> Postgres, payment provider
              ▲     \\-> Redis (only cache of the seat map)
`;
  expect(drawnBy(branched)).toEqual({
    label: "Draw the same as a flowchart",
    parts: [
      "Client: client",
      "API servers: service",
      "Postgres: database",
      "payment provider: service",
      "Redis (only cache of the seat map): cache",
    ],
    edges: [
      "Client > API servers",
      "API servers > Postgres",
      "API servers > payment provider",
      "API servers > Redis (only cache of the seat map)",
    ],
  });
  expect(drawnBy("browser -----> | Phoenix, 3 nodes | -----> PostgreSQL\n").edges).toEqual([
    "browser > Phoenix, 3 nodes",
    "Phoenix, 3 nodes > PostgreSQL",
  ]);
});

test.each([
  ["states", "HELD -> PAYING -> PAID\n"],
  ["code", "```java\nclient -> service -> database\n```\n"],
  [
    "conditions",
    "- user found -> same hold -> 200\n- hold.expires_at <= db clock -> service answers, 410\n- seat gone -> 404 -> database\n",
  ],
])("%s with arrows between them are no components", (_, text) => {
  expect(drawnBy(text).label).toBe("Draw a client, a service and a database");
});

test("what a chain is called is no component, be it a flowchart, and its first line is where it is told of", () => {
  for (const title of ["", "flowchart: ", "Architecture: ", "API flow: "]) {
    const text = `A client of ours:\n\n${title}client -> CDN -> gateway -> api (x2) -> mysql\n\n- code: random\n`;
    for (const document of [text, text.slice(text.indexOf("\n\n") + 2)]) {
      const { tell, findings } = reporter("design", linesOf(document));
      const { components } = readTopology(document, tell);
      const kinds = components.map(({ kind, replicas }) => `${kind} ${replicas}`);
      expect(kinds, document).toEqual(["client 1", "cdn 1", "gateway 1", "service 2", "database 1"]);
      const line = document === text ? 3 : 1;
      expect(findings, document).toMatchObject([{ rule: "drawn-otherwise", line, endLine: line }]);
      expect(findings[0]?.message).not.toContain("how many");
    }
  }
});

test("what is added up at the end of a chain is as many components as are added", () => {
  const { parts, edges } = drawnBy("client -> load balancer -> api x3 -> redis + postgres");
  expect(parts.slice(2)).toEqual(["api x3: service", "redis: cache", "postgres: database"]);
  expect(edges.slice(2)).toEqual(["api x3 > redis", "api x3 > postgres"]);
});
