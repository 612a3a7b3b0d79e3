import { expect, test } from "vitest";
import { besideOf } from "./beside.ts";

test("prose about a method, or a comment that names another endpoint, is about the endpoint above", () => {
  const beside = besideOf(
    "POST /links {url} -> 201\n  GET requests are cached.\n  # GET /old is gone\n  Hash of the URL.\nGET /{code} -> 302\n",
  );
  expect(beside(1)).toContain("Hash of the URL.");
  expect(beside(1)).not.toContain("302");
});

test("a table of routes in comments parts at each of its endpoints", () => {
  const beside = besideOf("# POST /links {url} -> 201\n#   a code of seven\n# GET /{code} -> 302\n#   cached\n");
  expect(beside(1)).toContain("a code of seven");
  expect(beside(1)).not.toContain("cached");
  expect(beside(3)).not.toContain("seven");
});
