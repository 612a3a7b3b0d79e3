import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);
const schema = `create table users (id int primary key);
create table seats (id int primary key, label text not null);
create table holds (id uuid primary key, seat_id int not null references seats (id), user_id int not null references users (id),
  status text not null check (status in ('held', 'confirmed', 'expired')), expires_at timestamptz not null);
create unique index on holds (seat_id) where status in ('held', 'confirmed');`;
const api = `POST /seats/{seat_id}/holds {user_id} -> 201 {hold_id} | 409
POST /holds/{hold_id}/confirm {user_id} -> 200 {hold_id}
`;
const update =
  "UPDATE holds SET status = 'confirmed' WHERE id = $1 AND user_id = $2 AND status = 'held' AND expires_at > now()";
const words = (told: string): string =>
  way(
    schema,
    api,
    "confirm",
    `## Confirm\n\n${told}\n\n\`\`\`mermaid\nflowchart LR\n api[API] --> db[(Postgres)]\n\`\`\`\n`,
  ).words ?? "";
const none = "If there is none: Answers 200";

test.each([
  `\`${update}\`. 0 rows: nothing left to do for this hold, same answer (idempotent).`,
  `\`\`\`js\nconst r = await db.query("${update}", [id, user]);\nif (r.rowCount === 0) return res.status(200).json({ hold_id: id });\nres.json({ hold_id: id });\n\`\`\``,
  `\`${update}\`; zero rows updated is fine, it was confirmed before. We answer 200.`,
  `\`${update}\`. 0 Zeilen: nichts mehr zu tun, dieselbe Antwort.`,
  `\`${update}\`. 0 filas: la misma respuesta.`,
  `\`${update}\`. 0 wierszy: oddajemy 200, nic więcej do zrobienia.`,
  `\`\`\`sql\n${update};   -- no row: 200 as well, with an empty body\n\`\`\``,
])("what finds no row is answered as a success where it is told so: %s", (told) => {
  expect(words(told)).toContain(none);
});

test.each([
  `\`${update}\`. 0 rows -> read the hold: confirmed -> 200, else 410.`,
  `\`\`\`sql\n${update};   -- no row: 410, else 200\n\`\`\``,
  `\`${update}\`. 0 rows: already confirmed is the same answer.\nAnything else is 410.`,
  `\`${update}\`. 0 rows and it is confirmed by the same user: SELECT it, same answer; none: 410.`,
  `\`${update}\`. Drugi UPDATE dostaje 0 wierszy, czyta rezerwację pierwszego i oddaje 200 z tym samym id.`,
  `\`${update}\`. 0 Zeilen: holt die Buchung des ersten und gibt 200.`,
  `\`${update}\`. 0 filas: lee la reserva del primero y devuelve 200.`,
  `\`${update}\`. 0 lignes : relit la réservation du premier et rend 200.`,
  `\`${update}\`. 0 linhas: procura a reserva do primeiro e devolve 200.`,
  `\`${update}\`. 0 righe: rilegge la prenotazione del primo e dà 200.`,
  `\`${update}\`. 0 rijen: leest de boeking van de eerste en geeft 200.`,
  `\`${update}\`. 0 rows: 200 with the booking of the first, which is the same booking_id.`,
  `\`${update}\`. 1 row: 200. Again: same answer (idempotent).`,
])("what is looked at again, or refused, is none: %s", (told) => {
  expect(words(told)).not.toContain(none);
});
