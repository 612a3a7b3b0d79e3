import type { Table } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { replacingStatements } from "./replacing-statements.ts";

const column = (name: string) => ({ name, type: "text", nullable: false, generated: false, line: 1 });
const links: Table = {
  name: "links",
  columns: [column("code"), column("url")],
  primaryKey: ["code"],
  uniques: [],
  foreignKeys: [],
  checks: [],
  indexes: [],
  line: 1,
};

test.each(["REPLACE INTO links (code, url) VALUES (?, ?);", "insert or replace into `links` values (?, ?)"])(
  "a statement that replaces rows takes the whole row over: %s",
  (text) => {
    expect(replacingStatements(text.replaceAll("`", '"'), links)).toEqual([{ by: null, sets: ["code", "url"] }]);
  },
);

test("a merge that updates what matches takes over what it sets", () => {
  const merge = (matched: string) =>
    `MERGE INTO links l USING (VALUES ($1, $2)) AS n (code, url) ON l.code = n.code ${matched} WHEN NOT MATCHED THEN INSERT (code, url) VALUES (n.code, n.url);`;
  expect(replacingStatements(merge("WHEN MATCHED THEN UPDATE SET url = n.url"), links)).toEqual([
    { by: "code", sets: ["url"] },
  ]);
  expect(replacingStatements(merge("WHEN MATCHED THEN DO NOTHING"), links)).toEqual([]);
  expect(replacingStatements("REPLACE INTO visits (code) VALUES (?);", links)).toEqual([]);
});
