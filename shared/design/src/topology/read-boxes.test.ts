import { expect, test } from "vitest";
import { readBoxes } from "./read-boxes.ts";

function drawn(text: string): string[] {
  const { parts, calls } = readBoxes(text) ?? { parts: new Map<string, { label: string }>(), calls: [] };
  return calls.map(({ from, to }) => `${parts.get(from)?.label} > ${parts.get(to)?.label}`).toSorted();
}

test("boxes beside and below one another are joined as their lines say", () => {
  expect(
    drawn(`
+--------+  HTTPS  +----+      +----------+
| Client | ------> | LB | ---> | API (x3) |
+--------+         +----+      +----------+
                                    |
                                    v
                              +----------+
                              | Postgres |
                              | primary  |
                              +----------+
`),
  ).toEqual(["API (x3) > Postgres primary", "Client > LB", "LB > API (x3)"]);
});

test("a line that parts leads to each of its heads, and one without a head downwards", () => {
  expect(
    drawn(`
      ┌────────┐
      │  API   │
      └───┬────┘
     ┌────┴─────┐
     ▼          ▼
 ┌────────┐ ┌───────┐
 │ Links  │ │ Redis │
 └────────┘ └───────┘
      │
 ┌─────────┐    ┌────────┐
 │ Standby │◀───│ Backup │
 └─────────┘    └────────┘
`),
  ).toEqual(["API > Links", "API > Redis", "Backup > Standby", "Links > Standby"]);
});

test("a box around others is none, and a table in Markdown is no drawing", () => {
  expect(
    drawn(`
+---------------------------+
| VPC                       |
|  +-----+      +--------+  |
|  | API | ---> |   DB   |  |
|  +-----+      +--------+  |
+---------------------------+
`),
  ).toEqual(["API > DB"]);
  expect(readBoxes("| a | b |\n|---|---|\n| 1 | 2 |\n")).toBeNull();
});
