import type { Operation } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { requestOf } from "./request.ts";

const text = { type: "string" };
const operation = (body: unknown, name: string): Operation => ({
  opId: "POST /links",
  method: "POST",
  path: "/links",
  line: 1,
  body,
  bodyRequired: true,
  parameters: [],
  responses: [],
  steps: [],
  words: [],
  inputs: { url: { in: "body", name } },
  outputs: {},
  confidence: 1,
});
const sent = (body: unknown, name: string) =>
  JSON.parse(
    requestOf({ operation: operation(body, name), values: { url: "https://a.b" }, needless: new Set(), salt: "s" })
      .body ?? "",
  );

test("a field of an inner object is sent there, beside what else that object requires", () => {
  const link = { type: "object", required: ["title", "url"], properties: { title: text, url: text } };
  const body = { type: "object", required: ["link"], properties: { link } };
  expect(sent(body, "link.url")).toEqual({ link: { title: "s", url: "https://a.b" } });
  expect(sent({ type: "object", properties: { link } }, "link.url")).toEqual({ link: { url: "https://a.b" } });
});

test("a field whose own name has a dot is sent as it is called", () => {
  expect(sent({ type: "object", properties: { "link.url": text } }, "link.url")).toEqual({ "link.url": "https://a.b" });
});

test("a path in any language is sent percent-encoded", () => {
  const parameters = [{ name: "код", in: "path" as const, required: true, schema: text }];
  const asked = { ...operation({}, "url"), path: "/ссылки/{код}", parameters };
  const { path } = requestOf({ operation: asked, values: { код: "ü" }, needless: new Set(), salt: "s" });
  expect(path).toBe("/%D1%81%D1%81%D1%8B%D0%BB%D0%BA%D0%B8/%C3%BC");
});

test("a parameter of which there has to be a row names that one, and any other is made up", () => {
  const tenant = { ...operation({}, "url"), path: "/{tenant}/{lang}/links" };
  const parameters = ["tenant", "lang"].map((name) => ({ name, in: "path" as const, required: true, schema: text }));
  const { path } = requestOf({
    operation: { ...tenant, parameters },
    values: {},
    needless: new Set(),
    known: new Map([["path.tenant", "acme"]]),
    salt: "s",
  });
  expect(path).toBe("/acme/s/links");
});

test("what a body names of a row that was put there is sent as that row is called, and nowhere else", () => {
  const body = {
    type: "object",
    required: ["url", "user_id"],
    properties: { url: text, user_id: { type: "integer" } },
  };
  const bodyOf = (of: unknown): unknown =>
    JSON.parse(
      requestOf({
        operation: operation(of, "url"),
        values: { url: "https://a.b" },
        needless: new Set(),
        known: new Map([["body.user_id", "7"]]),
        salt: "s",
      }).body ?? "",
    );
  expect(bodyOf(body)).toEqual({ url: "https://a.b", user_id: 7 });
  expect(bodyOf({ type: "object", properties: { url: text } })).toEqual({ url: "https://a.b" });
});
