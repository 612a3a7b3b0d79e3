import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (short_code varchar(7) primary key, url text not null);\n";
const api = "POST /links {url: uri} -> 201 {short_code}\nGET /{short_code} -> 302 | 404\n";
const both = "A code is 7 random base62 characters.\n\n";
const lookOf = (design: string, more = {}) =>
  readDesign({ schema, api, design, ...more }, capabilities)
    .operations.find(({ capability }) => capability === "resolve")
    ?.steps.flatMap((step) => ("get" in step ? [step.by["short_code"]] : []))[0];
const folded = { anyCase: "$path.short_code" };

test.each([
  "`select url from links where lower(short_code) = lower($1)`",
  '`SELECT url FROM links l WHERE UPPER(l."short_code") = UPPER(:code) LIMIT 1`',
  "`select url from links where lower(short_code::text) = ?`",
  "`select url from links where short_code ilike $1`",
  "`select url from links where short_code collate nocase = ?`",
  "`select url from links where short_code = $1 collate case_insensitive`",
  "`select url from links where short_code::citext = $1`",
  "`Link.objects.get(short_code__iexact=code)`",
  "`prisma.link.findFirst({ where: { shortCode: { equals: code, mode: 'insensitive' } } })`",
  "`Link.findOne({ where: { short_code: { [Op.iLike]: code } } })`",
  "`session.query(Link).filter(func.lower(Link.short_code) == code.lower()).first()`",
  "`Link.query.filter(Link.short_code.ilike(code)).first()`",
  "`Link::where('short_code', 'ilike', $code)->first()`",
  "`linkRepository.findByShortCodeIgnoreCase(code)`",
  "`db.Links.FirstOrDefault(l => l.ShortCode.ToLower() == code.ToLower())`",
  "`db.select().from(links).where(ilike(links.shortCode, code))`",
])("a code is found in any case where what looks for it says so: %s", (look) => {
  expect(lookOf(`${both}Opening is ${look}.`)).toEqual(folded);
});

test.each([
  "`select url from links where short_code = $1`",
  "`select url from links where short_code = lower($1)`",
  "`check (lower(short_code) = short_code)`",
  "`select url from links where lower(url) = lower($1)`",
  "`select url from links where short_code = $1`, and where that finds none `select url from links where lower(short_code) = lower($1)`",
  "`create unique index on links (lower(short_code))`",
])("anything else finds it as it is: %s", (look) => {
  expect(lookOf(`${both}Opening is ${look}.`)).toBe("$path.short_code");
});

test("what one endpoint does says nothing of another that does it otherwise", () => {
  const design = `${both}## Shorten\n\nA name is free when \`select 1 from links where lower(short_code) = lower($1)\` finds none.\n\n## Redirect\n\n\`select url from links where short_code = $1\`\n`;
  expect(lookOf(design)).toBe("$path.short_code");
});

test.each([
  ["A code is 7 characters out of a-z, A-Z and 0-9.", folded],
  ["A code is drawn from `23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz`.", folded],
  ["62^7 codes are enough.", folded],
  ["A code is 8 random base58 characters.", folded],
  ["A code has 8 lower-case letters.", "$path.short_code"],
  ["A code is 7 characters out of `23456789abcdefghjkmnpqrstuvwxyz`.", "$path.short_code"],
  ["A code is 7 random characters.", "$path.short_code"],
  ["A code is 7 random characters, not base62, for people type them.", "$path.short_code"],
  ["Base62 would be shorter, but people type codes from paper: digits and small letters.", "$path.short_code"],
  ["We looked at base62. People mix up cases, so it is base36 of the sequence.", "$path.short_code"],
  ["62^7 is more than we need; only small letters are ever generated.", "$path.short_code"],
])("only codes of which somebody says that they have both cases are compared so: %s", (said, by) => {
  expect(lookOf(`${said}\n\n\`select url from links where lower(short_code) = lower($1)\``)).toEqual(by);
});

test.each([
  ["Opening a link ignores the case of its code.", api, folded],
  ["", api.replace("302 | 404", "302 | 404\n# {short_code} is case-insensitive"), folded],
  ["Opening ignores case.\n\n`select url from links where short_code = $1`", api, "$path.short_code"],
])("what is said in words is done too, unless a statement does otherwise: %s", (said, written, by) => {
  expect(lookOf(`${both}${said}`, { api: written })).toEqual(by);
});

test("a function of the database that looks so is what its endpoint does", () => {
  const open =
    "create function open_link(c text) returns text language sql as $$ select url from links where lower(short_code) = lower(c) $$;";
  expect(lookOf(`${both}GET /{short_code} calls open_link.`, { schema: `${schema}${open}\n` })).toEqual(folded);
});
