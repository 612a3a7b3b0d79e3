import type { Capability } from "@proofroom/domain/problem/problem";
import { expect, test } from "vitest";
import { snippetFix } from "./snippet.ts";

const shorten: Capability = {
  title: "Shorten a URL",
  required: true,
  in: { url: "url" },
  out: { code: "string" },
  writes: true,
  find: { methods: ["POST"], words: ["shorten", "link"], fields: {}, redirects: false },
};
const resolve: Capability = {
  title: "Follow a short link",
  required: true,
  in: { code: "string" },
  out: { redirect: "url" },
  writes: false,
  find: { methods: ["GET"], words: ["resolve"], fields: {}, redirects: true },
};

const applied = (api: string, fix: ReturnType<typeof snippetFix>) =>
  fix?.edits.reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), api);

test("an empty document and a sketch get a line each", () => {
  const first = applied("", snippetFix("shorten", shorten, ""));
  expect(first).toBe("POST /shorten {url: uri} -> 201 {code}\n");
  expect(applied(first ?? "", snippetFix("resolve", resolve, first ?? ""))).toBe(
    "POST /shorten {url: uri} -> 201 {code}\nGET /{code} -> 302\n",
  );
});

test("OpenAPI gets a path of its own, which says what it serves", () => {
  const api = "openapi: 3.1.0\npaths:\n  /{code}:\n    get: {}\n";
  const text = applied(api, snippetFix("resolve", resolve, api));
  expect(text).toContain(
    "paths:\n  /resolve/{code}:\n    get:\n      operationId: resolve\n      x-capability: resolve\n",
  );
  expect(text).toContain("\n  /{code}:\n    get: {}\n");
});

test("JSON is left alone", () => {
  expect(snippetFix("shorten", shorten, '{"openapi":"3.1.0"}')).toBeNull();
});
