import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const seats = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_until timestamptz, hold_ref uuid, held_by int);
create table bookings (id int generated always as identity primary key, seat_id int not null unique references seats (id), user_id int not null);`;
const api =
  "POST /seats/{seat_id}/hold {user_id: int} -> 201 {hold_ref} | 404 | 409\nPOST /holds/{hold_ref}/book {user_id: int} -> 201 {booking_id} | 409\n";
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const held = (told: string, more = "", schema = seats) =>
  way(schema, api, "hold", `# Seats\n\n${drawing}\n${more}\n\n## Hold\n\n${told}\n`);

const apart = `If (status is "free" or status is "held" and held_until is before the time now): Sets`;

const read = "SELECT status, held_until > now() AS live FROM seats WHERE id = $1";
const write =
  "UPDATE seats SET status = 'held', held_by = $2, hold_ref = $3, held_until = now() + interval '2 minutes' WHERE id = $1";

const written: readonly [string, string][] = [
  [
    "node",
    `\`\`\`js
const { rows: [seat] } = await pool.query('${read}', [id]);
if (seat.status === 'sold' || (seat.status === 'held' && seat.live)) return res.status(409).json({ error: 'taken' });
const result = await pool.query(\`${write} RETURNING hold_ref\`, [id, user, ref]);
res.status(201).json({ hold_ref: result.rows[0].hold_ref });
\`\`\``,
  ],
  [
    "python",
    `\`\`\`python
cur.execute("SELECT status, held_until FROM seats WHERE id = %s", (seat_id,))
status, until = cur.fetchone()
if status == "sold" or (status == "held" and until > now):
    raise HTTPException(409)
cur.execute("UPDATE seats SET status = 'held', held_until = %s WHERE id = %s", (until, seat_id))
conn.commit()
\`\`\``,
  ],
  [
    "java",
    `\`\`\`java
Seat seat = jdbc.queryForObject("select * from seats s where s.id = ?", mapper, seatId);
if (!seat.isFree(clock.instant()) || seat.getStatus() == SOLD) throw new ResponseStatusException(CONFLICT);
jdbc.update("update seats set status = 'held', held_until = ? where id = ?", until, seatId);
\`\`\``,
  ],
  ["a list of steps", `1. \`${read}\`. Held and live, or sold: 409.\n2. \`${write}\`\n3. Answer 201.`],
  [
    "a block of SQL",
    `\`\`\`sql\nBEGIN;\n${read};\n-- held and live, or sold: ROLLBACK, 409\n${write};\nCOMMIT;\n\`\`\``,
  ],
];

test.each(written)("a row that is read and then written by its key alone may be had by two at once: %s", (_, told) => {
  const { words, because, questions } = held(told);
  expect(questions).toEqual([]);
  expect(words).toContain(apart);
  expect(because.at(-1)).toMatch(/stands: seats is read first, then written where id = /);
});

test("what the designer does without keeps nobody apart", () => {
  const told = `${written[0]?.[1]}\n\nI didn't wrap it in a transaction or take locks: the database stays free of lock queues.`;
  expect(held(told).words).toContain(apart);
});

test.each([
  ["a lock", `\`\`\`sql\n${read} FOR UPDATE;\n-- 409\n${write};\n\`\`\``],
  ["a lock of something else first", `Take \`pg_advisory_xact_lock(seat)\`.\n\n\`${read}\`: 409.\n\n\`${write}\``],
  ["a mutex", `In a mutex of the seat: \`${read}\`: 409. Then \`${write}\``],
  ["a stricter transaction", `BEGIN ISOLATION LEVEL REPEATABLE READ; ${read}; 409; ${write}; COMMIT;`],
  ["a transaction as if alone", `BEGIN ISOLATION LEVEL SERIALIZABLE; ${read}; 409; ${write}; COMMIT;`],
  ["the state asked again", `\`${read}\`: 409. \`${write} AND status = 'free'\``],
  ["the time asked again", `\`${read}\`: 409. \`${write} AND (held_until IS NULL OR held_until < now())\``],
  ["a version asked", `\`${read}\`: 409. \`${write} AND version = $4\``],
  ["something left out", `\`${read}\`: 409. \`${write} AND …\``],
  ["no row found", `\`${read}\`: 409. \`${write}\`; 0 rows: 409.`],
  ["nothing read before", `409 if it is held. \`${write}\``],
  ["another one that asks", `\`${read}\`: 409. \`${write}\`, or \`${write} AND status = 'free'\``],
])("%s keeps two apart", (_, told) => {
  expect(held(told).words).not.toContain(apart);
});

test("a lock that is told of all of them keeps two apart", () => {
  expect(
    held(written[0]?.[1] ?? "", "## Locking\n\nEvery write locks the seat's row with FOR UPDATE.").words,
  ).not.toContain(apart);
});

