import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { loadReader, readDesign } from "../../read.ts";
import { sketchToOpenApi } from "./to-openapi.ts";

beforeAll(() => loadReader());

const sketch = `# Links

Everything here is public.

## Make one
The alias is the caller's own wish.
POST /links {url: uri, alias?: string} -> 201 {code} | 409 # the same URL twice is two links
  409 if the alias is taken
  Request:
  { "url": "https://a.example/x", "alias": "mine" }
  Response:
  {
    "code": "abc"
  }
  { "strange": true }

// Where it leads.
GET /{code} -> 302 | 404
An expired one is 404 as well.
`;

test("what stands around the endpoints of a sketch is in the OpenAPI document too, at the endpoint that it is about", () => {
  const made = parse(sketchToOpenApi(sketch)?.edits[0]?.insert ?? "");
  expect(made.info).toEqual({ title: "Links", description: "Everything here is public.", version: "1" });
  const { post } = made.paths["/links"];
  expect(post.description.split("\n")).toEqual([
    "Make one",
    "The alias is the caller's own wish.",
    "the same URL twice is two links",
    "409 if the alias is taken",
    "Request",
    "Response",
    'Example: {"strange":true}',
  ]);
  expect(post.requestBody.content["application/json"].example).toEqual({ url: "https://a.example/x", alias: "mine" });
  expect(post.responses["201"].content["application/json"].example).toEqual({ code: "abc" });
  const { get } = made.paths["/{code}"];
  expect(get.description).toBe("Where it leads.\nAn expired one is 404 as well.");
});

test("a heading above the first endpoint is the title alone, what leads to a body is no summary, and an open value no default", () => {
  const made = parse(
    sketchToOpenApi(
      "# Holds\n1. POST /holds — body {seat_id} → 201 {hold_id} | 404/410/422\n2. POST /bookings — header Idempotency-Key → 201\n3. GET /holds?owner=...&cursor=... -> 200",
    )?.edits[0]?.insert ?? "",
  );
  expect(made.info.title).toBe("Holds");
  const { post, get } = made.paths["/holds"];
  expect(post.description).toBeUndefined();
  expect(post.summary).toBeUndefined();
  expect(made.paths["/bookings"].post.summary).toBeUndefined();
  expect(Object.keys(post.responses)).toEqual(["201", "404", "410", "422"]);
  expect(JSON.stringify(get.parameters)).not.toContain("default");
});

test("no word of prose is lost, whatever of it nobody can place", () => {
  const words =
    "alpha\nPOST /a {b} -> 201\nbravo\n\n- charlie\n\nGET /a -> 200\n> delta\n```\necho\n```\nPOST /a -> 201\nfoxtrot";
  const made = sketchToOpenApi(words)?.edits[0]?.insert ?? "";
  for (const word of ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"]) expect(made).toContain(word);
});

const sketches = ["url-shortener", "ticket-booking"].flatMap((problem) => {
  const corpus = join(problemsDir, problem, "corpus");
  const text = (slug: string, ending: RegExp): string => {
    const name = readdirSync(join(corpus, slug)).find((file) => ending.test(file));
    return name === undefined ? "" : readFileSync(join(corpus, slug, name), "utf8");
  };
  return (existsSync(corpus) ? readdirSync(corpus, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      problem,
      name,
      texts: { schema: text(name, /^schema/), api: text(name, /^api/), design: text(name, /^design/) },
    }))
    .filter(({ texts }) => sketchToOpenApi(texts.api) !== null)
    .slice(0, 12);
});

test("every sketch of the corpus does the same once it is converted", () => {
  expect(sketches.length).toBeGreaterThan(10);
  for (const { problem, name, texts } of sketches) {
    const { capabilities } = loadPublicProblem(problemsDir, problem);
    const does = (api: string) =>
      readDesign({ ...texts, api }, capabilities)
        .operations.map(({ opId, capability, words }) => ({ opId, capability, words }))
        .toSorted((a, b) => a.opId.localeCompare(b.opId));
    const converted = sketchToOpenApi(texts.api)?.edits[0]?.insert ?? "";
    expect({ name, does: does(converted) }).toEqual({ name, does: does(texts.api) });
  }
});

test("what stands under a heading behind all endpoints is told of none of them", () => {
  const text = "# Links\n\nPOST /links {url: uri} -> 201 {code}\n\n# Errors\n\n| 409 | taken |\n";
  const written = sketchToOpenApi(text)?.edits[0]?.insert ?? "";
  expect(written).toContain("409 | taken");
  expect(written.indexOf("409 | taken")).toBeLessThan(written.indexOf("paths:"));
});
