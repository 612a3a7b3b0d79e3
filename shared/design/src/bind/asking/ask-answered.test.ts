import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n\n";
const schema = "create table links (code text primary key, url text not null);";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const read = (prose: string, written = api) =>
  readDesign({ schema, api: written, design: drawn + prose }, capabilities);
const asked = (prose: string, written = api) => read(prose, written).findings.find(({ rule }) => rule === "which-way");
const code = (does: string) => `\`\`\`ts\n// GET /:code\nif (!link) return res.sendStatus(404);\n${does}\n\`\`\`\n`;

test("a redirect whose code answers JSON is asked about, as it is written first", () => {
  const question = asked(code("res.json({ url: link.url });"));
  expect(question).toMatchObject({ severity: "question", stopsRun: true, document: "api", line: 2 });
  expect(question?.fixes?.map(({ label }) => label)).toEqual(["It answers 200", "It redirects"]);
  const [edit] = question?.fixes?.[0]?.edits ?? [];
  const answered = api.slice(0, edit?.from) + (edit?.insert ?? "") + api.slice(edit?.to);
  expect(read("", answered).operations[1]?.steps.at(-1)).toEqual({ return: { status: 200 } });
});

test("code and words that send on are not asked about", () => {
  expect(asked(code("res.redirect(302, link.url);"))).toBeUndefined();
  expect(asked("## Opening\n\nGET /{code} answers 302, the URL in Location.")).toBeUndefined();
  expect(asked("")).toBeUndefined();
});
