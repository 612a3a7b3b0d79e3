import { stops } from "@proofroom/domain/design/stops";
import type { DocumentName } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { hardTexts } from "./hard-texts.ts";
import { soundOpenApi } from "./mangled/api-texts.ts";
import { mangledTexts } from "./mangled-texts.ts";
import { loadReader, readDesign } from "./read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const sound = {
  schema: "create table urls (code text primary key, url text not null, idem_key text unique);\n",
  api: "POST /urls {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302\n",
  design: "```mermaid\nflowchart LR\n  c([Client]) --> api[API x3] --> db[(DB)]\n```\n",
};
const read = (document: DocumentName, text: string) => readDesign({ ...sound, [document]: text }, capabilities);

const mangled = documentNames.flatMap((document) =>
  Object.entries(mangledTexts[document]).map(([name, text]) => ({ document, name, text })),
);

test("what is mangled here is sound before it is mangled, and there is enough of it", () => {
  expect(readDesign(sound, capabilities).findings).toEqual([]);
  expect(read("api", soundOpenApi).findings.filter(stops)).toEqual([]);
  expect(mangled.length).toBeGreaterThan(100);
});

test.each(mangled)("$document, $name: said at a line of it, and never deployed", ({ document, text }) => {
  const { findings } = read(document, text);
  const stopping = findings.filter(stops);
  expect(stopping.map((finding) => finding.document)).toContain(document);
  for (const { line, message } of stopping.filter((finding) => finding.document === document)) {
    expect(line).toBeLessThanOrEqual(text.split("\n").length);
    expect(message).toMatch(/\S.{10,}/);
  }
});

function millisOf(document: DocumentName, text: string): number {
  const from = performance.now();
  read(document, text);
  return performance.now() - from;
}

test("no text costs a reader out of proportion to its length", () => {
  const longest = "a".repeat(256 * 1024);
  const usual = Math.max(...documentNames.map((document) => millisOf(document, longest)));
  const isSlow = (document: DocumentName, text: string) => millisOf(document, text) > 30 * usual;
  const hard = documentNames.flatMap((document) =>
    Object.entries(hardTexts).map(([name, text]) => ({ document, name, text })),
  );
  // What else the machine does is not the reader's: slow is what is so again and again.
  const slow = [...mangled, ...hard].filter(({ document, text }) => [1, 2, 3].every(() => isSlow(document, text)));
  expect(slow.map(({ document, name }) => `${document}: ${name}`)).toEqual([]);
}, 120_000);
