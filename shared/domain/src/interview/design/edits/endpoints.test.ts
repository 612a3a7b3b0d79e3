import { expect, test } from "vitest";
import type { Operation } from "../../../design/model.ts";
import type { Step } from "../../../design/step.ts";
import { asksOf } from "./endpoints.ts";

const resolve = (steps: Step[], statuses: number[]): Operation => ({
  opId: "GET /{code}",
  method: "GET",
  path: "/{code}",
  line: 5,
  bodyRequired: false,
  parameters: [],
  responses: statuses.map((status) => ({ status, headers: [] })),
  steps,
  words: [],
  inputs: {},
  outputs: {},
  confidence: 1,
});
const asked = (steps: Step[], statuses: number[]) =>
  asksOf({ operation: resolve(steps, statuses), acts: [], it: "`GET /{code}` (api 5)" })
    .flatMap(({ wordings }) => wordings)
    .filter((wording) => /\b30\d\b/.test(wording));

const get: Step = { get: "links", by: { code: "$path.code" } };

test("an endpoint is asked about the redirect that its steps answer, not the one that it only promises", () => {
  expect(asked([], [302])[0]).toContain("answers 302");
  expect(asked([], [304])).toEqual([]);
  expect(asked([get, { redirect: "$row.url" }], [301])[0]).toContain("answers 301");
  expect(asked([get, { redirect: "$row.url", status: 307 }], [302])[0]).toContain("answers 307");
  expect(asked([get, { return: { status: 200, body: "$row" } }], [302])).toEqual([]);
});
