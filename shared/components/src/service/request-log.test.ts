import { expect, test } from "vitest";
import { createRequestLog } from "./request-log.ts";

test("few requests get a line each", () => {
  const lines: string[] = [];
  using log = createRequestLog((line) => lines.push(line));
  for (let n = 1; n <= 3; n += 1) log.answered(201, `POST /links 201 #${n}`, false);
  expect(lines).toEqual(["POST /links 201 #1", "POST /links 201 #2", "POST /links 201 #3"]);
});

test("what is beyond reading is counted, and no request is left out of the count", () => {
  const lines: string[] = [];
  const log = createRequestLog((line) => lines.push(line));
  for (let n = 1; n <= 500; n += 1) log.answered(201, `#${n}`, false);
  log[Symbol.dispose]();
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe("and 480 more requests in the same second, none a 5xx");
});

test("a failure of the service is told however many requests there are", () => {
  const lines: string[] = [];
  const log = createRequestLog((line) => lines.push(line));
  for (let n = 1; n <= 500; n += 1) log.answered(n === 400 ? 503 : 200, `#${n}`, false);
  log[Symbol.dispose]();
  expect(lines).toContain("#400");
});

test("requests that a test follows have their lines beside however many others, up to what no such test sends", () => {
  const lines: string[] = [];
  const log = createRequestLog((line) => lines.push(line));
  for (let n = 1; n <= 400; n += 1) {
    log.answered(200, "another", false);
    log.answered(409, `#${n} (request r${n})`, true);
  }
  expect(lines.filter((line) => line.startsWith("#"))).toHaveLength(400);
  for (let n = 401; n <= 5_000; n += 1) log.answered(409, `#${n}`, true);
  log[Symbol.dispose]();
  expect(lines.length).toBeLessThan(1_100);
  expect(lines.at(-1)).toBe("and 4380 more requests in the same second, none a 5xx");
});
