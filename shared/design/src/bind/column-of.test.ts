import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";
import { keptIn } from "./column-of.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

test.each([
  ["customAlias", "alias"],
  ["custom_code", "short_code"],
  ["preferredSlug", "slug"],
])("%s is kept in %s, and drawn only where it is not sent", (field, column) => {
  const schema = `create table links (${column} varchar(16) primary key, url text not null);`;
  const api = `POST /links {url: uri, ${field}?: string} -> 201 {${column}} | 409\nGET /{${column}} -> 302 | 404\n`;
  const { operations } = readDesign({ schema, api, design: "" }, capabilities);
  expect(operations[0]?.steps[0]).toMatchObject({
    values: { url: "$body.url", [column]: { coalesce: [`$body.${field}`, { base62: 7 }] } },
  });
});

test("a column that is called so itself comes first", () => {
  const schema = "create table links (alias text primary key, custom_alias text, url text not null);";
  const api = "POST /links {url: uri, customAlias?: string} -> 201 {alias}\nGET /{alias} -> 302\n";
  const { operations } = readDesign({ schema, api, design: "" }, capabilities);
  expect(operations[0]?.steps[0]).toMatchObject({ values: { custom_alias: "$body.customAlias" } });
});

test("where a field is kept is looked for once in a table, by the names that fields have", () => {
  const links = {
    name: "links",
    columns: readDesign({ schema: "create table links (id int);", api: "", design: "" }, {}).tables.flatMap(
      ({ columns }) => columns,
    ),
  };
  const senses = [{ field: "id", names: ["number"] }];
  const kept = keptIn("linkId", links, senses);
  expect(kept?.by).toBe("owner");
  expect(keptIn("linkId", links, senses)).toBe(kept);
  expect(keptIn("linkId", { ...links }, senses)).toEqual(kept);
  expect(keptIn("linkId", { ...links, columns: [] }, senses)).toBeUndefined();
});
