import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { calledProcedures } from "./called-procedures.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const subjects = new Map([
  ["hold", ["hold"]],
  ["confirm", ["confirm"]],
]);
const creating = (name: string, body: string) =>
  `create function ${name}() returns int as $$ ${body} $$ language sql;\n`;
const texts = (schema: string, design = "") => ({ schema, api: "", design });
const caller = (line: number, capability: string, beside = "", told = "") => ({ line, capability, beside, told });

test("a function is that of the endpoint that names it, beside it or where it is told of, with those that it calls itself", () => {
  const schema = creating("fn_look", "look") + creating("fn_a", "one; fn_look()") + creating("fn_b", "two");
  const called = calledProcedures(
    texts(schema),
    [caller(1, "hold", "| `fn_a` |", "unlike fn_b"), caller(2, "confirm", "calls fn_b"), caller(3, "seats")],
    subjects,
  );
  expect([called(1), called(2), called(3)]).toEqual(["one; fn_look()\n\nlook", "two", ""]);
});

test("where none is named, and where several endpoints name one, it is that of the one that it is called after", () => {
  const made = creating("hold_seat", "one") + creating("confirm_hold_now", "two");
  const named = calledProcedures(texts("", made), [caller(1, "hold"), caller(2, "confirm")], subjects);
  expect([named(1), named(2)]).toEqual(["one", "two"]);
  const both = "first hold_seat, then another";
  const told = calledProcedures(texts(made), [caller(1, "hold", "", both), caller(2, "confirm", "", both)], subjects);
  expect([told(1), told(2)]).toEqual(["one", ""]);
});

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const tables = `create table seats (id int primary key, state char(1) not null default 'A', -- A available, H held, S sold
  hold_ref uuid, hold_upto timestamptz, check (state in ('A', 'H', 'S')));
create table bookings (no int generated always as identity primary key, seat_id int not null unique references seats, hold_ref uuid not null unique);
`;
const api = `POST /seats/{seat_id}/hold -> 201 {hold_ref} | 409  # fn_one
POST /holds/{hold_ref}/confirm -> 201 {no} | 410  # fn_two
`;
const plpgsql = (name: string, body: string) =>
  `create function ${name}(p uuid) returns void language plpgsql as $$ begin\n${body}\nend $$;\n`;
const one = (where: string) =>
  plpgsql(
    "fn_one",
    `update seats s set state = 'H', hold_ref = gen_random_uuid(), hold_upto = now() + interval '2 minutes' where s.id = p${where};`,
  );
const free = " and (s.state = 'A' or (s.state = 'H' and s.hold_upto <= now()))";

test("what a function asks is what its endpoint asks", () => {
  const { words, questions } = way(tables + one(free), api, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain('state is "A" or state is "H" and hold_upto is before the time now');
});

test("holds that it keeps as a journal are not tidied away", () => {
  const journal = `${tables}create table holds (hold_ref uuid primary key, seat_id int not null references seats, hold_upto timestamptz not null);\n`;
  const adds = "\ninsert into holds (hold_ref, seat_id, hold_upto) values (r, p, now() + interval '2 minutes');";
  const deleting = "delete from holds where seat_id = p and hold_upto < now();";
  const words = (more: string) => way(journal + one(free).replace("\nend", `${more}\nend`), api, "hold").words;
  expect(words(adds)).toContain("Adds a row to holds");
  expect(words(adds)).not.toContain("Deletes");
  expect(words(`\n${deleting}${adds}`)).toContain("Deletes");
});

test.each([
  ["", "does not look at state and hold_upto"],
  [" and s.state = 'A'", "does not look at hold_upto"],
])("what it leaves out is not looked at, whatever the schema keeps: %s", (where, said) => {
  const looks =
    "perform 1 from seats where id = p and (state = 'S' or hold_upto > now()); if found then return; end if;\n";
  for (const schema of [tables + one(where), tables + one(where).replace("begin\n", `begin\n${looks}`)]) {
    const { questions } = way(schema, api, "hold");
    expect(questions[0]?.fixes?.[0]?.label).toContain(said);
  }
});

const two = (end: string) =>
  plpgsql(
    "fn_two",
    `select * into v from seats s where s.hold_ref = p for update;
if v.state <> 'H'${end} then raise 'expired'; end if;
update seats s set state = 'S' where s.id = v.id;
insert into bookings (seat_id, hold_ref) values (v.id, p);`,
  );

test("under a lock it may look at the time in words of its own, and does not where it only says that it has expired", () => {
  const looking = way(tables + two(" or v.hold_upto <= clock_timestamp()"), api, "confirm");
  expect(looking.questions).toEqual([]);
  expect(looking.words).toContain("hold_upto is at least the time now");
  const [asked] = way(tables + two(""), api, "confirm").questions;
  expect(asked?.fixes?.[0]?.label).toContain("does not look at hold_upto");
});
