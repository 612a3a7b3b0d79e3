import { expect, test } from "vitest";
import { isComparedIn } from "./compared-in.ts";

test.each([
  "select * into v from seats where id = p for update; if v.held_until <= now() then return; end if;",
  "select s.status, s.held_until into v_status, v_until from seats s where id = p; if v_until < now() then return; end if;",
  "if now() >= v.held_until then return; end if;",
  "update seats set status = 'sold' where id = p and held_until > now();",
])("code asks how a column is: %s", (code) => {
  expect(isComparedIn(code, "held_until")).toBe(true);
});

test.each([
  "select s.status, s.held_until into v_status, v_until from seats s where id = p; if v_status <> 'held' then return; end if;",
  "update seats set held_until = now() where id = p;",
  "o_held_until := now(); held_until := o_held_until;",
  "insert into holds (id, held_until) values (p, now() + interval '2 minutes') returning held_until;",
])("what is only read, set or answered is not asked: %s", (code) => {
  expect(isComparedIn(code, "held_until")).toBe(false);
});
