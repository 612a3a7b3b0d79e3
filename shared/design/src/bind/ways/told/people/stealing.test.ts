import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key);
create table holds (seat_id int primary key references seats (id), token uuid not null default gen_random_uuid(),
  user_id int not null, expires_at timestamptz not null);
create table bookings (id int generated always as identity primary key, seat_id int not null unique references seats (id), user_id int not null);`;
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const holding = (design: string, beside = "") => {
  const api = `${beside}POST /seats/{seat_id}/hold {user_id: int} -> 200 {seat_id} | 409
POST /seats/{seat_id}/confirm {user_id: int} -> 201 {booking_id} | 409
`;
  const { operations, findings } = read(schema, api, `${chart}\n## Hold\n\n${design}\n`);
  const hold = operations.find(({ capability }) => capability === "hold");
  const asked = findings.find(({ rule, message }) => rule === "which-way" && message.includes("hold a seat"));
  return { does: JSON.stringify(hold?.steps), asked: asked?.fixes?.[0] };
};
const insert = "insert into holds (seat_id, user_id, expires_at) values ($1, $2, now() + interval '2 minutes')";
const steals = `${insert} on conflict (seat_id) do update set user_id = excluded.user_id, expires_at = excluded.expires_at`;

test.each([
  `\`\`\`sql\n${steals};\n\`\`\`\nThe last one who presses gets it.`,
  `409 if the seat is booked, else \`${steals}\``,
  `\`${insert} on duplicate key update user_id = values(user_id), expires_at = values(expires_at)\``,
])("an upsert without a where gives the row to whoever comes last: %s", (design) => {
  const { does, asked } = holding(design);
  expect(asked).toBeUndefined();
  expect(does).toContain('"onConflict":{"seat_id":{"overwrite":["user_id","expires_at"]}}');
  expect(does).not.toContain("delete");
});

test("what the database makes is made anew for whoever takes the row", () => {
  const { does } = holding(`\`${steals}, token = gen_random_uuid()\``);
  expect(does).toContain('"token":{"uuid":true}');
  expect(does).toContain('"overwrite":["token","user_id","expires_at"]');
});

test("where it is told elsewhere that somebody is refused it is asked about, the statement first", () => {
  const { asked } = holding(`\`${steals}\`\n\n## Rules\n\nA seat that somebody else has is a 409.`);
  expect(asked?.label).toContain("does not look at expires_at");
  expect(asked?.edits[0]?.insert).toContain("overwrite");
});

test.each([
  `\`${steals} where holds.expires_at < now()\``,
  `Lock the seat. A hold of somebody else that is running: 409. Then \`${steals}\``,
  `\`delete from holds where seat_id = $1 and expires_at < now()\`; \`${steals}\``,
  `\`${insert} on conflict (seat_id) do update set user_id = case when holds.expires_at < now() then excluded.user_id else holds.user_id end\``,
  `\`${insert} on conflict (seat_id) do update set user_id = holds.user_id\``,
])("an upsert that looks at the row, or behind a look at it, gives nobody's row away: %s", (design) => {
  expect(holding(design).does).not.toContain("overwrite");
});

test.each([
  `409 if it is held. \`${steals}\``,
  `- somebody else holds it: 409\n- else \`${steals}\``,
  `\`\`\`sql\n${steals};\n\`\`\`\n\nDer zweite bekommt 409, gehalten ist gehalten.`,
])(
  "beside a refusal of what is held, with nothing that would keep two apart, it is asked about, the statement first: %s",
  (design) => {
    const { asked } = holding(design);
    expect(asked?.label).toContain("does not look at expires_at");
    expect(asked?.edits[0]?.insert).toContain("overwrite");
  },
);

test("a statement that is known to find no row has a condition, whether or not that is shown", () => {
  expect(holding(`\`${steals}\`; 0 rows: held, 409.`).does).not.toContain("overwrite");
});