test("a time that is not read before is not looked at", () => {
  const told =
    "`SELECT status FROM seats WHERE id = $1`, not free: 409.\n\n`UPDATE seats SET status = 'held' WHERE id = $1`";
  const { questions } = held(told);
  expect(questions.map(({ message }) => message)).toEqual([
    "How does POST /seats/{seat_id}/hold hold a seat? The statement about it in the design document does not look at held_until, which the schema keeps.",
  ]);
});

const called: readonly [string, string][] = [
  [
    "Rails",
    `\`\`\`ruby
seat = Seat.find(params[:id])
return head :conflict if seat.sold? || (seat.held? && seat.held_until > Time.current)
seat.update!(status: "held", held_until: 2.minutes.from_now)
\`\`\``,
  ],
  [
    "Laravel",
    `\`\`\`php
$seat = Seat::findOrFail($id);
abort_if($seat->status === 'sold' || $seat->isHeld(), 409);
$seat->status = 'held';
$seat->held_until = now()->addMinutes(2);
$seat->save();
\`\`\``,
  ],
  [
    "a scope of Laravel",
    `\`\`\`php
$seat = Seat::where('id', $seatId)->firstOrFail();
if ($seat->status === 'sold') abort(409);
if ($seat->status === 'held' && $seat->held_until > now()) abort(409);
$seat->update(['status' => 'held', 'held_until' => now()->addMinutes(2)]);
\`\`\``,
  ],
  [
    "a row that Laravel binds to the route",
    `\`\`\`php
public function hold(Seat $seat, Request $request) {
    if ($seat->status === 'held' && $seat->held_until > now()) abort(409);
    $seat->update(['status' => 'held', 'held_until' => now()->addMinutes(2)]);
}
\`\`\``,
  ],
  [
    "a row that Spring converts",
    `\`\`\`java
public Seat hold(@PathVariable Seat seat) {
  if (!seat.isFree(now)) throw new ConflictException();
  seat.setStatus(Status.HELD);
  return seats.save(seat);
}
\`\`\``,
  ],
  [
    "a scope of Rails",
    `\`\`\`ruby
seat = Seat.where(id: params[:id]).first!
return head :conflict if seat.sold? || (seat.held? && seat.held_until > Time.current)
seat.update!(status: "held", held_until: 2.minutes.from_now)
\`\`\``,
  ],
  [
    "what Rails sets before its action",
    `\`\`\`ruby
before_action :set_seat
def hold
  return head :conflict if @seat.held? && @seat.held_until > Time.current
  @seat.update!(status: "held", held_until: 2.minutes.from_now)
end
\`\`\``,
  ],
  [
    "Django",
    `\`\`\`python
seat = Seat.objects.get(pk=pk)
if seat.status != "free" and seat.held_until > timezone.now():
    return Response(status=409)
seat.status = "held"
seat.save()
\`\`\``,
  ],
  [
    "SQLAlchemy",
    `\`\`\`python
seat = db.query(Seat).filter(Seat.id == seat_id).first()
if seat.status == "sold" or (seat.status == "held" and seat.held_until > now):
    raise HTTPException(409)
seat.status = "held"
db.commit()
\`\`\``,
  ],
  [
    "Spring",
    `\`\`\`java
Seat seat = seatRepository.findById(id).orElseThrow(NotFound::new);
if (!seat.isFree(now)) throw new ConflictException();
seat.setStatus(Status.HELD);
seat.setHeldUntil(now.plus(2, MINUTES));
seatRepository.save(seat);
\`\`\``,
  ],
  [
    "Entity Framework",
    `\`\`\`csharp
var seat = await db.Seats.FirstOrDefaultAsync(s => s.Id == id);
if (seat.Status == Status.Sold || seat.HeldUntil > now) return Conflict();
seat.Status = Status.Held;
await db.SaveChangesAsync();
\`\`\``,
  ],
  [
    "Prisma",
    `\`\`\`ts
const seat = await prisma.seat.findUnique({ where: { id: seatId } });
if (seat.status === 'sold' || (seat.status === 'held' && seat.heldUntil > new Date())) throw new ConflictException();
await prisma.seat.update({ where: { id: seatId }, data: { status: 'held', heldUntil } });
\`\`\``,
  ],
  [
    "TypeORM",
    `\`\`\`ts
const seat = await this.seats.findOneBy({ id });
if (seat.status !== 'free' && seat.heldUntil > new Date()) throw new ConflictException();
await this.seats.update(id, { status: 'held', heldUntil });
\`\`\``,
  ],
  [
    "knex",
    `\`\`\`js
const seat = await knex('seats').where({ id: req.params.id }).first()
const free = seat.status === 'free' || (seat.status === 'held' && seat.held_until <= now)
if (!free) return res.status(409).json({ error: 'taken' })
const [row] = await knex('seats').where({ id: seat.id }).update({ status: 'held', held_until: until }).returning(['hold_ref'])
\`\`\``,
  ],
  [
    "Laravel's query builder",
    `\`\`\`php
$seat = DB::table('seats')->where('id', $id)->first();
abort_if($seat->status === 'sold' || $seat->held_until > now(), 409);
DB::table('seats')->where('id', $id)->update(['status' => 'held', 'held_until' => now()->addMinutes(2)]);
\`\`\``,
  ],
  [
    "a queryset of Django",
    `\`\`\`python
seat = Seat.objects.get(pk=pk)
if seat.status != "free" and seat.held_until > timezone.now():
    return Response(status=409)
Seat.objects.filter(pk=pk).update(status="held", held_until=until)
\`\`\``,
  ],
  [
    "Drizzle",
    `\`\`\`ts
const [seat] = await db.select().from(seats).where(eq(seats.id, id));
if (seat.status === 'sold' || (seat.status === 'held' && seat.heldUntil > new Date())) throw new ConflictException();
await db.update(seats).set({ status: 'held', heldUntil }).where(eq(seats.id, id));
\`\`\``,
  ],
  [
    "GORM",
    `\`\`\`go
var seat Seat
db.First(&seat, id)
if seat.Status == "sold" || seat.HeldUntil.After(now) { return c.JSON(409, taken) }
seat.Status = "held"
db.Save(&seat)
\`\`\``,
  ],
  [
    "a statement in a comment",
    `\`\`\`ts
const seat = await this.seats.findOneBy({ id });
if (seat.status === "held" && seat.heldUntil > now) throw new ConflictException();
seat.status = "held";
await this.seats.save(seat); // UPDATE seats SET ... WHERE id = $1
\`\`\``,
  ],
];

