import type { Operation } from "../../design/model.ts";
import type { Where } from "../../design/step.ts";
import { expect, test } from "vitest";
import { actsOf } from "./acts.ts";

const operation = (where: Where): Operation => ({
  opId: "POST /seats/{id}/hold",
  method: "POST",
  path: "/seats/{id}/hold",
  line: 1,
  bodyRequired: false,
  parameters: [],
  responses: [],
  steps: [{ update: "seats", set: { status: "held" }, where }],
  words: [],
  inputs: {},
  outputs: {},
  confidence: 1,
});

test("rows are found by what each of them has to fit, not by what one of several conditions says", () => {
  const byOf = (where: Where) => actsOf(operation(where))[0]?.by;
  expect(byOf({ id: "$path.id", any: [{ status: "free" }, { status: "held", until: { lt: "$now" } }] })).toEqual([
    "id",
    "status",
  ]);
  expect(byOf({ any: [{ until: null }, { until: { lt: "$now" } }] })).toEqual(["until"]);
  expect(byOf({ any: [{ status: "free" }, { until: { lt: "$now" } }] })).toEqual([]);
});
