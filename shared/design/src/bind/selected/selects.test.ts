import type { Table } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { selectsIn } from "./selects.ts";

const links: Table = {
  name: "links",
  columns: [],
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
  indexes: [],
  line: 1,
};

test.each([
  [
    "`SELECT url FROM links WHERE code = $1 AND active`",
    { columns: "url", where: "code = $1 AND active", order: null },
  ],
  [
    "select l.code, l.url from app.links l where user_id = $1 order by created_at desc, id limit 20;",
    { columns: "l.code, l.url", where: "user_id = $1", order: "created_at desc, id" },
  ],
  ["`SELECT * FROM links ORDER BY code`", { columns: "*", where: null, order: "code" }],
  ["SELECT url FROM links WHERE code = $1, else 404", { columns: "url", where: "code = $1", order: null }],
  ["SELECT url FROM links WHERE code = $1 -> 302", { columns: "url", where: "code = $1", order: null }],
])("a statement is read in its parts: %s", (text, parts) => {
  expect(selectsIn(text, links)).toEqual([parts]);
});

test.each([
  "We select the newest rows from links of the user.",
  "`SELECT url FROM links WHERE ...`",
  "`SELECT url FROM links l JOIN users u ON u.id = l.user_id WHERE u.id = $1`",
  "`SELECT user_id, count(*) FROM links GROUP BY user_id`",
  "`SELECT url FROM old_links WHERE code = $1`",
])("what is no whole statement about the table alone is passed over: %s", (text) => {
  expect(selectsIn(text, links)).toEqual([]);
});
