import { expect, test } from "vitest";
import { proceduresIn } from "./procedures.ts";

test("what a function does stands in the quotes behind AS, or from BEGIN to its own end, without its comments", () => {
  const found = proceduresIn(`create table a (id int);
create or replace function app.hold_seat(p_id int, out result text) language plpgsql as $$
begin
  update a set id = 1; -- once
end $$;

CREATE PROCEDURE \`confirm_seat\`(IN p INT)
BEGIN
  IF p THEN UPDATE b SET c = 1; END IF;
END //

create function stamp() returns trigger language plpgsql as $$ begin new.at = now(); return new; end $$;
create function open(p text) returns text language sql as $body$ select url from links where code = p $body$;
`);
  expect(found.map(({ name, body }) => [name, body.replace(/\s+/g, " ").trim()])).toEqual([
    ["hold_seat", "begin update a set id = 1; end"],
    ["confirm_seat", "BEGIN IF p THEN UPDATE b SET c = 1; END IF;"],
    ["open", "select url from links where code = p"],
  ]);
});

test("a function that is not closed, or has no body, is none", () => {
  expect(proceduresIn("create function f() returns int as $$ begin")).toEqual([]);
  expect(proceduresIn("we create function calls() for it")).toEqual([]);
});
