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

test("a comment that stands further in than the endpoint below it is about the one above", () => {
  const beside = besideOf(
    "# Seats\nPOST /a -> 201\n  # called twice it answers the same\n# Cached.\nGET /b -> 200\n  # all of them\n",
  );
  expect(beside(2)).toContain("called twice");
  expect(beside(2)).not.toContain("Cached");
  expect(beside(5)).toContain("Cached");
  expect(beside(5)).not.toContain("called twice");
});

test("what comes of the very same request again is about it too, and what comes of another one is not", () => {
  const shown = (key: string) => `$ curl -X POST localhost/holds/1/confirm -H "Idempotency-Key: ${key}"`;
  const transcript = (key: string) =>
    `${shown("a")}\nHTTP/1.1 201 Created\n{"booking_id": 7}\n\n${shown(key)}\nHTTP/1.1 409 Conflict\n{"error": "already_confirmed"}\n`;
  expect(besideOf(transcript("a"))(1)).toContain("The same again:");
  expect(besideOf(transcript("a"))(1)).toContain("already_confirmed");
  expect(besideOf(transcript("b"))(1)).not.toContain("already_confirmed");
});
