const rows = (count: number, row: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => row(n)).join("");
const chart = (text: string): string => `\`\`\`mermaid\nflowchart LR\n${text}\n\`\`\`\n`;

/** Design documents that must be stopped, by what is wrong with them. */
export const designTexts: Record<string, string> = {
  "no diagram": "# Design\n\nWe use Postgres.\n",
  "a sequence diagram": "```mermaid\nsequenceDiagram\n  a->>b: hello\n```\n",
  PlantUML: "```plantuml\n@startuml\na -> b\n@enduml\n```\n",
  "an open bracket": chart("  c[Client --> api[API"),
  "an arrow to nowhere": chart("  c[Client] -->\n  --> db[(DB)]"),
  "no service": chart("  c[Client] --> db[(Postgres)]"),
  "a component called end": chart("  c[Client] --> api[API] --> end[(DB)]"),
  "a directive for nobody": chart("  c[Client] --> api[API] --> db[(DB)]\n  %% @nobody kind=service"),
  "a kind that is none": chart("  c[Client] --> api[API] --> db[(DB)]\n  %% @api kind=mainframe"),
  "a name of 5,000 letters": chart(`  ${"x".repeat(5_000)} --> db[(DB)]`),
  "10,000 arrows": chart(rows(10_000, (n) => `  n${n} --> n${n + 1}\n`)),
  "10,000 replicas of nothing": chart("  api[API x99999999999999999999999] --> "),
  "a fence that never ends": "```mermaid\nflowchart LR\n  c[Client] --> api[API --> db[(DB)]\n",
  "cut off behind a component": "```mermaid\nflowchart LR\n  c[Client] --> api[API]\n",
  "a group without its end": chart("subgraph a\n  c[Client] --> api[API] --> db[(DB)]"),
  "a name with nothing in it": chart("  c[Client] --> a\u200bpi[API] --> db[(DB)]"),
  "an image": "![design](data:image/png;base64,iVBORw0KGgo=)\n",
  "script in a label": chart('  c["<script>alert(1)</script>] --> api[API]'),
  "a conflict of a merge": chart("<<<<<<< HEAD\n  c[Client] --> api[API]\n=======\n>>>>>>> theirs"),
  "a class diagram": "```mermaid\nclassDiagram\n  Url <|-- Link\n```\n",
  "a state diagram": "```mermaid\nstateDiagram-v2\n  [*] --> Held\n```\n",
  C4: '```mermaid\nC4Context\n  Person(a, "A")\n```\n',
  drawio: "<mxfile><diagram>abc</diagram></mxfile>",
  "boxes of states": "+------+    +------+\n| FREE | -> | HELD |\n+------+    +------+\n",
  "a database alone": chart("  db[(Postgres)]"),
  "clients alone": chart("  a([Client]) --> b([Client])"),
  "brackets that cross": chart("  c([Client)] --> api[API] --> db[(DB)]"),
  "a flowchart without lines": chart(""),
  "a fence of two languages": "```mermaid json\n{}\n```\n",
  "graphviz of states": "digraph { free -> held -> sold }\n",
  "a name in quotes as a node": chart('  "api" --> "db"'),
  "hundred databases": chart(rows(100, (n) => `  api[API] --> d${n}[(DB ${n})]\n`)),
};
