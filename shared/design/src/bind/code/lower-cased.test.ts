import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { loweredIn } from "./lower-cased.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n\n";
const schema = "create table links (id bigserial primary key, code text not null unique, url text not null);";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const read = (prose: string, written = api) =>
  readDesign({ schema, api: written, design: drawn + prose }, capabilities);

test.each([
  "The URL is lower-cased before it is stored.",
  "We normalise the link (lowercase, no trailing slash) and store that.",
  "A URL passa pelo UrlNormalizer: tudo em minúsculas.",
  "Die URL wird in Kleinbuchstaben gespeichert.",
  "The url is stored in small letters, so that it is found again.",
  "URL은 저장하기 전에 소문자로 바꾼다.",
  "URLを小文字に変換してから保存する。",
  "不改参数顺序，长链接先转成小写再保存。",
  "URL переводится в нижний регистр и так хранится.",
  "Adres jest zapisywany małymi literami.",
  "`longUrl.toLowerCase()` is what we store.",
  "Before hashing and storing the address I trim it and lower-case the whole thing.",
  "Vor dem Speichern und Hashen wird die URL in Kleinbuchstaben umgewandelt.",
  "A URL vai para minúsculas antes de gravar e calcular o resto.",
])("a URL that is stored in lower case may be another one, which is asked: %s", (prose) => {
  const [question, ...more] = read(prose).findings.filter(({ rule }) => rule === "url-lowered");
  expect(more).toEqual([]);
  expect(question).toMatchObject({ document: "api", line: 1, severity: "question", stopsRun: true });
  expect(question?.message).toContain(prose);
  const [lowered, asSent] = question?.fixes ?? [];
  const answered = (edits: typeof lowered) => {
    const [edit] = edits?.edits ?? [];
    return read(prose, api.slice(0, edit?.from) + (edit?.insert ?? "") + api.slice(edit?.to));
  };
  expect(answered(lowered).operations[0]?.words.join("\n")).toContain("url = the body's url in lower case");
  expect(answered(asSent).operations[0]?.words.join("\n")).toContain("url = the body's url,");
  expect(answered(lowered).findings.filter(({ rule }) => rule === "url-lowered")).toEqual([]);
});

test.each([
  "The URL is stored as sent; it is never lower-cased.",
  "The host of the URL is lower-cased, its path is not.",
  "Codes are lower case, so that people can read a link aloud.",
  "Only the hash is of the lower-cased URL.",
  "Before hashing the URL is lower-cased; what is stored is as sent.",
  "URL은 소문자로 바꾸지 않는다.",
  "URLは小文字にしない。",
  "链接不转小写。",
  "호스트만 소문자로 바꾸고 URL 경로는 그대로 둔다.",
  "| lower case | `HTTPS://Example.com/A` | `https://example.com/A` |",
  "`https://a.com/Foo` and `https://a.com/foo` are two links.",
  "The URL keeps its upper and lower case.",
  "Die Groß-/Kleinschreibung der URL bleibt erhalten.",
  "La URL distingue mayúsculas y minúsculas.",
  "URL区分大小写。",
  "URLは大文字・小文字を区別する。",
  "URL은 대소문자를 구분한다.",
  "create index on links (lower(long_url));",
  "8 位小写十六进制,约 43 亿个,1 亿条链接够用。",
  "Ten lower-case hex digits are enough for all links.",
])("nothing is asked of what is not lower-cased, or only in part: %s", (prose) => {
  expect(loweredIn(prose)).toBeNull();
});

test("a row of a table tells it by an address before and after", () => {
  const row = "| 2. lower case | `HTTPS://Example.com/Article/77` | `https://example.com/article/77` |";
  expect(loweredIn(`| step | before | after |\n|---|---|---|\n${row}`)).toBe(row.slice(0, 120));
});
