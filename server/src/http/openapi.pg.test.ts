import { permissions } from "@proofroom/domain/room/permissions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { request } from "../test-client.ts";
import { routesOf } from "../test-routes.ts";
import { startTestServer, type TestServer } from "../test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

test("every route is described, with what it does and answers", async () => {
  const described = (await routesOf(server.origin)).map(({ method, path }) => `${method} ${path}`);
  const served = new Set(
    server.api.routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`),
  );
  expect(described.toSorted()).toEqual([...served].toSorted());
  for (const { summary, responses } of await routesOf(server.origin)) {
    expect(summary).not.toBe("");
    expect(Object.keys(responses)).toContain("default");
  }
});

test("every route consults a row of the permission table, or says that it needs none", async () => {
  const rows = new Set([...Object.keys(permissions), "everybody", "signed-in"]);
  const without = (await routesOf(server.origin)).filter(({ access }) => !rows.has(access));
  expect(without).toEqual([]);
});

test("the description is valid JSON for tools: an OpenAPI document with paths and schemas of bodies", async () => {
  const { body } = await request(server.origin, { method: "GET", path: "/api/openapi.json" });
  expect(body).toMatchObject({
    openapi: "3.1.0",
    info: { title: "Proofroom" },
    paths: {
      "/api/rooms": {
        post: {
          requestBody: { content: { "application/json": { schema: { properties: { problem: { type: "string" } } } } } },
        },
      },
    },
  });
});
