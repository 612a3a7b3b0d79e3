import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { segmentsOf } from "./path.ts";
import { readApi } from "./read-api.ts";

const told = (path: string) => {
  const { tell, findings } = reporter("api", linesOf(path));
  readApi(`openapi: 3.1.0\npaths:\n  ${path}:\n    get: { responses: { 200: { description: x } } }\n`, tell);
  return findings.filter(({ rule }) => rule === "path").map(({ message }) => message);
};

test("a segment may be a parameter and a word, but not two parameters with nothing between them", () => {
  expect(told("/seats/{id}:hold")).toEqual([]);
  expect(told("/files/{name}.{ending}")).toEqual([]);
  expect(told("/files/{name}{ending}")).toEqual([
    "A path consists of words and parameters in braces, with something between any two: /links/{code}.",
  ]);
});

test("what stands beside a parameter is a word of the path by itself", () => {
  expect(segmentsOf("/v1/seats/{id}:hold")).toEqual(["v1", "seats", "{id}", ":hold"]);
  expect(segmentsOf("/")).toEqual([]);
});
