import { stops } from "@proofroom/domain/design/stops";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const sound = {
  schema: "create table urls (\n  code text primary key,\n  url text not null\n);\n",
  api: "POST /urls {url: uri} -> 201 {code}\nGET /{code} -> 302\n",
  design: "```mermaid\nflowchart LR\n  c([Client]) --> api[API x3] --> db[(DB)]\n```\n",
};

const blanks = ["\u00a0", "\u2009", "\u202f", "\u3000"];

test.each(blanks)("a blank that is typed as %j is a blank of what is sketched and drawn", (blank) => {
  const texts = { ...sound, api: sound.api.replaceAll(" ", blank), design: sound.design.replaceAll(" ", blank) };
  expect(readDesign(texts, capabilities)).toEqual(readDesign(sound, capabilities));
});

test.each(blanks)("in SQL a blank that is typed as %j is named once at its line, and replaced by a click", (blank) => {
  const schema = sound.schema.replaceAll(" text", `${blank}text`);
  const { findings } = readDesign({ ...sound, schema }, capabilities);
  const code = blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  expect(findings.filter(stops)).toMatchObject([
    { rule: "other-blank", line: 2, column: 7, message: expect.stringContaining(`(U+${code}), and 1 more`) },
  ]);
  const edits = findings.find(({ rule }) => rule === "other-blank")?.fixes?.[0]?.edits ?? [];
  const mended = edits.reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), schema);
  expect(mended).toBe(sound.schema);
});

test("quoted texts, quoted names and comments of SQL keep their blanks", () => {
  const schema = `-- it's\u00a0here\n${sound.schema.replace("not null", "not null default 'a\u00a0b'")}`;
  const { findings, ddl } = readDesign({ ...sound, schema }, capabilities);
  expect(findings.filter(stops)).toEqual([]);
  expect(ddl[0]?.sql).toContain("'a\u00a0b'");
});

test("a column whose name has a blank or a hyphen in it is bound like any other", () => {
  for (const name of ["short code", "short-code"]) {
    const schema = sound.schema.replace("code", `"${name}"`);
    expect(readDesign({ ...sound, schema }, capabilities).findings.map(({ rule }) => rule)).not.toContain("unreadable");
  }
});
