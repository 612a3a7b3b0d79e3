import { expect, test } from "vitest";
import type { Capability } from "@proofroom/domain/problem/problem";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { bind } from "../../bind/bind.ts";
import { readApi } from "../read-api.ts";

const shorten: Capability = {
  title: "Shorten a URL",
  required: true,
  in: { url: "url" },
  out: { code: "string" },
  writes: true,
  find: { methods: ["POST"], words: ["shorten", "short", "link"], fields: { url: [], code: [] }, redirects: false },
};

function questions(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  bind(readApi(text, tell), { schema: "", api: text, design: "" }, [], { shorten }, tell);
  return findings.filter(({ rule }) => rule === "which-endpoint");
}

test.each([
  ["a sketch", "POST /links {url: uri} -> 201 {code}\r\n\r\nPOST /short-links {\n  url: uri\n} -> 201 {code}\n"],
  [
    "a list in a README",
    "- `POST /links` {url: uri} -> 201 {code}\n- `POST /short-links` {url: uri} -> 201 {code}\n  and some words\n",
  ],
  [
    "a list in JSON",
    '{"endpoints": [\n{"method": "POST", "path": "/links", "request": {"url": "uri"}, "response": {"code": "x"}},\n{"method": "POST", "path": "/short-links", "request": {"url": "uri"}, "response": {"code": "x"}}]}',
  ],
  [
    "a list in YAML",
    "endpoints:\n  - method: POST\n    path: /links\n    request: { url: uri }\n    response: { code: x }\n  - method: POST\n    path: /short-links\n    request: { url: uri }\n    response: { code: x }\n",
  ],
])("in %s a question is answered by a click, which writes the answer into the text", (_, text) => {
  const [question] = questions(text);
  expect(question?.fixes).toHaveLength(2);
  for (const fix of question?.fixes ?? []) {
    const [edit] = fix.edits;
    if (edit === undefined) throw new Error("no edit");
    const answered = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
    expect(answered).toContain("x-capability");
    expect(questions(answered)).toEqual([]);
  }
});
