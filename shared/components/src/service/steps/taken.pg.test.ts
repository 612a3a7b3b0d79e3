import { expect, test } from "vitest";
import { operation, startService, table } from "../test-service.ts";

test("a row whose key the database makes of what is sent is found again by what is sent, and another's is not taken for it", async () => {
  const put = operation("PUT", "/links", [
    { insert: "links", values: { url: "$body.url" }, onConflict: { code: "return-existing" } },
    { return: { status: 200, body: { code: "$row.code", url: "$row.url" } } },
  ]);
  const links = table("links", { code: "text", url: "text" }, { primaryKey: ["code"] });
  const columns = links.columns.map((column) => ({ ...column, generated: column.name === "code" }));
  const service = await startService({
    ddl: "create table links (url text not null, code text primary key generated always as (left(url, 2)) stored)",
    tables: [{ ...links, columns }],
    operations: [put],
  });
  const send = (url: string) => service.ask("PUT", "/links", { url });
  expect((await send("abc")).body).toEqual({ code: "ab", url: "abc" });
  expect(await send("abc")).toMatchObject({ status: 200, body: { code: "ab", url: "abc" } });
  expect((await send("abd")).status).toBe(409);
});

test("a taken value overwrites what is named of the row that has it, and nothing else", async () => {
  const put = operation("POST", "/links", [
    {
      insert: "links",
      values: { code: "$body.code", url: "$body.url", owner: "$body.owner" },
      onConflict: { code: { overwrite: ["url"] } },
    },
    { return: { status: 201, body: { code: "$row.code", url: "$row.url", owner: "$row.owner" } } },
  ]);
  const service = await startService({
    ddl: "create table links (code text primary key, url text not null, owner text)",
    tables: [table("links", { code: "text", url: "text", owner: "text" }, { primaryKey: ["code"] })],
    operations: [put],
  });
  await service.ask("POST", "/links", { code: "a", url: "first", owner: "ada" });
  await service.ask("POST", "/links", { code: "b", url: "other", owner: "ada" });
  const again = await service.ask("POST", "/links", { code: "a", url: "second", owner: "bob" });
  expect(again).toMatchObject({ status: 201, body: { code: "a", url: "second", owner: "ada" } });
  expect(await service.sql("select code, url from links order by code")).toEqual([
    { code: "a", url: "second" },
    { code: "b", url: "other" },
  ]);
});

test.each([
  ["column", "url_hash bytea generated always as (sha256(url::bytea)) stored, unique (owner, url_hash)", ""],
  ["index", "at int", "create unique index on links (owner, encode(sha256(url::bytea), 'hex'))"],
])("what a hash in a %s keeps alone is found by what it is the hash of", async (where, more, index) => {
  const shorten = operation("POST", "/links", [
    {
      insert: "links",
      values: { code: { base62: 7 }, url: "$body.url", owner: "$body.owner" },
      onConflict: { code: { regenerate: 3 }, url: "return-existing" },
    },
    { return: { status: 201, body: { code: "$row.code" } } },
  ]);
  const links = table(
    "links",
    { code: "text", url: "text", owner: "text", url_hash: "bytea" },
    { primaryKey: ["code"] },
  );
  const columns = links.columns.map((one) =>
    one.name === "url_hash" ? { ...one, generated: true, hashOf: ["url"] } : one,
  );
  const once = { columns: ["owner", ""], unique: true, partial: false, hashOf: ["owner", "url"], line: 1 };
  const service = await startService({
    ddl: `create table links (code text primary key, url text not null, owner text not null, ${more}); ${index}`,
    tables: [{ ...links, columns, indexes: where === "index" ? [once] : [] }],
    operations: [shorten],
  });
  const send = (url: string, owner: string) => service.ask("POST", "/links", { url, owner });
  const first = await send("https://a.b", "ada");
  expect(await send("https://a.b", "ada")).toMatchObject({ status: 201, body: first.body });
  expect((await send("https://a.b", "bob")).body).not.toEqual(first.body);
  expect((await send("https://a.c", "ada")).body).not.toEqual(first.body);
});

test("what is there under the bytes of a hash is found by them", async () => {
  const shorten = operation("POST", "/links", [
    {
      insert: "links",
      values: { url: "$body.url", url_sha: { hash: "$body.url" } },
      onConflict: { url_sha: "return-existing" },
    },
    { return: { status: 201, body: { id: "$row.id" } } },
  ]);
  const same = operation("GET", "/links", [
    { get: "links", by: { url_sha: { hash: "$query.url" } } },
    { return: { status: 200, body: { id: "$row.id" } } },
  ]);
  const service = await startService({
    ddl: "create table links (id bigserial primary key, url text not null, url_sha bytea not null unique)",
    tables: [
      table("links", { id: "bigint", url: "text", url_sha: "bytea" }, { primaryKey: ["id"], uniques: [["url_sha"]] }),
    ],
    operations: [shorten, same],
  });
  const first = await service.ask("POST", "/links", { url: "https://a.b" });
  expect(await service.ask("POST", "/links", { url: "https://a.b" })).toMatchObject({ status: 201, body: first.body });
  expect(await service.ask("GET", "/links?url=https://a.b")).toMatchObject({ status: 200, body: first.body });
});
