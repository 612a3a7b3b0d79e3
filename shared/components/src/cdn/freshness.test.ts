import { expect, test } from "vitest";
import { type Answered, freshMillis } from "./freshness.ts";

const fresh = (headers: Answered["headers"], change: Partial<Answered> = {}, ttl = 0): number =>
  freshMillis({ method: "GET", isAuthorized: false, status: 200, headers, ...change }, ttl);

test("what an answer says of itself is kept to, the time for shared caches first", () => {
  expect(fresh({ "cache-control": "public, max-age=60" })).toBe(60_000);
  expect(fresh({ "cache-control": "max-age=60, s-maxage=10" }, {}, 99)).toBe(10_000);
  expect(fresh({ "cache-control": "max-age=60", age: "20" })).toBe(40_000);
  expect(fresh({ "cache-control": "max-age=60" }, { status: 404 })).toBe(60_000);
  for (const word of ["no-store", "private", "no-cache", "max-age=0"]) {
    expect(fresh({ "cache-control": `${word}` }, {}, 60_000)).toBe(0);
  }
});

test("an answer that says nothing is kept only as the drawing says, and only one that could be another's too", () => {
  expect(fresh({})).toBe(0);
  expect(fresh({}, {}, 5_000)).toBe(5_000);
  expect(fresh({}, { status: 302 }, 5_000)).toBe(5_000);
  for (const status of [201, 204, 206, 404, 409, 500, 503]) expect(fresh({}, { status }, 5_000)).toBe(0);
  expect(fresh({}, { method: "POST" }, 5_000)).toBe(0);
  expect(fresh({}, { isAuthorized: true }, 5_000)).toBe(0);
  expect(fresh({ "cache-control": "public, max-age=9" }, { isAuthorized: true })).toBe(9_000);
  expect(fresh({ "set-cookie": "a=b" }, {}, 5_000)).toBe(0);
  expect(fresh({ vary: "accept" }, {}, 5_000)).toBe(0);
});
