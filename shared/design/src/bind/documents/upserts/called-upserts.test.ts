import type { Table } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { calledUpserts } from "./called-upserts.ts";

const column = (name: string, type: string) => ({ name, type, nullable: false, generated: false, line: 1 });
const links: Table = {
  name: "links",
  columns: [column("code", "text"), column("url", "text"), column("idempotency_key", "uuid")],
  primaryKey: ["code"],
  uniques: [],
  foreignKeys: [],
  checks: [],
  indexes: [],
  line: 1,
};
const called = (text: string, all = "") => calledUpserts(text, links, all);

test.each([
  "await prisma.link.upsert({ where: { code }, create: { code, url }, update: { url } })",
  "await db.insert(links).values({ code, url }).onConflictDoUpdate({ target: links.code, set: { url } });",
  'link, _ = Link.objects.update_or_create(code=code, defaults={"url": url})',
  "$link = Link::updateOrCreate(['code' => $code], ['url' => $url]);",
  "Link::upsert([['code' => $code, 'url' => $url]], ['code'], ['url']);",
  "Link.upsert({ code: code, url: url }, unique_by: :code, update_only: [:url])",
  "link = Link.find_or_initialize_by(code: code)\nlink.url = params[:url]\nlink.save!",
  'stmt = insert(Link).values(code=code, url=url).on_conflict_do_update(index_elements=[Link.code], set_={"url": url})',
  "await knex('links').insert({ code, url }).onConflict('code').merge(['url']);",
  "await db.insertInto('links').values(row).onConflict((oc) => oc.column('code').doUpdateSet({ url })).execute();",
  'db.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "code"}}, DoUpdates: clause.AssignmentColumns([]string{"url"})}).Create(&link)',
  "await Link.findOneAndUpdate({ code }, { $set: { url } }, { upsert: true })",
])("a call that writes the row of a taken code over is one: %s", (text) => {
  expect(called(text)).toEqual([{ by: "code", sets: ["url"] }]);
});

test.each([
  "session.merge(Link(code=code, url=url))",
  "await this.links.upsert({ code, url }, ['code']);",
  "await knex('links').insert({ code, url }).onConflict('code').merge();",
])("all that the row has is taken over where nothing says what: %s", (text) => {
  expect(called(text)).toEqual([{ by: "code", sets: ["url", "idempotency_key"] }]);
});

test.each([
  "Link.objects.get_or_create(code=code, defaults={'url': url})",
  "$link = Link::firstOrCreate(['code' => $code], ['url' => $url]);",
  "const [link] = await Link.findOrCreate({ where: { code }, defaults: { url } });",
  "await prisma.link.upsert({ where: { code }, create: { code, url }, update: {} })",
  "await db.insert(links).values(row).onConflictDoUpdate({ target: links.code, set: { url: links.url } });",
])("the row of a taken code is the answer where it is found or made: %s", (text) => {
  expect(called(text)).toEqual([{ by: "code", sets: [] }]);
});

test.each([
  "await prisma.link.create({ data: { code, url } })",
  "await db.insert(links).values({ code, url }).onConflictDoNothing({ target: links.code });",
  "await db.insert(links).values(row).onConflictDoUpdate({ target: links.code, set: { url }, setWhere: eq(links.url, url) });",
  "await knex('links').insert({ code, url }).onConflict('code').ignore();",
  "await prisma.visit.upsert({ where: { code }, create: { code }, update: { url } })",
  "link, created = Link.objects.get_or_create(code=code, defaults={'url': url})\nif not created:\n    continue",
  "Link.upsert({ code: code, url: url }, unique_by: :code, on_duplicate: :skip)",
])("what leaves a taken code's row alone is none: %s", (text) => {
  expect(called(text)).toEqual([]);
});

test("a row with a key of its own is written over by what saves it, unless the code looks first", () => {
  const text = "Link link = new Link(code, url);\nlinks.save(link);";
  expect(called(text, "Spring Boot with JPA")).toEqual([{ by: "code", sets: ["url", "idempotency_key"] }]);
  expect(called(text, "a store of our own")).toEqual([]);
  expect(called(`if (links.existsById(code)) return next();\n${text}`, "Spring Boot with JPA")).toEqual([]);
});

test.each([
  "await prisma.link.upsert({ where: { owner_idempotencyKey: { owner, idempotencyKey } }, create: row, update: { code } })",
  "await db.insert(links).values(row).onConflictDoUpdate({ target: [links.idempotencyKey, links.owner], set: { code } });",
  "Link.upsert({ code: code }, unique_by: [:owner, :idempotency_key], update_only: [:code])",
  "await knex('links').insert(row).onConflict(['owner', 'idempotency_key']).merge(['code']);",
])("a call may know the row by several columns that are unique together: %s", (text) => {
  const together = ["owner", "idempotency_key"];
  const owned: Table = { ...links, columns: [...links.columns, column("owner", "text")], uniques: [together] };
  expect(calledUpserts(text, owned, "")).toEqual([{ by: "", together, sets: ["code"] }]);
  expect(calledUpserts(text, { ...owned, uniques: [] }, "").filter((one) => one.together)).toEqual([]);
});
