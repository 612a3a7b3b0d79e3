import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import { freedWhateverState } from "./freed-whatever-state.ts";

const column = (name: string, type = "text") => ({ name, type, nullable: true, generated: false, line: 1 });
const seats: Table = {
  name: "seats",
  line: 1,
  columns: [column("id"), column("status"), column("held_by"), column("held_until", "timestamptz")],
  primaryKey: ["id"],
  uniques: [],
  indexes: [],
  checks: [],
  foreignKeys: [],
};
const hold: Step[] = [
  {
    update: "seats",
    set: { status: "held", held_until: { add: ["$now", "2m"] } },
    where: { id: "$path.id", any: [{ status: "free" }, { status: "held", held_until: { lt: "$now" } }] },
  },
];
const frees = (text: string) => freedWhateverState(hold, text, [seats])?.steps;

test.each([
  "UPDATE seats SET status = 'free', held_until = NULL WHERE held_until < now();",
  "update seats s set status='free' where now() > s.held_until returning id;",
  'Seat.where("held_until < ?", Time.current)\n    .update_all(status: "free", held_by: nil)',
  "Seat.objects.filter(held_until__lt=timezone.now()).update(status='free', held_by=None)",
  "prisma.seat.updateMany({ where: { heldUntil: { lt: new Date() } }, data: { status: 'free' } })",
])("what frees rows by their time alone frees sold ones, too: %s", (text) => {
  expect(frees(text)).toEqual([
    {
      update: "seats",
      set: { status: "held", held_until: { add: ["$now", "2m"] } },
      where: {
        id: "$path.id",
        any: [{ status: "free" }, { status: "held", held_until: { lt: "$now" } }, { held_until: { lt: "$now" } }],
      },
    },
  ]);
});

test.each([
  "UPDATE seats SET status = 'free' WHERE status = 'held' AND held_until < now();",
  "UPDATE seats SET status = 'free' WHERE held_until < now() AND status <> 'sold';",
  "UPDATE seats SET status = 'free' WHERE id = $1 AND held_until < now();",
  "UPDATE seats SET status = 'free' WHERE held_until < now() - interval '1 day';",
  "UPDATE seats SET held_by = NULL WHERE held_until < now();",
  'Seat.where(status: "held").where("held_until < ?", Time.current).update_all(status: "free")',
  "SELECT * FROM seats WHERE held_until < now();",
])("what looks at the state, at one row, or sets another thing frees nothing else: %s", (text) => {
  expect(frees(text)).toBeUndefined();
});
