import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { schema, servedIn } from "../../holds-unguarded.ts";

beforeAll(() => loadReader());

const served = servedIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const holding = (told: string) =>
  served("hold", `## Hold\n\n${told}\n\n## Confirm\n\nSELECT * FROM seats WHERE id = $1 FOR UPDATE`);

test("a seat's row that the documents lock before they look for a hold is what keeps two apart", () => {
  for (const told of [
    "1. `SELECT * FROM seats WHERE id = $1 FOR UPDATE`\n2. a live hold -> 409, else insert",
    "Seat.objects.select_for_update().get(pk=seat_id), then the hold",
    "`Seat::lockForUpdate()->find($id)`; if there is a hold that lasts, 409",
    "We lock the seat row, look for a hold, and insert.",
    "seat.with_lock do\n  raise Taken if seat.holds.live.exists?\nend",
    "Seat.lock.find(params[:seat_id]), then the holds",
    "`em.find(Seat.class, seatId, LockModeType.PESSIMISTIC_WRITE)`, then a live hold -> 409",
    "db.execute(select(Seat).where(Seat.id == seat_id).with_for_update())",
    "manager.findOne(Seat, { where: { id }, lock: { mode: 'pessimistic_write' } })",
    '`tx.Clauses(clause.Locking{Strength: "UPDATE"}).First(&seat, id)`; a live hold -> 409',
    'Repo.one(from s in Seat, where: s.id == ^id, lock: "FOR UPDATE")',
    "seatRepository.findByIdForUpdate(seatId); a hold that lasts -> 409",
    "Look for a live hold under a `FOR UPDATE` on the seat.",
    "The seat's row is locked first, then we look for a hold and insert.",
    "We serialise on the seat row: whoever comes second waits for the first's commit.",
    "`Seat seat = seatRepository.lockById(seatId)`",
    "Die Zeile des Platzes wird gesperrt (SELECT ... FOR UPDATE), dann ein laufender Hold gesucht.",
    "On verrouille la ligne du siège, puis on cherche un blocage en cours.",
    "Bloqueo la fila del asiento y busco una reserva viva.",
    "Trava a linha do assento e procura uma reserva viva.",
    "`SELECT s.*, h.expires_at FROM seats s LEFT JOIN holds h ON h.seat_id = s.id WHERE s.id = $1 FOR UPDATE OF s`; a live hold -> 409",
    "`select s.id, h.id from holds as h right join seats as s on h.seat_id = s.id where s.id = $1 for update of s`, then insert",
    "`SELECT * FROM seats JOIN holds h ON h.seat_id = seats.id WHERE seats.id = $1 FOR UPDATE`; a live hold -> 409",
  ]) {
    const { words, questions } = holding(told);
    expect(questions, told).toEqual([]);
    expect(words, told).toContain("keeps it from others until the end");
  }
});

test("a lock on other rows, or one that another endpoint takes, keeps nobody apart", () => {
  for (const told of [
    "`SELECT * FROM holds WHERE seat_id = $1 AND expires_at > now() FOR UPDATE`; none -> insert",
    "Look for a live hold of the seat, insert one where there is none.",
    "1. Query the holds that block this seat, with pessimistic lock:\n\n   ```sql\n   select h.* from holds h where h.seat_id = :seatId for update\n   ```\n2. none -> insert",
    "Row lock on the seat's live holds: `SELECT * FROM holds WHERE seat_id = $1 FOR UPDATE`; none -> insert",
    "2. Busco las reservas del asiento con bloqueo pesimista:\n   SELECT * FROM holds WHERE seat_id = ? FOR UPDATE\n3. ninguna -> insert",
    "2. `SELECT * FROM holds WHERE seat_id = $1 FOR UPDATE`; none -> insert\n\nTwo on one seat: the `for update` in step 2 makes the second wait.",
    "live = (Hold.objects.select_for_update()\n  .filter(seat=seat, expires_at__gt=now).first())",
    "Hold.where(seat: seat).lock.first, and insert where there is none",
    "`db.execute(select(Hold).where(Hold.seat_id == seat.id).with_for_update())`",
    "No lock on the seat row; look for a live hold, insert.",
    "`SELECT * FROM seats s JOIN holds h ON h.seat_id = s.id WHERE s.id = $1 FOR UPDATE OF h`; none -> insert",
    "A FOR UPDATE on the seat would queue everybody, so we look for a hold and insert.",
    "I don't want all those requests to queue up behind a `select_for_update` of the seat, so I only look.",
    "Je ne veux pas que les requêtes fassent la queue derrière un `select_for_update` de la place.",
  ]) {
    expect(
      holding(told).questions.map(({ rule }) => rule),
      told,
    ).toEqual(["which-way"]);
  }
});

test("an advisory lock of the seat, a lock of its event, and a transaction that is as if alone keep two apart, and it is said how they run", () => {
  const ofEvents = schema.replace("label text", "event_id int not null references events (id), label text");
  const events = `create table events (id int primary key);\n${ofEvents}`;
  for (const [told, because] of [
    [
      "`SELECT pg_try_advisory_xact_lock($seat)`, false -> 409; live hold -> 409; insert",
      "pg_try_advisory_xact_lock runs here as",
    ],
    ["An advisory lock of this seat; a live hold -> 409", "advisory lock runs here as"],
    ["1. `select pg_advisory_xact_lock($seat_id)`\n2. a live hold -> 409", "pg_advisory_xact_lock runs here as"],
    ["- `pg_advisory_xact_lock(hashtext('seat:' || $1))`\n- live hold -> 409", "pg_advisory_xact_lock runs here as"],
    ["`SELECT 1 FROM events WHERE id = $1 FOR UPDATE`, a live hold -> 409, insert", "FOR UPDATE runs here as"],
    [
      "The transaction is SERIALIZABLE and tried again on 40001: a live hold -> 409, insert",
      "SERIALIZABLE runs here as",
    ],
  ] as const) {
    const found = served("hold", `## Hold\n\n${told}\n\n## Confirm\n\nLook at the time.`, events);
    expect(found.questions, told).toEqual([]);
    expect(found.words, told).toContain("keeps it from others until the end");
    expect(found.because.join("\n"), told).toContain(`${because} a lock of the row of seats`);
  }
});

