import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigserial primary key, label text not null);
create table holds (seat_id bigint primary key references seats, user_id text not null, expires_at timestamptz not null);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, user_id text not null);`;
const endpoints = (why = "") => `POST /seats/{seat_id}/hold {user_id} -> 201 {seat_id, expires_at} | 409${why}
POST /seats/{seat_id}/confirm {user_id} -> 201 {booking_id} | 410`;
const drawing = "\n\n```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const confirm = "## Confirm\n\nInserts a row into bookings while the hold lasts, else 410.";
const askedOf = (hold: string, api = endpoints(), before = "") =>
  way(schema, api, "hold", `${before}\n\n## Hold\n\n${hold}\n\n${confirm}${drawing}`).questions.map(
    ({ message }) => message,
  );

const steps = (...more: string[]) =>
  [
    "BEGIN, lock the row in seats",
    ...more,
    "delete its row in holds whose expires_at is in the past",
    "insert into holds, expires_at = now + 2 min; duplicate seat_id -> 409",
  ]
    .map((one) => `- ${one}`)
    .join("\n");
const code = (look = "", live = "live") => `\`\`\`python
def hold(conn, seat_id, user_id):
    conn.execute("SELECT id FROM seats WHERE id = %s FOR UPDATE", seat_id)
${look}    ${live} = conn.execute("SELECT 1 FROM holds WHERE seat_id = %s AND expires_at > now()", seat_id)
    if ${live}:
        abort(409)
    conn.execute("DELETE FROM holds WHERE seat_id = %s", seat_id)
    conn.execute("INSERT INTO holds VALUES (%s, %s, now() + interval '2 minutes')", seat_id, user_id)
\`\`\``;
const chinese =
  "锁座:在一个事务里先锁住 seats 的这一行;如果 holds 里有该座位且 expires_at 大于当前时间,返回 409;\n否则删除 holds 里过期的行,再插入 holds 的新行,expires_at = 当前时间 + 2 分钟,返回 201。同一个事务里提交,没有别的步骤。";

test.each([
  ["in a list of steps", steps(), endpoints()],
  ["in code", code(), endpoints()],
  ["in code beside an endpoint that only says what its 409 is for", code(), endpoints(" held or sold")],
  ["in code that calls a hold which lasts taken", code("", "taken"), endpoints()],
])("what is told %s and never of what is sold looks for no booking, and is asked as it is written", (_, hold, api) => {
  expect(askedOf(hold, api)).toEqual([
    "How does POST /seats/{seat_id}/hold hold a seat? The statement about it in the design document does not look at bookings, which the schema keeps.",
  ]);
});

test("a lead in Chinese, behind whose colon no blank stands, is about what it names", () => {
  const questions = way(schema, endpoints(), "hold", `${chinese}\n\n确认:插入 bookings。${drawing}`).questions;
  expect(questions.map(({ message }) => message)).toEqual([expect.stringContaining("does not look at bookings")]);
});

test.each([
  ["a booking is looked for", steps("seat has a row in bookings? -> 409"), endpoints()],
  ["what is sold is refused", steps("sold already -> 409"), endpoints()],
  ["it is refused in German", steps("ist der Platz verkauft: 409"), endpoints()],
  ["it is refused in Spanish", steps("si el asiento está vendido, 409"), endpoints()],
  ["it is refused in French", steps("si la place est vendue, 409"), endpoints()],
  ["it is refused in Polish", steps("miejsce sprzedane: 409"), endpoints()],
  ["it is held while it is free", steps("only a seat that is free may be held"), endpoints()],
  ["the answer says so, beside steps", steps(), endpoints(" held or sold")],
  [
    "code looks for it",
    code('    if conn.execute("SELECT 1 FROM bookings WHERE seat_id = %s", seat_id): abort(409)\n'),
    endpoints(),
  ],
  ["code asks by a function", code("    assert_not_sold(seat_id)\n"), endpoints()],
  ["code is not whole", code("    # ...\n"), endpoints()],
])("nothing is asked where %s", (_, hold, api) => {
  expect(askedOf(hold, api)).toEqual([]);
});

test("nothing is asked where it is told of all, or where hardly anything is told", () => {
  expect(
    askedOf(steps(), endpoints(), "# Seats\n\nA seat that is sold is never let go of, nor held by anybody."),
  ).toEqual([]);
  expect(askedOf("Inserts into holds, 409 where there is one.")).toEqual([]);
});
