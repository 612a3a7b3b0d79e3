import { expect, test } from "vitest";
import { healthRoutes } from "./health.ts";

const ok = () => Promise.resolve("ok");
const ask = async (path: string, dependencies: Parameters<typeof healthRoutes>[0]) => {
  const answer = await healthRoutes(dependencies).request(path);
  return [answer.status, await answer.json()];
};

test("ready says how each dependency is, and is asked in vain for none of them", async () => {
  const away = () => Promise.reject(new Error("away"));
  const silent = () => new Promise<string>(() => {});
  expect(await ask("/readyz", { database: ok, temporal: silent })).toEqual([
    200,
    { status: "ready", database: "ok", temporal: "away" },
  ]);
  expect(await ask("/readyz", { database: away, temporal: ok })).toEqual([
    503,
    { status: "waiting", database: "away", temporal: "ok" },
  ]);
  expect(await ask("/healthz", { database: away })).toEqual([200, { status: "ok" }]);
});
