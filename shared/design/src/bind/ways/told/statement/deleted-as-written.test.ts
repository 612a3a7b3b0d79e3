import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigserial primary key, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats, user_id bigint not null,
  expires_at timestamptz not null);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, user_id bigint not null);`;
const api = `POST /seats/{seat_id}/holds {user_id: integer} -> 201 {id, expires_at} | 409
POST /holds/{id}/confirm -> 200 {id} | 410
`;
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const insert =
  "INSERT INTO holds (seat_id, user_id, expires_at) VALUES ($1, $2, now() + interval '2 minutes') RETURNING id, expires_at;  -- unique violation: 409";

const usual = "DELETE FROM holds WHERE id = $1 AND expires_at >= now() RETURNING seat_id, user_id;  -- none: 410";
const served = (
  capability: string,
  { hold = `DELETE FROM holds WHERE seat_id = $1 AND expires_at < now();\n${insert}`, confirm = usual },
) =>
  way(
    schema,
    api,
    capability,
    `## Hold\n\`\`\`sql\nSELECT 1 FROM bookings WHERE seat_id = $1;  -- found: 409\n${hold}\n\`\`\`\n
## Confirm\n\`\`\`sql\nBEGIN;\n${confirm}\nINSERT INTO bookings (seat_id, user_id) VALUES ($seat, $user) RETURNING id;\nCOMMIT;\n\`\`\`\n\n${drawing}`,
  );
const passing = "does not look at expires_at";

test("what lets only those go whose time is over runs so", () => {
  const { words, questions } = served("hold", {});
  expect(questions).toEqual([]);
  expect(words).toContain(
    "Deletes the rows of holds whose seat_id is the path's seat_id and expires_at is before the time now",
  );
});

test("a delete that names no time takes a running hold away, and is asked about first as it stands", () => {
  const { questions } = served("hold", { hold: `DELETE FROM holds WHERE seat_id = $1;\n${insert}` });
  expect(questions.map(({ message }) => message.includes(passing))).toEqual([true]);
  expect(questions[0]?.fixes?.[0]?.edits[0]?.insert).toContain("delete: holds, where: { seat_id: $path.seat_id } }");
});

test("a delete of everybody else's hold is one of whoever it is not", () => {
  const { questions } = served("hold", { hold: `DELETE FROM holds WHERE seat_id = $1 AND user_id <> $2;\n${insert}` });
  expect(questions[0]?.fixes?.[0]?.edits[0]?.insert).toContain(
    "any: [{ user_id: { lt: $body.user_id } }, { user_id: { gt: $body.user_id } }]",
  );
});

test("a time that is looked at before the delete needs no second look", () => {
  const look = "SELECT 1 FROM holds WHERE seat_id = $1 AND expires_at > now();  -- found: 409";
  const { questions } = served("hold", { hold: `${look}\nDELETE FROM holds WHERE seat_id = $1;\n${insert}` });
  expect(questions).toEqual([]);
});

test.each([
  "DELETE FROM holds WHERE id = $1 RETURNING seat_id, user_id;  -- none: 410",
  "DELETE FROM holds WHERE id = $1 RETURNING seat_id, user_id, expires_at;  -- none: 410",
  "SELECT seat_id, user_id, expires_at FROM holds WHERE id = $1;  -- none: 410",
])("a confirmation that takes a hold whatever its time is asked about: %s", (confirm) => {
  const { questions } = served("confirm", { confirm });
  expect(questions.map(({ message }) => message.includes(passing))).toEqual([true]);
});

const upsert = (where: string): string =>
  insert.replace(
    " RETURNING",
    `\nON CONFLICT (seat_id) DO UPDATE SET user_id = excluded.user_id, expires_at = excluded.expires_at\nWHERE ${where} RETURNING`,
  );

test("an insert that overwrites has those rows make room that it asks for", () => {
  const words = (where: string): string => served("hold", { hold: upsert(where) }).words;
  expect(words("holds.expires_at <= now()")).toContain("expires_at is at most the time now");
  expect(words("holds.expires_at > now()")).toContain("expires_at is beyond the time now");
  expect(words("holds.expires_at < now() OR holds.user_id = excluded.user_id")).toContain("before the time now");
});
