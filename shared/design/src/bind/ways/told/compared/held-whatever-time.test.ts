import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import { heldWhateverTime } from "./held-whatever-time.ts";

const column = (name: string, type: string): Table["columns"][number] => ({
  name,
  type,
  nullable: true,
  generated: false,
  line: 1,
});
const tableOf = (name: string): Table => ({
  name,
  columns: [column("id", "bigint"), column("status", "text"), column("held_until", "timestamptz")],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  indexes: [],
  checks: [],
  line: 1,
});

const held: Step = {
  update: "seats",
  set: { status: "held" },
  where: { id: "$path.id", any: [{ status: "free" }, { status: "held", held_until: { lt: "$now" } }] },
};
const looked: Step[] = [
  { get: "holds", by: { seat_id: "$path.id", held_until: { gte: "$now" } } },
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  { if: { found: true }, then: [{ return: { status: 409 } }] },
];

const asDone = (steps: Step[], handler: string, more = "") => {
  const design = `\`\`\`python\n${handler}\n\`\`\`\n${more}`;
  return heldWhateverTime(steps, { handler, design, all: `POST /seats/{id}/hold -> 201 | 409\n${design}` }, [
    tableOf("seats"),
    tableOf("holds"),
  ]);
};

const fills = "seat.held_until = timezone.now() + timedelta(minutes=2)\nseat.save()";
const state = `if seat.status == "held":\n    return Response(status=409)\n${fills}`;

test("a seat that is refused for its state, whatever its time, is held for good", () => {
  expect(asDone([held], state)).toMatchObject({
    steps: [{ where: { id: "$path.id", any: [{ status: "free" }] } }],
    unseen: ["held_until"],
  });
});

test("any hold that is there refuses where none is asked how long it lasts", () => {
  const code = "if db.scalar(select(Hold.id).where(Hold.seat_id == id)):\n    raise HTTPException(409)";
  expect(asDone(looked, code)?.steps[0]).toEqual({ get: "holds", by: { seat_id: "$path.id" } });
});

test.for([
  ["the time is compared", state.replace('"held":', '"held" and seat.held_until > timezone.now():')],
  ["something is asked that may look at it", state.replace('"held":', '"held" and seat.isLive():')],
  ["a part is left out", `# …\n${state}`],
  ["nothing is refused", fills],
] as const)("a hold that ends stays so where %s", ([, code]) => {
  expect(asDone([held], code)).toBeNull();
});

test.for([
  ["a statement", "```sql\nUPDATE seats SET status = 'free' WHERE held_until < now();\n```"],
  ["a job", "A job every ten seconds sets seats free whose hold has expired."],
  ["code", "```python\nHold.objects.filter(held_until__lt=timezone.now()).delete()\n```"],
])("a hold that %s ends stays so", ([, more = ""]) => {
  expect(asDone([held], state, more)).toBeNull();
});

test("a confirmation is none of a hold's", () => {
  const sold: Step = {
    update: "seats",
    set: { status: "sold" },
    where: { id: "$path.id", held_until: { gte: "$now" } },
  };
  expect(asDone([sold], state)).toBeNull();
});
