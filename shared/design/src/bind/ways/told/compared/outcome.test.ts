import { expect, test } from "vitest";
import { outcomeAt } from "./outcome.ts";

const outcomeIn = (code: string) => {
  const [at, end] = [code.indexOf("until > now"), code.indexOf("until > now") + "until > now".length];
  return outcomeAt(code, at, end);
};

test.for([
  ["if (seat.status == HELD && until > now) throw Conflict()", "refused"],
  ["if sold:\n    return 409\nif until > now:\n    return Response(status=409)\nseat.save()", "refused"],
  ["if (!(until > now)) {\n  return res.status(410).end();\n}", "taken"],
  ["unless until > now\n  return head :gone\nend", "taken"],
  ["return head :conflict if seat.held? && until > now", "refused"],
  ["raise Gone unless until > now", "taken"],
  ["abort_if($seat->taken || until > now, 409);", "refused"],
  ["abort_unless(until > now, 410);", "taken"],
  [
    'live = query("SELECT id FROM holds WHERE until > now")\nif live.is_some() {\n  return Err(Conflict);\n}',
    "refused",
  ],
  ['hold = query("SELECT id FROM holds WHERE until > now")\nif hold is None:\n  raise Gone()', "taken"],
  ['const hold = await one("SELECT id FROM holds WHERE until > now");\nif (!hold) return reply(410);', "taken"],
  ['let h = query("SELECT id FROM holds WHERE until > now").ok_or(Gone)?;', "taken"],
  [
    "$taken = Hold::where('seat_id', $id)->where(function ($q) {\n  $q->where('x', 1)->where(until > now);\n})->exists();\nabort_if($taken, 409);",
    "refused",
  ],
  ["INSERT INTO holds SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM holds WHERE until > now)", "refused"],
  ["n = Seat.where('until > now').update_all(status: 'held')\nreturn head(:conflict) if n.zero?", "taken"],
  ["query = from c in Chair, where: until > now\ncase Repo.update_all(query, set: []) do", "taken"],
] as const)("what becomes of whoever meets a condition: %s", ([code, outcome]) => {
  expect(outcomeIn(code)).toBe(outcome);
});

test.for([
  ["what is only read", "seat = query('SELECT status, until > now AS live FROM seats')\nif seat.sold: return 409"],
  ["what is not refused", "if (until > now) {\n  log(seat);\n}"],
  ["a function that only tells", "fun isHeld() = until > now"],
] as const)("%s has no outcome", ([, code]) => {
  expect(outcomeIn(code)).toBeNull();
});
