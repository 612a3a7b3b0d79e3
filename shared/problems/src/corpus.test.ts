import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@proofroom/domain/design/finding";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCorpus } from "./corpus.ts";
import { answerAll } from "./corpus-answers.ts";
import { problemsDir } from "./public.ts";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "corpus-"));
  await cp(join(problemsDir, "url-shortener"), join(dir, "url-shortener"), { recursive: true });
});
afterAll(() => rm(dir, { recursive: true }));

test("a wrong design has to say what is wrong with it, and an unsound file is named", async () => {
  const [slug = ""] = loadCorpus(dir, "url-shortener").map((design) => design.slug);
  const file = join(dir, "url-shortener", "corpus", slug, "expect.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text.replace(/^outcome: .*(\n {2}.*)*/m, "outcome: { fails: [shorten] }").replace(/^because:.*/m, ""),
  );
  expect(() => loadCorpus(dir, "url-shortener")).toThrow(`${file} cannot be used: mend it. because has to say`);
  await writeFile(file, `${text}\nmood: good\n`);
  expect(() => loadCorpus(dir, "url-shortener")).toThrow(file);
});

const question = (rule: string, insert: string, label = "yes"): Finding => ({
  document: "api",
  line: 1,
  column: 1,
  severity: "question",
  stopsRun: true,
  rule,
  message: `${rule}?`,
  fixes: [
    { label: "no", edits: [] },
    { label, edits: [{ document: "api", from: 0, to: 0, insert }] },
  ],
});
const design = (answers: string[], choose: Record<string, string>) => ({
  slug: "a",
  texts: { schema: "", api: "", design: "" },
  expected: { hand: "", form: "sketch" as const, binds: {}, answers, choose, outcome: "passes" as const },
});

test("questions are answered in order by the fix that is named, and one too many is told", () => {
  const asked = ({ api }: { api: string }): Finding[] =>
    api === "" ? [question("first", "a")] : api === "a" ? [question("second", "b")] : [];
  const both = { first: "yes", second: "yes" };
  expect(answerAll(design(["first", "second"], both), asked)).toMatchObject({
    outcome: "answered",
    texts: { api: "ba" },
  });
  expect(answerAll(design(["first"], both), asked)).toEqual({
    outcome: "stuck",
    why: "second is asked as well: second?",
  });
  expect(answerAll(design(["second"], both), asked)).toMatchObject({ why: "first is asked instead of second: first?" });
  expect(answerAll(design(["first"], { first: "perhaps" }), asked)).toMatchObject({
    why: "perhaps is not offered for first; offered: no, yes",
  });
});
