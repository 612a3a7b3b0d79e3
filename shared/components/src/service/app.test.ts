import { expect, test } from "vitest";
import { createApp } from "./app.ts";

test("a component whose name is in other letters answers as any other", async () => {
  const app = createApp({
    component: "服务-2",
    operations: [],
    workshop: null,
    counters: () => ({}),
    log: () => undefined,
  });
  const response = await app.request("/nothing");
  expect(response.status).toBe(404);
  expect(decodeURIComponent(response.headers.get("x-replica") ?? "")).toBe("服务-2");
});
