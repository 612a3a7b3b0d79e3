import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const schema = (states: string) => `create table seats (id bigserial primary key, event_id bigint not null);
create table holds (id uuid primary key, seat_id bigint not null unique references seats, user_id text not null,
  status text not null check (status in (${states})), expires_at timestamptz not null);
create table bookings (id uuid primary key, seat_id bigint not null unique references seats, user_id text not null,
  idempotency_key text unique);`;
const api = `POST /seats/{seatId}/hold {userId} -> 201 {holdId} | 409
POST /holds/{holdId}/confirm + Idempotency-Key -> 201 {bookingId} | 409
`;
const kept = "'ACTIVE','CONFIRMED','EXPIRED'";
const asked = (prose: string, states = kept) => way(schema(states), api, "hold", drawn + prose).questions;

test.each([
  "A scheduler marks overdue holds EXPIRED.",
  "DELETE /holds/{id} lets one go. When its time is over it becomes EXPIRED.",
])(
  "holds that stay when they have ended are in the way of others, unless the one asked says otherwise: %s",
  (prose) => {
    const [question, ...more] = asked(prose);
    expect(more).toEqual([]);
    expect(question?.message).toContain("keeps what is over");
    const labels = question?.fixes?.map(({ label }) => label) ?? [];
    expect(labels[0]).toContain("stays in its way");
    expect(labels[1]).toContain("makes room");
  },
);

test.each([
  "Un job pone estado = 'EXPIRED' a las retenciones pasadas. Las filas caducadas no se borran.",
  "A scheduler marks overdue holds EXPIRED. Expired rows are never deleted, the funnel needs them.",
  "Ein Job setzt abgelaufene auf EXPIRED; gelöscht wird nichts.",
  "Un job marque les retenues périmées EXPIRED. On ne les supprime pas.",
])("holds of which it is told that nobody deletes them stay: %s", (prose) => {
  expect(asked(prose)[0]?.fixes?.[0]?.label).toContain("stays in its way");
});

test("a state for what has ended is known in other languages, too", () => {
  const prose = "Un job cada 10 segundos: UPDATE holds SET status = 'caducada' WHERE expires_at <= now();";
  expect(asked(prose, "'retenida','confirmada','caducada'")[0]?.message).toContain("keeps what is over");
});

test.each([
  "A job deletes the holds whose time is over.",
  "insert into holds (…) values (…) on conflict (seat_id) do update set … where holds.expires_at < now()",
  "An expired hold is overwritten by whoever comes next.",
  "Abgelaufene Reservierungen werden vom nächsten überschrieben.",
])("nothing is asked where what has ended goes, or gives its place away: %s", (prose) => {
  expect(asked(prose)).toEqual([]);
});

test("nothing is asked where nothing is told", () => {
  expect(asked("")).toEqual([]);
});

test("a table that knows no state for what has ended keeps none of it", () => {
  expect(asked("A scheduler marks overdue holds EXPIRED.", "'ACTIVE','CONFIRMED'")).toEqual([]);
});