test.each(called)("a row that a framework reads and writes back may be had by two at once: %s", (_, told) => {
  const { words, questions } = held(told);
  expect(questions).toEqual([]);
  expect(words).toContain(apart);
});

const versioned = seats.replace("hold_ref uuid,", "hold_ref uuid, lock_version int not null default 0,");
test.each([
  ["a version that the framework asks for", called[0]?.[1] ?? "", versioned],
  ["a lock", (called[0]?.[1] ?? "").replace("Seat.find", "Seat.lock.find"), seats],
  ["a lock for update", (called[1]?.[1] ?? "").replace("Seat::find", "Seat::lockForUpdate()->find"), seats],
  ["a scope that locks", (called[2]?.[1] ?? "").replace("->first", "->lockForUpdate()->first"), seats],
  [
    "a row that is bound and read again under a lock",
    (called[3]?.[1] ?? "").replace("    if", "    $seat = Seat::lockForUpdate()->find($seat->id);\n    if"),
    seats,
  ],
  ["select_for_update", (called[7]?.[1] ?? "").replace("objects.get", "objects.select_for_update().get"), seats],
  ["with_for_update", (called[8]?.[1] ?? "").replace(".first()", ".with_for_update().first()"), seats],
  ["a pessimistic lock", "@Lock(PESSIMISTIC_WRITE) on findById.\n\n" + (called[9]?.[1] ?? ""), seats],
  [
    "an update that asks",
    "Seat.where(id: id, status: 'free').update_all(status: 'held')\n\n" + (called[0]?.[1] ?? ""),
    seats,
  ],
])("%s keeps two apart in a framework", (_, told, schema) => {
  expect(held(told, "", schema).words).not.toContain(apart);
});

test.each([
  `\`\`\`php
public function hold(Seat $seat) {
    if ($seat->status === 'sold') abort(409);
    $seat->update(['status' => 'held', 'held_until' => now()->addMinutes(2)]);
}
\`\`\``,
  `\`\`\`ruby
seat = Seat.find(params[:id])
return head :conflict if seat.status == "sold"
seat.update!(status: "held", held_until: 2.minutes.from_now)
\`\`\``,
  `\`\`\`ts
const seat = await prisma.seat.findUnique({ where: { id: seatId } });
if (seat.status !== 'free') throw new ConflictException();
await prisma.seat.update({ where: { id: seatId }, data: { status: 'held', heldUntil } });
\`\`\``,
])("a time that code does not look at before it writes is not looked at: %s", (told) => {
  const { questions } = held(told);
  expect(questions.map(({ message }) => message)).toEqual([expect.stringContaining("does not look at held_until")]);
});

test("what is handed to another function may be looked at there", () => {
  const told = `\`\`\`ts
const seat = await prisma.seat.findUnique({ where: { id: seatId } });
if (seat.status === 'sold' || isHeldNow(seat)) throw new ConflictException();
await prisma.seat.update({ where: { id: seatId }, data: { status: 'held', heldUntil } });
\`\`\``;
  expect(held(told).questions).toEqual([]);
});
