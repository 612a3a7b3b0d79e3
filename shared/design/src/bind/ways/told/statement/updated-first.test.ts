import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = (
  link: string,
): string => `create table seats (id int primary key, state text not null default 'free' check (state in ('free', 'held', 'sold')),
  hold_id uuid unique, held_until timestamptz);
create table holds (id uuid primary key, seat_id int not null references seats, expires_at timestamptz not null);
create table bookings (id bigserial primary key, seat_id int not null unique references seats, hold_id uuid not null unique);
${link}`;
const api =
  "POST /seats/{seat_id}/holds -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm -> 201 {booking_id} | 410\n";

const orderOf = (told: string, link = ""): string[] => {
  const design = `## Hold\n\n${told}\n\n## Confirm\n\nSells the seat.\n\n\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n\`\`\`\n`;
  const hold = read(schema(link), api, design).operations.find(({ capability }) => capability === "hold");
  const [first] = hold?.steps ?? [];
  const steps = first !== undefined && "transaction" in first ? first.transaction : [];
  return steps.flatMap((step) =>
    "insert" in step ? [`insert ${step.insert}`] : "update" in step ? [`update ${step.update}`] : [],
  );
};

test.each([
  "```sql\nUPDATE seats SET state = 'held', hold_id = :id WHERE id = :seat AND (state = 'free' OR state = 'held' AND held_until < now());\nINSERT INTO holds (id, seat_id, expires_at) SELECT hold_id, id, held_until FROM seats WHERE id = :seat;\n```",
  "1. `update seats set hold_id = gen_random_uuid(), …`; no row: 409\n2. `insert into holds …` with that id",
  "```ts\nconst { count } = await tx.seat.updateMany({ where: { id, OR: [{ state: 'free' }, { state: 'held', heldUntil: { lt: now } }] }, data: { holdId } });\nif (count === 0) return 409;\nawait tx.hold.create({ data: { id: holdId, seatId } });\n```",
  "```php\n$n = Seat::where('id', $id)->free()->update(['hold_id' => $uuid]);\nHold::create(['id' => $uuid]);\n```",
])("a seat that is written to be changed before its hold is added is changed first: %s", (told) => {
  expect(orderOf(told)).toEqual(["update seats", "insert holds"]);
});

test.each([
  ["the other order is written", "`INSERT INTO holds …`, then `UPDATE seats SET hold_id = …`", ""],
  ["nothing is", "It holds the seat.", ""],
  [
    "a foreign key wants the hold there",
    "`UPDATE seats SET hold_id = …`, then `INSERT INTO holds …`",
    "alter table seats add foreign key (hold_id) references holds;",
  ],
])("the hold is added first where %s", (_, told, link) => {
  expect(orderOf(told, link)).toEqual(["insert holds", "update seats"]);
});
