import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readTopology } from "./read-topology.ts";

function read(text: string) {
  const { tell, findings } = reporter("design", linesOf(text));
  const { components, edges } = readTopology(text, tell);
  return {
    findings,
    shown: components.map(({ label, kind }) => `${label}: ${kind}`),
    drawn: edges.map(({ from, to, label }) => `${from} ${to}${label === undefined ? "" : ` ${label}`}`),
  };
}
const chart = (...lines: string[]) => read(`\`\`\`mermaid\nflowchart LR\n${lines.join("\n")}\n\`\`\`\n`);

test("icons, tags, Markdown and line breaks of a label say nothing of what it is", () => {
  const { shown, findings } = chart(
    '  c([fa:fa-user Client]):::ext -->|"POST<br/>/links"| lb["fa:fa-server <b>Load</b><br/>Balancer"]',
    '  lb --> api["`**API service**',
    '  behind it`"] --> db@{ shape: cyl, label: Links }',
  );
  expect(findings).toEqual([]);
  expect(shown).toEqual([
    "Client: client",
    "Load Balancer: gateway",
    "API service behind it: service",
    "Links: database",
  ]);
});

test("words in an arrow need no blanks around them, and a bar in quotes ends no label", () => {
  const { drawn, findings } = chart(
    "  Client--writes-->API",
    '  API --"SETEX 120s"--> Redis',
    '  API -->|"a | b"| DB',
    "  API -.later.-> Worker",
    "  API ==sync==> Search",
  );
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(drawn).toEqual([
    "Client API writes",
    "API Redis SETEX 120s",
    "API DB a | b",
    "API Worker later",
    "API Search sync",
  ]);
});

test("what is only about looks draws nothing", () => {
  const { drawn, shown, findings } = read(
    "```mermaid\n---\ntitle: Mine\nconfig:\n  theme: dark\n---\n%% a note\nflowchart LR %% left to right\n  c[Client] e1@--> api[API] --> db[(DB)]\n  e1@{ animate: true }\n  c ~~~ db\n  accDescr {\n    all of it\n  }\n```\n",
  );
  expect(findings).toEqual([]);
  expect(shown).toHaveLength(3);
  expect(drawn).toEqual(["c api", "api db"]);
});

test("an arrow at a subgraph leads to those of its parts that nobody inside asks", () => {
  const { drawn } = chart(
    "  subgraph Client Side",
    "    u[User]",
    "  end",
    '  subgraph vpc ["VPC (eu)"]',
    "    subgraph app",
    "      s[Booking service] --> p[Payment service]",
    "    end",
    "    subgraph data",
    "      db[(Postgres)]",
    "      r[(Redis)]",
    "    end",
    "  end",
    "  u --> app",
    "  app --> data",
  );
  expect(drawn).toEqual(["s p", "u s", "s db", "s r", "p db", "p r"]);
});

test("shapes that end otherwise than they begin are read to their end", () => {
  const { shown } = chart("  a[/Client\\] --> b[\\API/] --> c[/Worker/] --> d[(DB)]");
  expect(shown).toEqual(["Client: client", "API: service", "Worker: worker", "DB: database"]);
});

const flow = "graph LR\n  Client --> API --> DB[(Postgres)]\n";

test.each([
  ["a fence without a word", `# D\n\n\`\`\`\n${flow}\`\`\`\n`, 3],
  ["no fence, amid prose", `# D\n\nSome words.\n\n${flow}\nThe API - it is stateless - does the rest.\n`, 5],
])("a diagram with %s is read, and told", (_what, text, line) => {
  const { drawn, findings } = read(text);
  expect(drawn).toEqual(["Client API", "API DB"]);
  expect(findings).toMatchObject([{ rule: "no-fence", severity: "warning", line }]);
});

test("the fence that Azure's wiki has, and one in a list, are fences", () => {
  expect(read(`::: mermaid\n${flow}:::\n`).findings).toEqual([]);
  expect(read(`1. Drawn:\n\n    \`\`\`mermaid\n${flow}    \`\`\`\n`).findings).toEqual([]);
});
