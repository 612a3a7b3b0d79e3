import type { Index, Table } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { createDraws } from "./draws.ts";
import { operation, startService, table } from "./test-service.ts";

const ddl = (unique: string) =>
  `create table links (code varchar(7) not null, url text not null); create ${unique} index on links (lower(code))`;
const links = (unique: boolean): Table => {
  const index: Index = { columns: [""], unique, partial: false, anyCase: ["code"], line: 1 };
  return { ...table("links", { code: "varchar(7)", url: "text" }), indexes: [index] };
};
const open = operation("GET", "/{code}", [
  { get: "links", by: { code: { anyCase: "$path.code" } } },
  { redirect: "$row.url" },
]);
const list = operation("GET", "/links", [
  { list: "links", where: { code: { anyCase: "$query.code" } }, order: ["url"] },
  { return: { body: "$rows" } },
]);
const put = operation("POST", "/links", [
  { insert: "links", values: { code: { base62: 7 }, url: "$body.url" }, onConflict: { code: { regenerate: 3 } } },
  { return: { status: 201, body: { code: "$row.code" } } },
]);

test("a code is found in whatever case it is asked for, and no other is", async () => {
  const service = await startService({ ddl: ddl(""), tables: [links(false)], operations: [list, open] });
  await service.sql("insert into links values ('aB3', 'https://a.b/1'), ('Ab4', 'https://a.b/2')");
  expect(await service.ask("GET", "/AB3")).toMatchObject({ status: 302, location: "https://a.b/1" });
  expect(await service.ask("GET", "/ab4")).toMatchObject({ status: 302, location: "https://a.b/2" });
  expect((await service.ask("GET", "/a_3")).status).toBe(404);
  expect((await service.ask("GET", "/links?code=ab3")).body).toEqual([{ code: "aB3", url: "https://a.b/1" }]);
  expect((await service.ask("GET", "/links")).body).toHaveLength(2);
});

test("a code that is taken in another case is drawn again where the database keeps it unique in one", async () => {
  const draws = createDraws();
  const service = await startService({ ddl: ddl("unique"), tables: [links(true)], operations: [put], draws });
  for (const text of ["aB3dE6g", "Ab3De6G"]) {
    draws.repeat(text);
    expect((await service.ask("POST", "/links", { url: `https://a.b/${text}` })).status).toBe(201);
  }
  expect(draws.repeat(null)).toBe(2);
  const [first, second] = await service.sql("select code from links order by url desc");
  expect(first).toEqual({ code: "aB3dE6g" });
  expect(String(second?.["code"]).toLowerCase()).not.toBe("ab3de6g");
});

test("a row that is there in another case is found where the database keeps it unique in one, hashed or not", async () => {
  const steps = [
    {
      insert: "links",
      values: { code: { base62: 7 }, url: "$body.url" },
      onConflict: { url: "return-existing" as const },
    },
    { return: { status: 201, body: { code: "$row.code", url: "$row.url" } } },
  ];
  const made = "h text generated always as (md5(lower(url))) stored unique";
  const own = table("links", { code: "varchar(7)", url: "text", h: "text" });
  const hashed: Table = {
    ...own,
    uniques: [["h"]],
    columns: own.columns.map((one) =>
      one.name === "h" ? { ...one, generated: true, hashOf: ["url"], anyCase: ["url"] } : one,
    ),
  };
  const service = await startService({
    ddl: `create table links (code varchar(7) not null, url text not null, ${made})`,
    tables: [hashed],
    operations: [operation("POST", "/links", steps)],
  });
  const first = await service.ask("POST", "/links", { url: "https://a.b/c?V=Xy" });
  expect(await service.ask("POST", "/links", { url: "https://a.b/c?v=xY" })).toMatchObject({ body: first.body });
  expect(await service.sql("select url from links")).toEqual([{ url: "https://a.b/c?V=Xy" }]);
});
