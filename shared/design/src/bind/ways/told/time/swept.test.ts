import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, label text not null);
create table holds (id uuid primary key, seat_id int not null references seats (id), user_id int not null,
  state text not null default 'held' check (state in ('held', 'booked', 'expired')), expires_at timestamptz not null, idempotency_key uuid unique);
create unique index live on holds (seat_id) where state in ('held', 'booked');`;
const api = `POST /seats/{seat_id}/holds {user_id} -> 201 {hold_id} | 409
POST /holds/{hold_id}/confirm {user_id} [Idempotency-Key] -> 201 {hold_id} | 410
`;
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const told = (hold: string, job: string, confirm = "Look at the time.") =>
  `## Hold\n\n${hold}\n\n## Upkeep\n\n${job}\n\n## Confirm\n\n${confirm}\n\n${drawing}`;
const plain = "A plain insert with `expires_at = now() + interval '2 minutes'`; the index refuses a second one.";

test("a hold that only a job ends every few minutes is in the way until then, which is asked as it is told first", () => {
  for (const job of [
    "A cron job (`*/5 * * * *`) sets the overdue ones to expired.",
    "Sidekiq expires stale holds every 5 minutes.",
  ]) {
    const [asked] = way(schema, api, "hold", told(plain, job)).questions;
    const [asTold, asShown] = asked?.fixes?.map(({ edits }) => edits[0]?.insert ?? "") ?? [];
    expect(asTold, job).not.toContain("expired");
    expect(asShown, job).toContain("set: { state: expired }");
  }
});

test("a job that comes in a moment, or beside an endpoint that looks at the end itself, is in nobody's way", () => {
  const lazily = "First the holds of the seat whose time has expired are set to expired; then the insert.";
  expect(way(schema, api, "hold", told(plain, "A job expires overdue holds every 5 seconds.")).questions).toEqual([]);
  expect(way(schema, api, "hold", told(lazily, "A job expires overdue holds every 5 minutes.")).questions).toEqual([]);
});

const seats = `create table assento (id bigserial primary key,
  status varchar(12) not null default 'livre' check (status in ('livre', 'reservado', 'vendido')), reserva_id uuid unique, reservado_ate timestamptz);`;
const seatApi = "POST /assentos/{assento_id}/reservar -> 201 {reserva_id} | 409\n";
const seatHold = "Pega o assento; se o status não é `livre`, 409; senão passa para `reservado` com dois minutos.";
const celery = "Uma tarefa celery a cada 5 minutos libera as reservas vencidas.";
const ofSeat = (hold: string, job: string) =>
  way(seats, seatApi, "hold", `## Reservar\n\n${hold}\n\n## Limpeza\n\n${job}\n\n${drawing}`);

test("a seat that only a job frees is in the way until then, which is asked as it is told first", () => {
  const [asked] = ofSeat(seatHold, celery).questions;
  expect(asked?.fixes?.[0]?.label).toContain("in the way until a job comes");
});

test("a seat whose time is looked at by whoever takes it, or of which it is told that it counts as free, is not", () => {
  expect(ofSeat(`${seatHold} Vale também se \`reservado_ate < now()\`.`, celery).questions).toEqual([]);
  expect(ofSeat(seatHold, `${celery} Um assento com reserva vencida conta como livre.`).questions).toEqual([]);
  const [asked] = ofSeat(seatHold, "").questions;
  expect(asked?.message).toContain("does not look at reservado_ate");
  const [asTold, asShown] = asked?.fixes?.map(({ edits }) => edits[0]?.insert ?? "") ?? [];
  expect(asTold).not.toContain("lt: $now");
  expect(asShown).toContain("reservado_ate: { lt: $now }");
});

test("a job whose statement stands below its line ends what is over, and what it has done by then looks at no time", () => {
  const update = "UPDATE assento SET status = 'vendido'\nWHERE id = $1 AND status = 'reservado';";
  const job =
    "Cron every minute:\n\n```sql\nUPDATE assento SET status = 'livre', reservado_ate = NULL WHERE reservado_ate < now();\n```";
  expect(ofSeat(seatHold, job).questions[0]?.fixes?.[0]?.label).toContain("in the way until a job comes");
  const late =
    "Whoever comes too late finds that the cron has already set it to livre. Key: `assento-reservadoAte-user`.";
  const both = `${seatApi}POST /assentos/{assento_id}/pagar -> 201 | 409\n`;
  const [asked] = way(
    seats,
    both,
    "confirm",
    `## Pagar\n\n\`\`\`sql\n${update}\n\`\`\`\n\n${late}\n\n${drawing}`,
  ).questions;
  expect(asked?.fixes?.[0]?.label).toContain("does not look at reservado_ate");
});

test.each([
  "- batch toutes les minutes (un seul nœud à la fois) : `UPDATE hold SET status = 'over' WHERE expires_at < now()`",
  "Ein Stapellauf setzt alle 5 Minuten zurück, was abgelaufen ist.",
  "El cron, todos los minutos, libera las reservas caducadas.",
])("a seat whose hold is a row of its own is in the way until a job frees both, which is asked: %s", (job) => {
  const both = `create table seat (id bigint primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')));
create table hold (id uuid primary key, seat_id bigint not null references seat, status text not null default 'active' check (status in ('active', 'confirmed', 'over')), expires_at timestamptz not null);`;
  const asks = (hold: string) =>
    way(
      both,
      "POST /seats/{seatId}/holds -> 201 {holdId, expiresAt} | 409\n",
      "hold",
      `## Hold\n\n${hold}\n\n## Upkeep\n\n${job}\n\n${drawing}`,
    ).questions.map(({ fixes }) => fixes?.[0]?.label);
  const free = "UPDATE seat SET status = 'held' WHERE id = $1 AND status = 'free'; 0 rows: 409. Then insert the hold.";
  expect(asks(free)[0]).toContain("in the way until a job comes");
  expect(asks(`First UPDATE hold SET status = 'over' WHERE seat_id = $1 AND expires_at < now(). ${free}`)).toEqual([]);
});
