import type { Table } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { calledSelects } from "./called-selects.ts";

const column = (name: string, type: string) => ({ name, type, nullable: false, generated: false, line: 1 });
const links: Table = {
  name: "links",
  columns: [
    column("id", "bigint"),
    column("code", "text"),
    column("owner_id", "bigint"),
    column("active", "boolean"),
    column("created_at", "timestamptz"),
  ],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  checks: [],
  indexes: [],
  line: 1,
};
const called = (text: string) => calledSelects(text, links).map(({ where, order }) => ({ where, order }));

test.each([
  'await prisma.link.findMany({ where: { ownerId }, orderBy: { createdAt: "asc" }, take: limit })',
  "Link.objects.filter(owner_id=me).order_by('created_at')[:20]",
  "select(Link).where(Link.owner_id == me).order_by(Link.created_at).limit(20)",
  "Link.where(owner_id: me).order(:created_at).limit(20)",
  "Link::where('owner_id', $me)->oldest()->get();",
  "knex('links').where({ owner_id: me }).orderBy('created_at', 'asc')",
  "db.select().from(links).where(eq(links.ownerId, me)).orderBy(asc(links.createdAt))",
  "this.links.find({ where: { ownerId }, order: { createdAt: 'ASC' } })",
  "db.Links.Where(l => l.OwnerId == me).OrderBy(l => l.CreatedAt).ToListAsync()",
  'db.Where("owner_id = ?", me).Order("created_at asc").Find(&links)',
  "List<Link> findAllByOwnerIdOrderByCreatedAtAsc(Long ownerId, Pageable page);",
])("a list that is called is one that is written, oldest first: %s", (text) => {
  expect(called(text)).toEqual([{ where: "owner_id = $1", order: "created_at asc" }]);
});

test.each([
  'prisma.link.findMany({ where: { owner: { id: me } }, orderBy: [{ createdAt: "desc" }] })',
  "Link.objects.filter(owner=me).order_by('-created_at')",
  "select(Link).where(Link.owner_id == me).order_by(Link.created_at.desc())",
  "Link.where(owner_id: me).order(created_at: :desc)",
  "Link::where('owner_id', $me)->latest()->paginate(20);",
  "db.select().from(links).where(eq(links.ownerId, me)).orderBy(desc(links.createdAt))",
  "db.Links.Where(l => l.OwnerId == me).OrderByDescending(l => l.CreatedAt).ToList()",
  "List<Link> findByOwnerIdOrderByCreatedAtDesc(Long ownerId);",
])("and so is one with the newest first: %s", (text) => {
  expect(called(text)).toEqual([{ where: "owner_id = $1", order: "created_at desc" }]);
});

test.each([
  'prisma.link.findMany({ orderBy: { createdAt: "desc" } })',
  "Link.objects.all().order_by('-created_at')",
  "db.query(Link).order_by(desc(Link.created_at)).limit(20).all()",
  "Link::latest()->paginate(20);",
  "List<Link> findAllByOrderByCreatedAtDesc(Pageable page);",
])("what asks for nobody's rows is everybody's: %s", (text) => {
  expect(called(text)).toEqual([{ where: null, order: "created_at desc" }]);
});

test.each([
  "user.links.order(created_at: :desc)",
  "prisma.link.findMany({ where, orderBy: { createdAt: 'desc' } }) // where is made above",
  "prisma.link.findMany(args)",
  "qs = Link.objects.all().order_by('-created_at')\nqs = qs.filter(owner=me)",
  "policy_scope(Link)\nLink.order(created_at: :desc)",
])("who asks may be looked at elsewhere: %s", (text) => {
  expect(called(text).filter(({ where }) => where === null)).toEqual([]);
});

test.each([
  "prisma.link.findUnique({ where: { code } })",
  "Link.objects.filter(code=code).first()",
  "prisma.link.create({ data: { code, ownerId } })",
  "prisma.visit.findMany({ orderBy: { createdAt: 'asc' } })",
  "Link.objects.filter(owner=me).count()",
])("what reads one row, writes or is of another table is no list: %s", (text) => {
  expect(called(text)).toEqual([]);
});
