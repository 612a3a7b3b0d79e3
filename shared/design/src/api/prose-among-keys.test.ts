import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readApi } from "./read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const endpoints = readApi(text, tell).endpoints.map(({ endpoint }) => endpoint.opId);
  return { endpoints, findings };
}

/** The text after its first click, until nothing stops it. */
function clicked(text: string): string {
  let now = text;
  for (let n = 0; n < 6; n++) {
    const edits = read(now).findings.find(({ rule }) => rule === "syntax")?.fixes?.[0]?.edits;
    if (edits === undefined) break;
    for (const { from, to, insert } of edits.toReversed()) now = now.slice(0, from) + insert + now.slice(to);
  }
  return now;
}

const openapi = (summary: string, note = "") =>
  `openapi: 3.1.0\ninfo: {title: Links, version: "1"}\npaths:\n  /links:\n    get:\n      summary: ${summary}\n${note}      responses:\n        "200": {description: all}\n`;

test.each(["Shorten a URL: answers a code", "it's for links: see RFC: 9110", "a 'b': c"])(
  "a text with a colon in it is put in quotes by a click: %s",
  (summary) => {
    const [finding] = read(openapi(summary)).findings;
    expect(finding).toMatchObject({ line: 6, rule: "syntax", fixes: [{ label: "Put it in quotes" }] });
    const mended = clicked(openapi(summary));
    expect(mended).toContain(summary.replaceAll("'", "''"));
    expect(read(mended)).toMatchObject({ endpoints: ["GET /links"], findings: [] });
  },
);

test.each([
  ["among the keys", openapi("Shorten", "      A retry gets the same code,\n      whoever sends it.\n")],
  ["behind them", `${openapi("Shorten")}\nA retry gets the same code.\n`],
  ["before them", `Our API for links.\n\n${openapi("Shorten")}`],
])("a note %s is made a comment by a click", (_where, text) => {
  expect(read(text).findings[0]?.message).toContain("put # before it");
  const mended = clicked(text);
  expect(mended).toMatch(/# (?:A retry|Our API)/);
  expect(read(mended)).toMatchObject({ endpoints: ["GET /links"], findings: [] });
});

test("endpoints with notes as nobody writes them in YAML are a sketch, also below the word endpoints", () => {
  const text = `endpoints:
  POST /links:
    headers: Idempotency-Key: <uuid> (required)
    body: { url: string }
    201: { code: string }
    400: { error: "not a url" }
  GET /{code}:
    302: Location: <url>
    404: { error: "unknown code" }

A retry: the same key answers the same code.
`;
  const { endpoints, findings } = read(text);
  expect(findings).toEqual([]);
  expect(endpoints).toEqual(["POST /links", "GET /{code}"]);
});

test("a list that is YAML but for one mistake is told of that, and not read as something else", () => {
  const { findings } = read("endpoints:\n  - method: POST\n    path: /links\n   body: {url: string}\n");
  expect(findings).toMatchObject([{ severity: "error", rule: "syntax" }]);
});
