import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = (booking = "") => `create table seats (id bigserial primary key, label text not null);
create table holds (seat_id bigint primary key references seats, user_id text not null, expires_at timestamptz not null);
create table bookings (id bigserial primary key, seat_id bigint not null references seats${booking}, user_id text not null);`;
const upsert =
  "insert into holds (seat_id, user_id, expires_at) values (:s, :u, now() + interval '2 minutes') on conflict (seat_id) do update set user_id = excluded.user_id, expires_at = excluded.expires_at where holds.expires_at < now()";
const hold = "POST /seats/{seat_id}/hold {user_id} -> 201 {seat_id, expires_at} | 409";
const confirm = "POST /seats/{seat_id}/confirm {user_id} -> 201 {booking_id} | 409";
const drawing = "\n\n```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const leaving = "Confirm inserts the booking while the hold lasts; the hold is left to expire.";
const asked = (api: string, design: string, booking = "") =>
  way(schema(booking), api, "hold", design + drawing).questions.map(({ message }) => message);
const looks = (api: string, design: string, booking = "") =>
  way(schema(booking), api, "hold", design + drawing).words.includes("row of bookings whose seat_id");

const rid =
  "delete from holds where seat_id = :s and expires_at < now(); insert into holds (seat_id, user_id) values (:s, :u)";

test.each([
  ["above it", `# ${upsert}\n${hold}\n${confirm}\n`, leaving, "beside it"],
  ["below it", `${hold}\n# ${upsert}\n${confirm}\n`, leaving, "beside it"],
  ["in two statements", `# ${rid}\n${hold}\n${confirm}\n`, leaving, "beside it"],
  [
    "in its section",
    `${hold}\n${confirm}\n`,
    `## Hold\n\n\`\`\`sql\n${upsert};\n\`\`\`\n\n## Confirm\n\n${leaving}`,
    "about it in the design document",
  ],
  [
    "in a design without sections",
    `${hold}\n${confirm}\n`,
    `The hold:\n\n\`\`\`sql\n${upsert};\n\`\`\`\n\n${leaving}`,
    "about it in the design document",
  ],
  [
    "beside the statement of the confirmation",
    `# ${upsert}\n${hold}\n# insert into bookings (seat_id, user_id) select seat_id, user_id from holds where seat_id = :s and user_id = :u and expires_at > now()\n${confirm}\n`,
    "",
    "beside it",
  ],
])(
  "a statement %s that takes over a hold and does not look at bookings is asked about, as it is written first",
  (_, api, design, where) => {
    const { questions } = way(schema(), api, "hold", design + drawing);
    expect(questions.map(({ message }) => message)).toEqual([
      `How does POST /seats/{seat_id}/hold hold a seat? The statement ${where} does not look at bookings, which the schema keeps.`,
    ]);
    const [asWritten, safer] = questions[0]?.fixes?.map(({ edits }) => edits[0]?.insert ?? "") ?? [];
    expect(asWritten).not.toContain("bookings");
    expect(safer).toContain("bookings");
  },
);

const api = `# ${upsert}\n${hold}\n${confirm}\n`;

test.each([
  [`# ${upsert}\n${hold.replace("| 409", "| 409 seat is held or sold")}\n${confirm}\n`, leaving],
  [`${hold.replace("| 409", ", 409 held or sold")}\n  ${upsert}\n${confirm}\n`, leaving],
  [`# unless it is booked: ${upsert}\n${hold}\n${confirm}\n`, leaving],
  [api, "A seat that has a booking is never free."],
  [api, `- free: no row\n- sold: there is a booking\n\n${leaving}`],
  [api, `| seat | what is there |\n|---|---|\n| sold | a row of bookings |\n\n${leaving}`],
  [api, "Verkaufte Plätze bleiben es: 409."],
  [api, "Una butaca vendida no se puede retener."],
  [
    api.replace(":u, now()", ":u, now() /* where not exists (select 1 from bookings b where b.seat_id = :s) */"),
    leaving,
  ],
])("a sold seat is looked for where anything that is told speaks of it: %s %s", (told, design) => {
  expect(asked(told, design)).toEqual([]);
  expect(looks(told, design)).toBe(true);
});

test("nothing is asked where the schema has no two bookings of a seat, or a hold that is sold never ends", () => {
  expect(asked(api, leaving, " unique")).toEqual([]);
  expect(
    asked(
      api,
      "Confirm: `update holds set expires_at = 'infinity' where seat_id = :s and expires_at > now()`, and inserts the booking.",
    ),
  ).toEqual([]);
  expect(
    asked(api.replace(upsert, "insert into holds … on conflict … do update … where holds.expires_at < now()"), leaving),
  ).toEqual([]);
});

const token = (sets: string) => ({
  tables: `create table seats (id bigserial primary key, label text not null);
create table holds (seat_id bigint primary key references seats, token uuid not null unique, user_id text not null, expires_at timestamptz not null);
create table bookings (id bigserial primary key, token uuid not null unique, seat_id bigint not null references seats, user_id text not null);`,
  told: `# Seat sale\n\n## Hold\n\n\`\`\`sql\n${upsert.replace("do update set", `do update set ${sets}`)};\n\`\`\`\n\nNo row: 409 \`seat_taken\`. We used this at work.\n\n## Confirm\n\n${leaving}${drawing}`,
});
const byToken = `POST /seats/{seat_id}/hold {user_id} -> 201 {seat_id, token, expires_at} | 409 seat_taken
POST /bookings {token, user_id} -> 201 {booking_id} | 410\n`;

test("that there is one booking for a token refuses nobody who takes the hold over under a new one", () => {
  const anew = token("token = excluded.token,");
  expect(way(anew.tables, byToken, "hold", anew.told).questions.map(({ message }) => message)).toEqual([
    "How does POST /seats/{seat_id}/hold hold a seat? The statement about it in the design document does not look at bookings, which the schema keeps.",
  ]);
  const same = token("");
  expect(way(same.tables, byToken, "hold", same.told).questions).toEqual([]);
});
