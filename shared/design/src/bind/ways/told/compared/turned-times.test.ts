import type { Table } from "@proofroom/domain/design/model";
import type { Comparison, Step } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import { withTurnedTimes } from "./turned-times.ts";

const column = (name: string, type: string): Table["columns"][number] => ({
  name,
  type,
  nullable: true,
  generated: false,
  line: 1,
});
const table: Table = {
  name: "seats",
  columns: [column("id", "bigint"), column("status", "text"), column("held_until", "timestamptz")],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  indexes: [],
  checks: [],
  line: 1,
};

const held = (moment: Comparison): Step => ({
  update: "seats",
  set: { status: "held" },
  where: { id: "$path.id", any: [{ status: "free" }, { status: "held", held_until: moment }] },
});
const refused = (moment: Comparison): Step[] => [
  { get: "seats", by: { id: "$path.id", held_until: moment } },
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  { if: { found: true }, then: [{ return: { status: 409 } }] },
];
const stepsOf = (steps: Step[], code: string) => withTurnedTimes(steps, code, [table])?.steps ?? null;

const lasting =
  'if seat.status == "held" and seat.held_until > timezone.now():\n    return Response(status=409)\nseat.save()';
const ended = lasting.replace(" > ", " < ");

test("a seat that is refused once its hold has ended is taken over while the hold lasts", () => {
  expect(stepsOf([held({ lt: "$now" })], ended)).toEqual([held({ gte: "$now" })]);
});

test("a look that refuses what it finds is turned round as well", () => {
  expect(stepsOf(refused({ gte: "$now" }), ended)).toEqual(refused({ lt: "$now" }));
});

test.for([
  ["which refuses what lasts", lasting],
  ["which compares in both directions", `${lasting}\n\n${ended}`],
  ["which only reads the comparison", "SELECT id, held_until < now() AS lapsed FROM seats WHERE id = $1"],
  ["which compares no time", 'if seat.status == "held":\n    return 409'],
] as const)("code %s leaves the way as it is", ([, code]) => {
  expect(stepsOf([held({ lt: "$now" })], code)).toBeNull();
});
