import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const table = "create table t (id int primary key, updated_at timestamptz);\n";
const schema = (body: string) =>
  `${table}create function touch() returns trigger language plpgsql as $$\n${body}\n$$;
create trigger touched before update on t for each row execute function touch();`;

test.each([
  "BEGIN NEW.updated_at = now(); RETURN NEW; END;",
  "begin\n  new.updated_at := current_timestamp at time zone 'utc';\n  return new;\nend",
])("a trigger that only writes when a row was changed is told and not run: %s", (body) => {
  const { findings, ddl } = readSchema(schema(body));
  expect(findings.map(({ severity, line }) => `${severity} ${line}`)).toEqual([
    "warning 2",
    `warning ${body.split("\n").length + 4}`,
  ]);
  expect(ddl).toHaveLength(1);
});

test("a trigger that decides something is refused, and left out by a click", () => {
  const text = schema("begin if new.id > 3 then raise exception 'no'; end if; return new; end");
  const { findings } = readSchema(text);
  expect(findings.map(({ severity }) => severity)).toEqual(["error", "error"]);
  const left = findings
    .flatMap(({ fixes }) => fixes?.[0]?.edits ?? [])
    .toSorted((a, b) => b.from - a.from)
    .reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text);
  expect(left.trim()).toBe(table.trim());
});
