import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { elsewhereIn } from "./ask-unknown.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n\n";
const schema = "create table links (code text primary key, url text not null);";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302\n";
const read = (prose: string, written = api) =>
  readDesign({ schema, api: written, design: drawn + prose }, capabilities);
const asked = (prose: string, written = api) =>
  read(prose, written).findings.find(({ rule }) => rule === "unknown-elsewhere");

test("a page that unknown codes lead to is asked about, as it is written first", () => {
  const prose = "A token that we do not know is redirected to our welcome page.";
  const question = asked(prose);
  expect(question).toMatchObject({ severity: "question", stopsRun: true, document: "api", line: 2 });
  expect(question?.message).toContain(prose);
  const [first] = question?.fixes ?? [];
  expect(first?.label).toBe("It answers 302 there too");
  const [edit] = first?.edits ?? [];
  const answered = api.slice(0, edit?.from) + (edit?.insert ?? "") + api.slice(edit?.to);
  expect(read(prose, answered).operations[1]?.steps[0]).toMatchObject({ get: "links", else: 302 });
  expect(asked(prose, answered)).toBeUndefined();
});

test("where 404 is declared, or nothing leads elsewhere, nothing is asked", () => {
  expect(
    asked("A code we do not know is redirected to our welcome page.", api.replace("302", "302 | 404")),
  ).toBeUndefined();
  expect(asked("An unknown code is a 404.")).toBeUndefined();
});

test.each([
  ["Unbekannte Kürzel werden auf die Startseite umgeleitet.", true],
  ["Um código desconhecido redireciona para a página inicial.", true],
  ["If there is none it sends the browser to our home page, also with a 302.", true],
  ["Se non c'è, 302 verso la nostra pagina iniziale.", true],
  ["Gibt es keinen, wird auf die Startseite umgeleitet.", true],
  ["S'il n'y en a pas, on redirige vers la page d'accueil.", true],
  ["Si no hay, se redirige a la página principal.", true],
  ["Jeśli nie ma, przekierowujemy na stronę startową.", true],
  ["Unknown codes get a 404 with a home page link.", false],
  ["If there is none we do not send anybody to our home page.", false],
  ["Unknown codes are not redirected to the home page.", false],
  ["There are no ads on our home page, which leads to the form.", false],
  ["On a miss the cache asks the database and the result is sent home.", false],
])("whether a sentence sends the unknown elsewhere: %s", (sentence, isSo) => {
  expect(elsewhereIn(sentence) !== null).toBe(isSo);
});

test("a redirect that is declared for what is not there, or that code sends, is asked about", () => {
  const [post = ""] = api.split("\n");
  expect(asked("", `${post}\nGET /{code}\n  302 Location\n  302 also for an unknown code\n`)).toBeDefined();
  const code = "```js\napp.get('/:code', async (req, res) => {\n  if (!row) return res.redirect('/');\n});\n```";
  expect(asked(code)?.message).toContain("res.redirect('/'");
  expect(asked(code.replace("res.redirect('/')", "res.sendStatus(404)"))).toBeUndefined();
  expect(asked("", `${post}\nGET /{code}\n  302 Location, not for an unknown code\n  404\n`)).toBeUndefined();
});

const elseOf = (written: string, prose = "") => {
  const [get] = read(prose, written).operations.find(({ path }) => path === "/{code}")?.steps ?? [];
  return get !== undefined && "get" in get ? get.else : null;
};

test.each([
  "POST /links {url: uri} -> 201 {code}\n### GET /{code}\n- 302, Location\n- 200 text/html, 短码不存在时返回提示页\n",
  "POST /links {url: uri} -> 201 {code}\nGET /{code}\n  302: Location = url\n  200: a page that says that no such code is there\n",
  "POST /links {url: uri} -> 201 {code}\n\nGET /{code}\n- 200: Seite, wenn das Kürzel nicht gefunden wurde\n- 302: Location\n",
])("a success that is declared for what is not there is what is answered: %s", (written) => {
  expect(elseOf(written)).toBe(200);
});

test("a page for what is not there is told of where a success is declared beside the redirect, and else asked about", () => {
  const declared = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 200\n";
  const prose = "## Opening\n\nAn unknown code is answered 200 with a page of our own.";
  expect(elseOf(declared, prose)).toBe(200);
  expect(elseOf(declared, "## Opening\n\nWith Accept: application/json the URL is answered, 200.")).toBeUndefined();
  const [first] = asked(prose)?.fixes ?? [];
  expect(first?.label).toBe("It answers 200 there too");
  expect(
    asked("A code that is not found in the cache is read from the table, and the client gets a 200."),
  ).toBeUndefined();
});
