import { expect, test } from "vitest";
import { createRoutes } from "./routes.ts";
import { operation } from "./test-service.ts";

const match = createRoutes([
  operation("GET", "/{code}", []),
  operation("GET", "/links/{id}", []),
  operation("GET", "/links/mine", []),
  operation("POST", "/links", []),
  operation("GET", "/files/{name}.json", []),
]);

const pathOf = (method: string, path: string) => {
  const found = match(method, path);
  return found.found === "operation" ? [found.operation.path, found.path] : found.found;
};

test("a given part goes before a named one, whatever their order in the document", () => {
  expect(pathOf("GET", "/links/mine")).toEqual(["/links/mine", {}]);
  expect(pathOf("GET", "/links/7")).toEqual(["/links/{id}", { id: "7" }]);
  expect(pathOf("HEAD", "/abc/")).toEqual(["/{code}", { code: "abc" }]);
});

test("named parts are decoded, and may be a piece of a part", () => {
  expect(pathOf("GET", "/a%2Fb%20c")).toEqual(["/{code}", { code: "a/b c" }]);
  expect(pathOf("GET", "/files/x.json")).toEqual(["/files/{name}.json", { name: "x" }]);
});

test("a word behind a named part goes before the named part alone, whatever their order in the document", () => {
  const find = createRoutes([operation("POST", "/seats/{id}", []), operation("POST", "/seats/{id}:hold", [])]);
  expect(find("POST", "/seats/7:hold")).toMatchObject({ operation: { path: "/seats/{id}:hold" }, path: { id: "7" } });
  expect(find("POST", "/seats/7")).toMatchObject({ operation: { path: "/seats/{id}" } });
});

test("a path in any language is found as it is sent, percent-encoded", () => {
  const find = createRoutes([operation("POST", "/ссылки", []), operation("GET", "/kürzel/{kürzel}", [])]);
  expect(find("POST", new URL("http://s/ссылки").pathname)).toMatchObject({ found: "operation", path: {} });
  expect(find("GET", "/k%C3%BCrzel/%C3%A4b")).toMatchObject({ found: "operation", path: { kürzel: "äb" } });
});

test("what is not there, what takes other methods and what cannot be read are told apart", () => {
  expect(match("GET", "/a/b/c")).toEqual({ found: "nothing" });
  expect(match("DELETE", "/links")).toEqual({ found: "other-methods", methods: ["POST", "GET"] });
  expect(match("GET", "/%zz")).toEqual({ found: "nothing" });
});
