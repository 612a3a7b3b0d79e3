import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readTopology } from "./read-topology.ts";

function read(text: string) {
  const { tell, findings } = reporter("design", linesOf(text));
  return { ...readTopology(text, tell), findings };
}

const told = `# Booking

To hold a seat the service updates its row where it is free and sets the time at which the hold ends; whoever finds no
row is answered 409. To confirm, it updates the same row where the hold is still running, and answers the booking.
`;

test("of a document that tells how it works and draws nothing a service and a database are started, as it says", () => {
  const { components, findings } = read(told);
  expect(findings).toMatchObject([{ rule: "not-drawn", severity: "warning", line: 1 }]);
  expect(components.map(({ kind }) => kind)).toEqual(["client", "service", "database"]);
  // Nobody has drawn them, so nobody is asked about them.
  expect(components.map(({ from, line }) => [from, line])).toEqual(Array(3).fill(["default", undefined]));
});

test("what such a document lists is started too, and diagrams of something else do not stand in its way", () => {
  const rows = "```mermaid\nerDiagram\n  seat ||--o{ hold : has\n```\n";
  const { components, findings } = read(`${told}\n${rows}\n## Components\n\n- Django\n- PostgreSQL\n- Redis\n`);
  expect(findings).toMatchObject([{ rule: "not-drawn", message: expect.stringContaining("Redis") }]);
  expect(components.map(({ label }) => label)).toEqual(["Client", "Django", "PostgreSQL", "Redis"]);
});

test("a diagram that cannot be read is asked about, however much is told around it", () => {
  const { components, findings } = read(`${told}\n\`\`\`mermaid\nflowchrt LR\n  api --> db\n\`\`\`\n`);
  expect(findings).toMatchObject([{ rule: "no-flowchart", severity: "question", stopsRun: true, line: 7 }]);
  expect(components).toEqual([]);
});

test("arrows between words start what they name, under names that can be said, and are no drawing to be asked about", () => {
  const { components, edges } = read("Parts: client -> API servers x3 -> Postgres primary\n");
  expect(components.map(({ id, from }) => [id, from])).toEqual([
    [expect.stringContaining("client"), "default"],
    ["api_servers", "default"],
    ["postgres_primary", "default"],
  ]);
  expect(edges.map(({ line }) => line)).toEqual([undefined, undefined]);
});
