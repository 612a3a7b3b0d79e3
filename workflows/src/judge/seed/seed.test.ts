import { loadReader, readDesign } from "@proofroom/design/read";
import type { InsertRow } from "@proofroom/domain/infrastructure/control";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import type { Control } from "../served.ts";
import { createDraw } from "./made.ts";
import { seedThings } from "./seed.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
const seed = { of: "hold", things: { event: "event", seat: "seat", user: "user", other: "user" } };

/** What is put into the tables of a design, where the database counts keys up from 1 in each, and what tests then quote. */
async function seeded(schema: string, hold: string, refuse: (row: InsertRow) => string | null = () => null) {
  const api = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n${hold}`;
  const { tables, operations } = readDesign({ schema, api, design: "" }, capabilities);
  const rows: InsertRow[] = [];
  const counts = new Map<string, number>();
  const control: Control = {
    rowCount: () => Promise.resolve(0),
    settle: async () => [],
    advanceClock: () => Promise.resolve(),
    repeatDraw: () => Promise.resolve(0),
    linger: () => Promise.resolve(),
    insertRow: (row) => {
      const reason = refuse(row);
      if (reason !== null) return Promise.resolve({ outcome: "refused", reason });
      rows.push(row);
      const nth = (counts.get(row.table) ?? 0) + 1;
      counts.set(row.table, nth);
      const columns = tables.find(({ name }) => name === row.table)?.columns ?? [];
      const counted = columns.filter((column) => column.generated).map(({ name }) => [name, String(nth)]);
      return Promise.resolve({ outcome: "inserted", row: { ...Object.fromEntries(counted), ...row.values } });
    },
  };
  return { result: await seedThings(seed, { operations, tables, control, draw: createDraw("s") }), rows };
}

const endpoint = (path: string, steps: string, body = "") => `  ${path}:
    post:
      x-capability: hold
      requestBody: { content: { application/json: { schema: { type: object, properties: { user: { type: string }${body} } } } } }
      x-operation:
${steps.replaceAll(/^/gm, "        ")}
      responses: { "201": { description: Held } }
`;

test("a seat in a state, its event and two people come into the tables that keep them, parents first", async () => {
  const { result, rows } = await seeded(
    `create table people (id uuid primary key, email text not null);
     create table shows (id bigint generated always as identity primary key, title varchar(3) not null, at timestamptz not null);
     create table show_seats (id bigint generated always as identity primary key, show_id bigint not null references shows,
       label text not null, state text not null, price numeric(8,2) not null, held_by uuid references people, held_until timestamptz);`,
    endpoint(
      "/shows/{show_id}/seats/{seat_id}/hold",
      `- update: show_seats
  set: { state: HELD, held_by: $body.user, held_until: { add: [$now, 2m] } }
  where: { id: $path.seat_id, show_id: $path.show_id, any: [{ held_until: { lt: $now } }, { state: OPEN }] }
- update: show_seats
  set: { state: HELD }
  where: { id: $path.seat_id, held_by: $body.user, state: HELD }`,
    ),
  );
  expect(rows.map(({ table }) => table)).toEqual(["shows", "show_seats", "people", "people"]);
  expect(rows[0]?.values).toEqual({ title: expect.stringMatching(/^.{2,3}$/), at: "2030-01-01T20:00:00Z" });
  // Free is what the guard lets through, and nobody holds it.
  expect(rows[1]?.values).toEqual({ show_id: "1", label: expect.any(String), state: "OPEN", price: "1" });
  const kept = result.outcome === "seeded" ? Object.fromEntries(result.kept) : {};
  expect(kept).toMatchObject({ event: "1", seat: "1", user: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(kept["user"]).not.toBe(kept["other"]);
});

test("what a path names beside all that the problem speaks of has its row, and requests name that one", async () => {
  const { result, rows } = await seeded(
    `create table orgs (slug text primary key);
     create table seats (id bigint generated always as identity primary key);
     create table holds (seat_id bigint primary key references seats, org_slug text not null references orgs, user_id text not null);`,
    endpoint(
      "/{org}/{lang}/seats/{seat_id}/hold",
      "- insert: holds\n  values: { seat_id: $path.seat_id, org_slug: $path.org, user_id: $body.user }",
    ),
  );
  const slug = rows.find(({ table }) => table === "orgs")?.values["slug"];
  const kept = result.outcome === "seeded" ? Object.fromEntries(result.kept) : {};
  expect(slug).toEqual(expect.any(String));
  expect(kept["path.org"]).toBe(slug);
  expect(Object.keys(kept)).not.toContain("path.lang");
});

test("what an added row refers to is there for each of its people, and what the design adds itself is left to it", async () => {
  const { result, rows } = await seeded(
    `create table users (id int generated always as identity primary key, name text not null check (name <> ''));
     create table seats (event_id int not null, no int not null, primary key (event_id, no));
     create table holds (id uuid primary key default gen_random_uuid(), event_id int not null, seat int not null,
       user_id int not null references users, expires_at timestamptz not null, foreign key (event_id, seat) references seats);`,
    endpoint(
      "/holds",
      `- insert: holds
  values: { event_id: $body.event_id, seat: $body.seat, user_id: $body.user, expires_at: { add: [$now, 2m] } }`,
      ", event_id: { type: integer }, seat: { type: integer, maximum: 40 }",
    ),
  );
  expect(rows.map(({ table }) => table).toSorted()).toEqual(["seats", "users", "users"]);
  const kept = result.outcome === "seeded" ? Object.fromEntries(result.kept) : {};
  expect(rows.find(({ table }) => table === "seats")?.values).toEqual({ event_id: kept["event"], no: kept["seat"] });
  expect(Number(kept["seat"])).toBeLessThanOrEqual(40);
  expect([kept["user"], kept["other"]]).toEqual(["1", "2"]);
});

test("of a problem that begins with nothing whoever asks is there, with what that refers to, and nothing else", async () => {
  const schema = `create table teams (id bigint generated always as identity primary key, name text not null);
    create table users (id bigint generated always as identity primary key, team_id bigint not null references teams);
    create table links (code text primary key, url text not null, user_id bigint not null references users);
    create table others (id bigint generated always as identity primary key);`;
  const api = "POST /links {url: uri} [auth] -> 201 {code}\nGET /{code} -> 302 | 404\n";
  const { capabilities: shortening } = loadPublicProblem(problemsDir, "url-shortener");
  const { tables, operations } = readDesign({ schema, api, design: "" }, shortening);
  const put: string[] = [];
  const control: Control = {
    rowCount: () => Promise.resolve(0),
    settle: async () => [],
    advanceClock: () => Promise.resolve(),
    repeatDraw: () => Promise.resolve(0),
    linger: () => Promise.resolve(),
    insertRow: ({ table, values }) => {
      put.push(table);
      return Promise.resolve({ outcome: "inserted", row: { ...values, id: "7" } });
    },
  };
  const result = await seedThings(null, { operations, tables, control, draw: createDraw("s") });
  expect(put).toEqual(["teams", "users"]);
  expect(result).toMatchObject({ outcome: "seeded", kept: new Map([["caller", "7"]]) });
});

test("of a problem that begins with nothing whoever a body names is there, and what refers to nobody is left to the request", async () => {
  const schema = `create table users (id bigint generated always as identity primary key, login text not null);
    create table links (code text primary key, url text not null, user_id bigint not null references users, title text not null);`;
  const api = "POST /links {url: uri, user_id: integer, title: string} -> 201 {code}\nGET /{code} -> 302 | 404\n";
  const { capabilities: shortening } = loadPublicProblem(problemsDir, "url-shortener");
  const { tables, operations } = readDesign({ schema, api, design: "" }, shortening);
  const control: Control = {
    rowCount: () => Promise.resolve(0),
    settle: async () => [],
    advanceClock: () => Promise.resolve(),
    repeatDraw: () => Promise.resolve(0),
    linger: () => Promise.resolve(),
    insertRow: ({ values }) => Promise.resolve({ outcome: "inserted", row: { ...values, id: "7" } }),
  };
  const result = await seedThings(null, { operations, tables, control, draw: createDraw("s") });
  expect(result).toMatchObject({ outcome: "seeded", kept: new Map([["body.user_id", "7"]]) });
});

test("a design that keeps no seats needs none, and is asked with values that fit", async () => {
  const { result, rows } = await seeded(
    `create table locks (event text, seat varchar(4), who text, until timestamptz, unique (event, seat));`,
    endpoint(
      "/lock/{event}/{seat}",
      "- insert: locks\n  values: { event: $path.event, seat: $path.seat, who: $body.user }",
    ),
  );
  expect(rows).toEqual([]);
  expect(result.outcome === "seeded" && result.kept.get("seat")).toMatch(/^[A-Z]\d{1,3}$/);
});

test("a check that refuses one guess gets others, and what nothing fits is said with its table", async () => {
  const schema =
    "create table seats (id bigint primary key, row text not null check (length(row) = 1), status text default 'free')";
  const hold = endpoint(
    "/seats/{seat}/hold",
    "- update: seats\n  set: { status: held }\n  where: { id: $path.seat, status: free }",
  );
  const tooLong = ({ values }: InsertRow) =>
    values["row"]?.length === 1 ? null : "row violates check seats_row_check";
  expect((await seeded(schema, hold, tooLong)).result.outcome).toBe("seeded");
  expect((await seeded(schema, hold, () => "no")).result).toEqual({
    outcome: "impossible",
    reason:
      "Before the test the row of the seat has to be in seats, and the database refuses what was put there: no. A default or a looser check there lets the test begin.",
  });
});

test("a name that is taken already is made anew, for that thing alone", async () => {
  const schema = `create table people (id text primary key);
    create table seats (id text primary key, status text default 'free', held_by text references people);`;
  const hold = endpoint(
    "/seats/{seat}/hold",
    "- update: seats\n  set: { status: held, held_by: $body.user }\n  where: { id: $path.seat, status: free }",
  );
  const first = await seeded(schema, hold);
  const kept = (of: typeof first, name: string) => (of.result.outcome === "seeded" ? of.result.kept.get(name) : "");
  const taken = kept(first, "other");
  const again = await seeded(schema, hold, ({ values }) =>
    values["id"] === taken ? "duplicate key people_pkey" : null,
  );
  expect(again.result.outcome).toBe("seeded");
  expect(kept(again, "other")).not.toBe(taken);
  expect([kept(again, "user"), kept(again, "seat")]).toEqual([kept(first, "user"), kept(first, "seat")]);
});

test("of seats that are sent as a list each is a row that is there, and so is what a list of rows refers to", async () => {
  const { result, rows } = await seeded(
    `create table people (id uuid primary key);
     create table seats (id uuid primary key, label text not null);
     create table hold_seats (seat_id uuid primary key references seats, holder uuid not null references people);`,
    endpoint(
      "/holds",
      `- { list: hold_seats, where: { holder: $body.user } }
- forEach: $rows
  do:
    - { get: people, by: { id: $item.holder } }
- forEach: $body.seats
  do:
    - { insert: hold_seats, values: { seat_id: $item, holder: $body.user } }`,
      ", seats: { type: array, items: { type: string, format: uuid } }",
    ),
  );
  expect(result.outcome).toBe("seeded");
  const kept = result.outcome === "seeded" ? result.kept : new Map<string, string>();
  expect(rows.map(({ table, values }) => [table, values["id"]])).toEqual([
    ["people", kept.get("user")],
    ["people", kept.get("other")],
    ["seats", kept.get("seat")],
  ]);
});

test("a number that tells rows apart is another one with each", async () => {
  const schema = `create table events (event_id bigint primary key, halls int not null);
    create table seats (id bigint primary key, event_id bigint not null references events, status text default 'free');`;
  const hold = endpoint(
    "/seats/{seat}/hold",
    "- update: seats\n  set: { status: held }\n  where: { id: $path.seat, status: free }",
  );
  const { rows } = await seeded(schema, hold);
  const [event] = rows.filter(({ table }) => table === "events");
  expect(Number(event?.values["event_id"])).toBeGreaterThan(1_000);
  expect(event?.values["halls"]).toBe("1");
});

test("a row that will refer to what the design itself adds refers to nothing before anybody comes, though it is found by that", async () => {
  const { result, rows } = await seeded(
    `create table orders (id uuid primary key default gen_random_uuid(), user_id text not null);
     create table seats (id bigint generated always as identity primary key, event_id text not null, order_id uuid references orders);`,
    endpoint(
      "/events/{event_id}/seats/{seat_id}/hold",
      `- get: seats
  by: { id: $path.seat_id, event_id: $path.event_id }
- insert: orders
  values: { user_id: $body.user }
- get: seats
  by: { order_id: $orders.id }`,
    ),
  );
  expect(result.outcome).toBe("seeded");
  expect(rows.map(({ table, values }) => [table, Object.keys(values)])).toEqual([["seats", ["event_id"]]]);
});
