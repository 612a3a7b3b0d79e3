import type { Endpoint } from "@proofroom/domain/design/model";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { withToldUrl } from "./told-url.ts";

const shorten = loadPublicProblem(problemsDir, "url-shortener").capabilities["shorten"];
if (shorten === undefined) throw new Error("The problem has no shorten.");

const endpoint = (url: Record<string, unknown>): Endpoint => ({
  opId: "POST /links",
  method: "POST",
  path: "/links",
  line: 1,
  body: { type: "object", properties: { link: { type: "object", properties: { url } } } },
  bodyRequired: true,
  parameters: [],
  responses: [],
});

const formOf = (
  url: Record<string, unknown>,
  beside: string,
  told = "",
  design = "",
  all = design,
  api = "",
): string | undefined => {
  const known = { besideOf: () => beside, toldOf: () => told, design, api, all };
  const found = withToldUrl(endpoint(url), shorten, { url: { in: "body", name: "link.url" } }, known);
  return /"format":"(\w+)"/.exec(JSON.stringify(found.body))?.[1];
};

test("a URL is one by the words beside its endpoint, in what is told of shortening, or in what is told of all", () => {
  const url = { type: "string", maxLength: 8000 };
  expect(formOf(url, '"400": { "error": "INVALID_URL" }')).toBe("uri");
  expect(formOf(url, "", "The service parses it with new URL(), else 400.")).toBe("uri");
  expect(formOf(url, "", "", "Whatever is not an absolute URL is rejected.")).toBe("uri");
  expect(formOf(url, "", "", "", "# Errors\n| 422 | invalid_url | no scheme, not http/https |")).toBe("uri");
  expect(formOf(url, "400 url missing", "We make a code.", "Links live for good.")).toBeUndefined();
});

test("what a schema says of a text's form is all that is checked", () => {
  expect(formOf({ type: "string", pattern: "^.+$" }, "400 invalid url")).toBeUndefined();
});

test("an example of a URL is none where the design takes any text, and the API document neither writes the form nor refuses others", () => {
  const shown = { type: "string", format: "uri" };
  const any = "We don't check whether it really is a URL.";
  const bare = "$r->validate(['url' => 'required|string|max:2048']);";
  expect([any, bare].map((design) => formOf(shown, "422 url missing", "", design))).toEqual([undefined, undefined]);
  expect(formOf(shown, "400 invalid url", "", any)).toBe("uri");
  expect(formOf(shown, "", "", any, any, "POST /links {url: uri}")).toBe("uri");
  expect(formOf(shown, "", "", `${bare} Only absolute http URLs are accepted.`)).toBe("uri");
  expect(formOf({ type: "string" }, "", "new URL(url), else 400.", any)).toBeUndefined();
});
