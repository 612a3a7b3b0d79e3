import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { securityHeaders } from "./headers.ts";
import { pages } from "./pages.ts";

const dist = mkdtempSync(join(tmpdir(), "proofroom-dist-"));
beforeAll(async () => {
  await mkdir(join(dist, "assets"));
  await writeFile(join(dist, "index.html"), "<page>");
  await writeFile(join(dist, "favicon.svg"), "<svg>");
  await writeFile(join(dist, "assets/index-DiwrgTda.js"), "script");
  await writeFile(join(dist, "assets/index-DiwrgTda.js.gz"), gzipSync("script"));
  await writeFile(join(dist, "assets/review.worker-C0ffee_1.js"), "worker");
  await writeFile(join(dist, "../proofroom-secret"), "secret");
});
afterAll(() => {
  rmSync(dist, { recursive: true });
  rmSync(join(dist, "../proofroom-secret"));
});

const home = "http://127.0.0.1:3000";
const get = (path: string, headers: Record<string, string> = {}) =>
  new Hono()
    .use(securityHeaders(home))
    .route("/", pages(dist))
    .request(home + path, { headers });

test("every path is a page of the client's router, never kept", async () => {
  for (const path of ["/", "/rooms/x", "/j", "/rooms/x/results/y"]) {
    const answer = await get(path);
    expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([
      200,
      "<page>",
      "no-cache",
    ]);
  }
});

test("hashed files are kept for ever and sent compressed; a missing one is no page", async () => {
  const answer = await get("/assets/index-DiwrgTda.js", { "accept-encoding": "gzip, br" });
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(answer.headers.get("content-type")).toContain("javascript");
  expect((await get("/favicon.svg")).headers.get("cache-control")).toBe("no-cache");
  expect((await get("/assets/index-Yesterday.js")).status).toBe(404);
});

test("no path leads out of the folder", async () => {
  for (const path of [
    "/../proofroom-secret",
    "/%2e%2e/proofroom-secret",
    "/..%2fproofroom-secret",
    "/assets/..%5c..%5cproofroom-secret",
  ]) {
    expect(await (await get(path)).text()).not.toContain("secret");
  }
});

test("only the worker that reads documents may compile WebAssembly, and nobody may evaluate text", async () => {
  const policy = async (path: string) => (await get(path)).headers.get("content-security-policy") ?? "";
  expect(await policy("/assets/review.worker-C0ffee_1.js")).toContain("script-src 'self' 'wasm-unsafe-eval'");
  for (const path of ["/", "/assets/index-DiwrgTda.js"]) {
    expect(await policy(path)).toContain(
      "default-src 'none'; script-src 'self'; connect-src 'self' ws://127.0.0.1:3000;",
    );
    expect(await policy(path)).not.toContain("unsafe-eval");
  }
});
