import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, label text not null);
create table bookings (id uuid primary key, seat_id int not null unique references seats (id), user_id int not null);`;
const api = `POST /seats/{seat_id}/hold {user_id} -> 201 {hold_token} | 409
POST /seats/{seat_id}/confirm {user_id} -> 201 {booking_id} | 410
`;
const words = (hold: string, others = "", told = api): string =>
  way(
    schema,
    told,
    "hold",
    `## Hold\n\n${hold}\n\n## Confirm\n\n\`GET hold:{seat_id}\`; gone or not ours: 410.\n\n${others}\n\n\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n api --> r[(Redis)]\n\`\`\`\n`,
  ).words;
const once = /Keeps [^\n]* as hold:\{path\.seat_id\}[^\n]* if nothing is kept there yet/;
const twice = /Reads hold:\{path\.seat_id\}[^]*Keeps [^\n]* as hold:\{path\.seat_id\}/;

test.each([
  "`SETNX hold:{seat_id} {user_id}`; 0 is a 409.",
  "`SET hold:{seat_id} {user_id} NX`; nil is a 409.",
  '`setIfAbsent("hold:" + seatId, userId)`, else 409.',
  "Redis SETNX, and there is no TTL on it.",
  "`SET hold:{seat_id} {user_id} NX`, ohne TTL.",
])("a key is kept for good where it is written how it is put there and nothing of an end: %s", (hold) => {
  expect(words(hold)).toMatch(once);
  expect(words(hold)).not.toContain("2m");
});

test.each([
  ["`SET hold:{seat_id} {user_id} NX EX 120`", ""],
  ["`SETNX hold:{seat_id} {user_id}`, then `EXPIRE hold:{seat_id} 120`", ""],
  ["`SETNX hold:{seat_id} {user_id}`", "Every key has a TTL."],
  ["`SETNX hold:{seat_id} {user_id}`", "A hold lasts two minutes."],
  ["`SETNX hold:{seat_id} {user_id}`", "Redis drops what has expired by itself."],
  ["Redis holds it, one wins.", ""],
])("a key has its end where any of it is told, or nothing of the key is written: %s %s", (hold, others) => {
  expect(words(hold, others)).toMatch(/Keeps [^\n]* for 2m, if nothing/);
});

test.each([
  "First `GET hold:{seat_id}`: there is one, 409. Else `SET hold:{seat_id} {user_id} EX 120`, a second command, not atomic.",
  "`EXISTS hold:{seat_id}` -> 409, or else `SETEX hold:{seat_id} 120 {user_id}`.",
  "```js\nif (await redis.get(`hold:${seatId}`)) return 409;\nawait redis.set(`hold:${seatId}`, userId, 'EX', 120);\n```",
  "```py\nif cache.get(seat_key): return 409\ncache.set(seat_key, user_id, timeout=120)\n```",
  "We check the key in Redis; if it is not there we set it for 120 seconds.",
])("what looks for a key first and puts it there then does so in two commands: %s", (hold) => {
  expect(words(hold)).toMatch(twice);
  expect(words(hold)).not.toMatch(once);
});

test.each([
  "`SET hold:{seat_id} {user_id} NX EX 120`; nil: `GET hold:{seat_id}` says whose it is, and `SET hold:{seat_id} {user_id} XX EX 120` is for him.",
  "A Lua script: `GET hold:{seat_id}`, and where it is nil `SET hold:{seat_id} {user_id} EX 120`.",
  "`GET hold:{seat_id}`, then `SET hold:{seat_id} {user_id} EX 120`, both at once, atomically.",
  "Redis holds it for 120 s.",
])("what one command or script does stays one step: %s", (hold) => {
  expect(words(hold)).toMatch(once);
});

test("a key is kept for as long as its command says", () => {
  expect(words("`SET hold:{seat_id} {user_id}:{token} NX EX 600`. Payments are slow.")).toMatch(
    /Keeps [^\n]* for 10m, if nothing/,
  );
  expect(words("`SET seat:{seat_id} {user_id} NX PX 300000`.")).toMatch(/Keeps [^\n]* for 5m, if nothing/);
});
