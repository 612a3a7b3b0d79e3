import { expect, test } from "vitest";
import { answeredWhereThere } from "./answered-where-there.ts";

test.each([
  [
    "PHP",
    "if ($seat->status === 'sold') {   // retry\n  $b = DB::selectOne(\"SELECT id FROM bookings WHERE hold_id = ?\", [$holdId]);\n  return response()->json(['booking_id' => $b->id], 200);\n}",
  ],
  [
    "Java",
    "if (seat.getStatus() == SeatStatus.SOLD) {\n  Booking b = bookings.findByHoldId(holdId).orElseThrow();\n  return ResponseEntity.ok(BookingResponse.of(b));\n}",
  ],
  [
    "Java, the state first",
    'if ("SOLD".equals(seat.getStatus())) {\n  var b = bookings.findByHoldId(holdId);\n  return ok(b);\n}',
  ],
  ["Java, asked of the row", "if (hold.isConfirmed()) {\n  var b = bookings.findByHoldId(holdId);\n  return b;\n}"],
  [
    "C#",
    "if (seat.Status == SeatStatus.Sold)\n{\n  var b = await db.Bookings.SingleAsync(x => x.HoldId == holdId);\n  return Ok(new { bookingId = b.Id });\n}",
  ],
  [
    "Go",
    'if seat.Status == "sold" {\n  var b Booking\n  err := tx.QueryRow(ctx, `SELECT id FROM bookings WHERE hold_id = $1`, holdID).Scan(&b.ID)\n  if err != nil {\n    return Booking{}, err\n  }\n  return b, nil\n}',
  ],
  [
    "Go, of several cases",
    'switch status {\ncase "sold":\n  b, err := s.bookingByHold(ctx, id)\n  if err != nil { return nil, err }\n  writeJSON(w, http.StatusOK, b)\n}',
  ],
  ["Go, found or not", "if b, ok := s.bookingByHold(ctx, holdID, user); ok {\n  return b, nil // 200\n}"],
  [
    "Python",
    'if seat.status == "sold":\n    booking = await session.scalar(select(Booking).where(Booking.hold_id == hold_id))\n    return {"booking_id": booking.id}\n\nif seat.held_until <= now:\n    raise HTTPException(410)',
  ],
  [
    "Python with a cursor",
    'if seat["status"] == "sold":\n    cur.execute("SELECT id FROM bookings WHERE hold_id = %s", (hold_id,))\n    return {"booking_id": cur.fetchone()["id"]}, 200\nif seat["lapsed"]:\n    return {"error": "hold_expired"}, 410',
  ],
  [
    "Node",
    "if (seat.status === 'sold') {\n  const { rows: [b] } = await c.query('SELECT id FROM bookings WHERE hold_id = $1', [holdId]);\n  await c.query('COMMIT');\n  return res.status(200).json({ bookingId: b.id });\n}",
  ],
  [
    "Node, of a model",
    "if (hold.status === 'CONFIRMED') {\n  const b = await prisma.booking.findUniqueOrThrow({ where: { holdId } });\n  return reply.send(b);\n}",
  ],
  ["Ruby", "if seat.sold?\n  booking = Booking.find_by!(hold_id: id)\n  return render json: booking, status: :ok\nend"],
  [
    "Rust",
    'if seat.status == SeatStatus::Sold {\n  let b = sqlx::query_as!(Booking, "select * from bookings where hold_id = $1", id).fetch_one(&mut *tx).await?;\n  return Ok(Json(b));\n}',
  ],
  [
    "Kotlin",
    "if (seat.status == SeatStatus.SOLD) {\n  val b = bookings.findByHoldId(holdId)!!\n  return ResponseEntity.ok(b)\n}",
  ],
])("the branch of what is sold may read what is there before it answers it, in %s", (_, code) => {
  expect(answeredWhereThere(`func confirm\n${code}`)).not.toBeNull();
});

test.each([
  [
    "it refuses",
    "if (seat.status === 'sold') {\n  const b = await findBooking(id);\n  return res.status(409).json(b);\n}",
  ],
  ["it throws", "if (seat.getStatus() == SOLD) {\n  Booking b = bookings.findByHoldId(id);\n  throw new Gone(b);\n}"],
  [
    "it writes one more row",
    "if (payment.status === 'paid') {\n  const s = await findSeat(id);\n  await query('INSERT INTO bookings (seat_id) VALUES ($1)', [s.id]);\n  return res.json(s);\n}",
  ],
  [
    "it saves",
    "if (hold.isConfirmed()) {\n  Seat s = seats.findById(hold.getSeatId());\n  bookings.save(new Booking(s));\n  return ok(s);\n}",
  ],
  [
    "it asks for more",
    "if seat.status == 'sold':\n    b = find_booking(seat)\n    if b.hold_id != hold_id:\n        return gone()\n    return b",
  ],
  [
    "it is over before",
    "if (seat.status === 'sold') {\n  const s = await findSeat(id);\n  log(s);\n}\nreturn res.json(await book(id));",
  ],
  [
    "another one comes of the case",
    'switch (outcome) {\ncase "BOOKED": return res.json(b);\ncase "GONE": return gone();\n}',
  ],
  [
    "it is of what is not sold",
    "if (seat.status !== 'sold') {\n  const b = await findBooking(id);\n  return res.json(b);\n}",
  ],
  ["the booking itself is the condition", "if b, ok := s.book(ctx, hold, user); ok {\n  return b, nil\n}"],
])("a branch is no answer of what is there where %s", (_, code) => {
  expect(answeredWhereThere(code)).toBeNull();
});
