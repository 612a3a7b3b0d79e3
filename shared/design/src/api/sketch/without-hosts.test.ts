import { expect, test } from "vitest";
import { withoutHosts } from "./without-hosts.ts";

test("a host in a variable is no part of a path, a variable in the path is its parameter, and nothing else moves", () => {
  const file = "POST {{host}}/holds/{{hold}}/confirm\nIdempotency-Key: {{$guid}}\n\nGET ${base}/seats\n";
  const read = withoutHosts(file);
  expect(read.split("\n").map((line) => line.replace(/ +/, " "))).toEqual([
    "POST /holds/{hold}/confirm",
    "Idempotency-Key: {{$guid}}",
    "",
    "GET /seats",
    "",
  ]);
  expect(read).toHaveLength(file.length);
});

test("a text without variables is as it is", () => {
  const file = "POST /holds/{hold}/confirm -> 200\n";
  expect(withoutHosts(file)).toBe(file);
});
