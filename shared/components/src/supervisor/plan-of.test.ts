import { expect, test } from "vitest";
import { planOf } from "./plan-of.ts";

test("a plan is read from its root down, with the rows that a filter threw away and the pages read", () => {
  const explained = [
    {
      Plan: {
        "Node Type": "Limit",
        "Actual Rows": 1,
        "Actual Loops": 1,
        Plans: [
          {
            "Node Type": "Seq Scan",
            "Relation Name": "urls",
            Filter: "(code = 'a'::text)",
            "Actual Rows": 1,
            "Actual Loops": 2,
            "Rows Removed by Filter": 500,
            "Shared Hit Blocks": 10,
            "Shared Read Blocks": 5,
            "Actual Total Time": 0.5,
          },
        ],
      },
    },
  ];
  expect(planOf(explained)).toEqual([
    { depth: 0, node: "Limit", rows: 1 },
    {
      depth: 1,
      node: "Seq Scan",
      table: "urls",
      condition: "(code = 'a'::text)",
      rows: 2,
      removed: 1000,
      buffers: 15,
      millis: 1,
    },
  ]);
});

test("what is no plan has no nodes", () => {
  for (const odd of [null, "text", [], [{}], [{ Plan: 1 }]]) expect(planOf(odd)).toEqual([]);
});
