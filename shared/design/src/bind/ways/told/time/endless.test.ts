import type { Column } from "@proofroom/domain/design/model";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { endlessIn } from "./endless.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const column = (name: string, type: string, nullable = true): Column => ({
  name,
  type,
  nullable,
  generated: false,
  line: 1,
});
const during = column("during", "tstzrange");
const until = column("valid_until", "timestamptz");

test.each([
  ["SET during = tstzrange(lower(during), NULL)", during, null],
  ["set during = tstzrange(lower(c.during), 'infinity', '[)')", during, "infinity"],
  ["check ((paid_at is not null) = upper_inf(during))", during, null],
  ["A booking is `[start, infinity)`.", during, "infinity"],
  ["a booking is a range that does not end", during, null],
  ["A hold is [t, t + 2 min).", during, undefined],
  ["SET valid_until = 'infinity'", until, "infinity"],
  ["valid_until timestamptz, -- null once it is sold", until, null],
  ["a sold seat has valid_until null", until, null],
  ["WHERE valid_until IS NULL OR valid_until < now()", until, undefined],
  ["valid_until is null once sold", column("valid_until", "timestamptz", false), undefined],
])("how what is for good is written is read out of: %s", (text, of, written) => {
  expect(endlessIn(text, of)).toBe(written);
});

const claims = (more = "") => `create extension btree_gist;
create table seats (id int primary key);
create table claims (id uuid primary key default gen_random_uuid(), seat_id int not null references seats, during tstzrange not null${more},
  exclude using gist (seat_id with =, during with &&));`;
const api = `POST /seats/{seatId}/holds -> 201 {holdId, expiresAt} | 409
POST /holds/{holdId}/confirm -> 200 {holdId} | 409 | 410
`;
const told = (said: string) =>
  `${said}\n\n\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n\`\`\``;

test("a hold is a range of two minutes, and its end is answered", () => {
  const { words, questions } = way(claims(", confirmed_at timestamptz"), api, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain('Adds a row to claims with during = the time until the time now plus "2m", seat_id');
  expect(words).toContain("expiresAt = the claims row's during.upper");
});

test("a confirmation gives the range no end only where the documents do", () => {
  const endless = way(
    claims(),
    api,
    "confirm",
    told("Confirm opens the range: `during = tstzrange(lower(during), null)`."),
  );
  expect(endless.words).toContain(
    "Sets during = a time without an end in the row of claims whose id is the path's holdId and during is at least the time now",
  );
  expect(endless.because).toContain("the documents give claims.during no end when it is for good");
  const marked = claims(", confirmed_at timestamptz");
  expect(way(marked, api, "confirm").words).toMatch(/Sets confirmed_at = the time now in the row of claims/);
  expect(way(marked, api, "confirm", told("A booking is [t, infinity).")).words).toContain(
    'Sets confirmed_at = the time now, during = the time until "infinity" in the row of claims',
  );
});

test("a seat that is held until infinity is sold", () => {
  const schema = "create table seats (id int primary key, held_until timestamptz, held_by text);";
  const text = `POST /seats/{seatId}/hold {userId} -> 200 {seatId} | 409
POST /seats/{seatId}/confirm {userId} -> 200 {seatId} | 409
`;
  const { words } = way(
    schema,
    text,
    "confirm",
    told("Confirm: UPDATE seats SET held_until = 'infinity' WHERE held_until > now()."),
  );
  expect(words).toContain(
    'Sets held_until = "infinity" in the row of seats whose id is the path\'s seatId and held_until is at least',
  );
});

test("a range that excludes others is a hold whatever its table is called, and answered again once it has no end", () => {
  const tenure = claims(", code text unique, check ((code is not null) = upper_inf(during))").replace(
    "claims",
    "tenure",
  );
  const repeated = api.replace("{holdId} | 409 | 410", "{code}\n  the same code is returned on every repetition | 410");
  expect(way(tenure, repeated, "hold").words).toContain("Adds a row to tenure with during");
  const { words } = way(
    tenure,
    repeated.replace("code is", "booking is"),
    "confirm",
    told(`## PUT /v1/holds/{id}

Nothing.

## POST /v1/holds/{hold}/confirm

UPDATE tenure SET during = tstzrange(lower(during), NULL), code = $2 WHERE id = $1 AND code IS NULL AND upper(during) > now();`),
  );
  expect(words).toMatch(
    /^All of this or nothing:\nReads the row of tenure whose id is the path's holdId and during is "infinity"/,
  );
  expect(words).toMatch(
    /Sets during = a time without an end, .*code is (?:null|empty|nothing).* during is beyond the time now/,
  );
});
