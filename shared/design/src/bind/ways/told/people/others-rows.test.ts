import { expect, test } from "vitest";
import type { Table } from "@proofroom/domain/design/model";
import { asksWhose } from "./asks-whose.ts";
import { withoutOthersRows } from "./others-rows.ts";

const table = (name: string, ...refers: string[]): Table => ({
  name,
  line: 1,
  columns: [],
  primaryKey: ["id"],
  uniques: [],
  indexes: [],
  checks: [],
  foreignKeys: refers.map((one) => ({ columns: [`${one.slice(0, -1)}_id`], table: one, references: ["id"], line: 1 })),
});

const tables = [table("users"), table("seats", "users"), table("bookings", "seats", "users")];
const asks = (text: string): boolean =>
  tables[1] !== undefined && asksWhose(withoutOthersRows(text, tables[1], tables), "user_id");

test.each([
  "if sold is None:\n    mine = (await db.execute(select(Booking).where(\n        Booking.seat_id == seat_id,\n        Booking.user_id == body.user_id))).scalar_one_or_none()\n    if mine:\n        return booking_json(mine)\n",
  "const yours = await db.query('select * from bookings where seat_id = $1 and user_id = $2');\nif (yours) return yours;",
  "$own = Booking::where('seat_id', $seat)->where('user_id', $user)->first();\nif ($own) return $own;",
  "Optional<Booking> own = bookings.findBySeatIdAndUserId(seat, user);\nif (own.isPresent()) return own.get();",
  "No row: `SELECT * FROM bookings WHERE seat_id = $1 AND user_id = $2` -> 200 with it.",
])("whose a booking is says nothing of whose the seat is: %s", (text) => {
  expect(asks(text)).toBe(false);
});

test.each([
  "seat = db.get(Seat, seat_id)\nif seat.user_id != body.user_id:\n    raise HTTPException(403)\n",
  "owner = await db.fetchval('select user_id from seats where id = $1')\nif owner != me: return 404",
  "seat = db.get(Seat, booking.seat_id)\nif seat.user_id != me:\n    raise HTTPException(404)\n",
  "booking = bookings.find(seat)\nif booking: return booking\nif hold.owner != me: return 403",
  "No booking of the seat, and it is another's: 404",
])("whose a seat is is asked beside a booking, too: %s", (text) => {
  expect(asks(text)).toBe(true);
});
