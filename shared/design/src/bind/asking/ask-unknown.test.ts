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
  ["Unknown codes get a 404 with a home page link.", false],
  ["On a miss the cache asks the database and the result is sent home.", false],
])("whether a sentence sends the unknown elsewhere: %s", (sentence, isSo) => {
  expect(elsewhereIn(sentence) !== null).toBe(isSo);
});