test("every transaction may be said to be as if alone, and another isolation, or one that is not taken, is none", () => {
  const general = (said: string) =>
    served("hold", `## Idea\n\n${said}\n\n## Hold\n\nA live hold -> 409, else insert.\n\n## Confirm\n\nBook.`);
  expect(general("Every transaction runs SERIALIZABLE.").questions).toEqual([]);
  expect(general("Every transaction is READ COMMITTED instead of SERIALIZABLE.").questions).toHaveLength(1);
  expect(general("For all of it SERIALIZABLE would be too slow.").questions).toHaveLength(1);
});

test("a lock of which nothing says what it is on is asked about, and is the first that is offered", () => {
  for (const told of [
    "- `pg_advisory_xact_lock(hashtext($1::text))`\n- live hold -> 409\n- insert",
    "1. SELECT … FOR UPDATE\n2. live hold -> 409\n3. INSERT",
    "Take a row lock, then look for a hold.",
  ]) {
    const [asked] = holding(told).questions;
    expect(asked?.fixes?.[0]?.label, told).toMatch(/^It locks the seat's row/);
  }
  const onHolds = holding("`SELECT * FROM holds WHERE seat_id = $1 FOR UPDATE`; none -> insert").questions[0];
  expect(onHolds?.fixes?.[0]?.label).toMatch(/^It looks for a hold that lasts/);
});

test("where a seat may have been sold under another hold, its bookings are looked for, of the seat or else of each of its holds", () => {
  const told = `## Hold\n\nSELECT 1 FROM seats WHERE id = $1 FOR UPDATE; sold or held -> 409, else insert.`;
  const ofSeat = schema.replace("not null unique references seats", "not null references seats");
  expect(served("hold", told, ofSeat).words).toMatch(/Reads the row of bookings whose seat_id/);
  const ofHold = ofSeat.replace(
    ", seat_id int not null references seats (id), hold_id uuid not null unique);",
    ", hold_id uuid not null unique references holds (id));",
  );
  expect(served("hold", told, ofHold).words).toMatch(/Reads the row of bookings whose hold_id/);
  const narrow = told.replace("sold or held", "SELECT 1 FROM holds WHERE seat_id = $1 AND expires_at > now(); one");
  expect(served("hold", narrow, ofSeat).words).not.toContain("bookings");
});

test("a seat's version that is raised where it is still the one read, and a lock that is kept beside the database, keep two apart", () => {
  for (const [told, because] of [
    [
      "A live hold -> 409. `UPDATE seats SET version = version + 1 WHERE id = $1 AND version = $2`, 0 rows -> 409; insert",
      "version = version + 1",
    ],
    ["Look for a live hold, bump the seat's version with `WHERE version = ?`, insert.", "bump the seat's version"],
    ["Take a Redlock on the seat (`lock:seat:{id}`), look for a live hold, insert.", "Redlock"],
    ["Mit einer verteilten Sperre, dann ein Hold", null],
    ["Verteilte Sperre auf den Seat, laufender Hold -> 409, sonst INSERT", "Verteilte Sperre"],
  ] as const) {
    const { questions, because: shown } = holding(told);
    expect(
      questions.map(({ rule }) => rule),
      told,
    ).toEqual(because === null ? ["which-way"] : []);
    if (because !== null)
      expect(shown.join("; "), told).toContain(`${because} runs here as a lock of the row of seats`);
  }
  expect(holding("`UPDATE holds SET version = version + 1 WHERE id = $1`; none -> insert").questions).toHaveLength(1);
  expect(
    holding("A live hold -> 409; `UPDATE seats SET version = version + 1 WHERE id = $1`; insert").questions,
  ).toHaveLength(1);
  expect(holding("No distributed lock on the seat; look for a live hold, insert.").questions).toHaveLength(1);
});

test("where a statement locks rows of holds, a lock of which nothing says more is that one", () => {
  const { words } = holding(
    "```sql\nSELECT id FROM holds WHERE seat_id = $1 AND expires_at > now() FOR UPDATE;\n-- any row: 409\nINSERT INTO holds (seat_id) VALUES ($1);\n```\n\nWith `FOR UPDATE` the second one waits.",
  );
  expect(words).toMatch(/Reads the row of holds whose seat_id[^]*Adds a row to holds/);
  expect(words).not.toContain("row of seats");
});

test("a table that is locked whole keeps two apart, and one that others may write to meanwhile does not", () => {
  for (const told of [
    "`LOCK TABLE holds IN SHARE ROW EXCLUSIVE MODE`, then a live hold -> 409, else insert",
    "lock table holds in access exclusive mode; a live hold -> 409, else insert",
    "The table holds is locked (SHARE ROW EXCLUSIVE) before we look for a live hold: 409, else insert.",
  ]) {
    const { words, questions } = holding(told);
    expect(questions, told).toEqual([]);
    expect(words, told).toContain("keeps it from others until the end");
  }
  for (const mode of ["ROW SHARE", "ROW EXCLUSIVE", "ACCESS SHARE", "SHARE"])
    expect(
      holding(`LOCK TABLE holds IN ${mode} MODE; a live hold -> 409, else insert`).questions.map(({ rule }) => rule),
      mode,
    ).toEqual(["which-way"]);
});
