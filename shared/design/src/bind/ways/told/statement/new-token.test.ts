import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const taking = (column: string, written: string, { sent = "client_id: int", answered = "folio" } = {}) => {
  const schema = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_until timestamptz, held_by int, ${column});
create table bookings (id int generated always as identity primary key, seat_id int not null unique references seats (id));`;
  const api = `POST /seats/{seat_id}/hold {${sent}} -> 201 {${answered}} | 409
POST /holds/{folio}/confirm -> 201 {booking_id} | 410
`;
  const update = `UPDATE seats SET status = 'held', folio = ${written}, held_until = now() + interval '2 minutes'
 WHERE id = $1 AND (status = 'free' OR (status = 'held' AND held_until <= now()))`;
  const design = `${chart}\n## Hold\n\n\`\`\`sql\n${update};\n\`\`\`\n`;
  const { operations } = read(schema, api, design);
  return JSON.stringify(operations.find(({ capability }) => capability === "hold")?.steps);
};

test.each([
  ["folio char(36) unique", "?", { uuid: true }],
  ["folio uuid", ":nuevo_folio", { uuid: true }],
  ["folio text unique", "$3", { base62: 22 }],
  ["folio varchar(12) unique", "%(folio)s", { base62: 12 }],
  ["folio char(36) unique", "UUID()", { uuid: true }],
])("what the seat is held under, and is answered, is made for each hold: %s = %s", (column, written, value) => {
  expect(taking(column, written)).toContain(`"folio":${JSON.stringify(value)}`);
});

test.each([
  ["what whoever asks sends", "folio char(36) unique", "?", { sent: "folio: string" }],
  ["what nobody is answered", "folio char(36) unique", "?", { answered: "seat_id" }],
  ["what several rows may have", "folio text", "?", {}],
  ["what is written out", "folio text unique", "'A7'", {}],
])("%s is not made up", (_, column, written, said) => {
  expect(taking(column, written, said)).not.toMatch(/"folio":\{"(?:uuid|base62)"/);
});
