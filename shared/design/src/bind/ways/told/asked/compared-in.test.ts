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

test.each([
  "if coalesce(upper(v.held), '-infinity') <= now() then return 'late'; end if;",
  "IF now() >= COALESCE(UPPER(h.held), now()) THEN RETURN NULL; END IF;",
  "if not (v.held @> now()) then return 'late'; end if;",
  "if now() <@ v.held then update hold set sold = true where id = p_id; end if;",
  "select upper(held) into v_until from hold where id = p_id; if v_until < now() then return 'late'; end if;",
  "select id, coalesce(upper(held), now()) as u from hold where id = p_id into v_id, v_u; if v_u <= now() then return; end if;",
  "v_left := upper(v.held); if v_left <= clock_timestamp() then return 'late'; end if;",
  "if upper(v.held) - now() <= interval '0' then return 'late'; end if;",
])("a range whose end is asked through functions is compared: %s", (code) => {
  expect(isComparedIn(code, "held")).toBe(true);
});

test.each([
  "if upper_inf(v.held) then return 'sold'; end if;",
  "if upper_inf(v.held) = true then return 'sold'; end if;",
  "update hold set held = tstzrange(lower(v.held), null, '[)') where id = p_id;",
  "select upper(held) into v_until from hold where id = p_id; return v_until;",
  "insert into hold (seat_id, held) values (p_seat, tstzrange(now(), now() + interval '2 minutes')) returning upper(held) into o_until;",
])("that a range has no end, or is written or answered, says nothing of when: %s", (code) => {
  expect(isComparedIn(code, "held")).toBe(false);
});
