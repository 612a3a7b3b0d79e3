import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = (end: string, more = "") => `create table seats (id bigserial primary key, label text not null);
create table users (id bigserial primary key);
create table reservations (id uuid primary key default gen_random_uuid(), seat_id bigint not null references seats, user_id bigint not null references users,
  status text not null default 'PENDING' check (status in ('PENDING', 'CONFIRMED', 'EXPIRED')), ${end} timestamptz not null, idempotency_key text unique);
create unique index on reservations (seat_id) where status in ('PENDING', 'CONFIRMED');
${more}`;
const api = (beside = "") => `POST /reservations {seat_id, user_id} -> 201 {id} | 409
${beside}
PUT /reservations/{id}/confirm [Idempotency-Key] -> 200 | 410 expired
`;
const insert = (end: string) =>
  `INSERT INTO reservations (seat_id, user_id, status, ${end}) VALUES ($1, $2, 'PENDING', now() + interval '2 minutes')`;
const confirm = (end: string) =>
  `\`UPDATE reservations SET status = 'CONFIRMED', idempotency_key = $2 WHERE id = $1 AND status = 'PENDING' AND ${end} >= now()\``;
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
interface Written {
  end?: string;
  beside?: string;
  hold?: string;
  others?: string;
  more?: string;
}
const asked = ({ end = "expires_at", beside = "", hold = `\`${insert(end)}\``, others = "", more = "" }: Written) =>
  way(
    schema(end, more),
    api(beside),
    "hold",
    `## Reserve\n\n${hold}\n\n## Confirm\n\n${confirm(end)}, else 410.\n\n${others}\n\n${drawing}`,
  ).questions;

test.each<[string, Written]>([
  [
    "a second one gets a unique violation",
    { hold: `One statement: \`${insert("expires_at")}\`. A unique violation is 409.` },
  ],
  ["in a block", { hold: `\`\`\`sql\n${insert("expires_at")};\n\`\`\`\n\nNothing else touches it.` }],
  ["beside the endpoint", { hold: "One statement.", beside: `  # ${insert("expires_at")}` }],
  [
    "in German",
    { end: "gueltig_bis", hold: `Ein Insert: \`${insert("gueltig_bis")}\`, der Index lässt nur einen zu, sonst 409.` },
  ],
  ["in Spanish", { end: "expira_en", hold: `Un solo insert: \`${insert("expira_en")}\`; si ya existe, 409.` }],
  ["no job", { others: "There is no job that frees anything." }],
  ["too late", { others: "Whoever confirms an expired reservation gets 410." }],
])("nothing makes room for an insert where nobody tells what ends the row in its way: %s", (_, written) => {
  const [question] = asked(written);
  expect(question?.message).toContain(`does not look at ${written.end ?? "expires_at"}`);
  expect(question?.fixes?.[0]?.label).toContain("does not look at");
});

test.each<[string, Written]>([
  ["a job", { others: "A sweeper flips PENDING to EXPIRED." }],
  ["a job's statement", { others: "Upkeep: `UPDATE reservations SET status = 'EXPIRED' WHERE expires_at < now()`." }],
  [
    "a delete",
    { others: "`DELETE FROM reservations WHERE status = 'PENDING' AND expires_at <= now()` runs now and then." },
  ],
  ["a sentence", { others: "When its two minutes are over the seat is free again." }],
  ["in German", { others: "Abgelaufene Reservierungen werden beim nächsten Versuch freigegeben." }],
  ["in French", { others: "Après deux minutes la place est libérée." }],
  ["the database", { more: "-- pg_cron sets expired reservations to EXPIRED each minute" }],
  [
    "a trigger",
    {
      more: `create function make_room() returns trigger language plpgsql as $$ begin
  update reservations set status = 'EXPIRED' where seat_id = new.seat_id and status = 'PENDING' and expires_at < now(); return new; end $$;
create trigger room before insert on reservations for each row execute function make_room();`,
    },
  ],
])("where something ends it, room is made: %s", (_, written) => {
  expect(asked(written).filter(({ message }) => message.includes("does not look at"))).toEqual([]);
});
