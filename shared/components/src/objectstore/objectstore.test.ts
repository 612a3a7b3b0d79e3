import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { createListeners } from "../test-listen.ts";
import { connectObjects } from "./client.ts";
import { createObjectServer } from "./server.ts";

const { listen, close } = createListeners();
afterEach(close);

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "objects-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function start(folder = makeFolder(), mostBytes = 10_000) {
  const port = await listen(createObjectServer({ component: "files", folder, mostBytes }, () => {}).server);
  return { folder, base: `http://127.0.0.1:${port}`, objects: connectObjects({ host: "127.0.0.1", port }) };
}

const text = (found: { bytes: Buffer } | null): string | undefined => found?.bytes.toString("utf8");

test("an object is kept under its name with its type, replaced, and gone once removed", async () => {
  const { objects, base } = await start();
  expect(await objects.get("a/b c")).toBeNull();
  expect(await objects.put("a/b c", "one", "text/plain")).toBe(true);
  expect(await objects.put("a/b c", "two", "text/html")).toBe(true);
  expect(await objects.get("a/b c")).toMatchObject({ contentType: "text/html" });
  expect(text(await objects.get("a/b c"))).toBe("two");
  expect([await objects.remove("a/b c"), await objects.remove("a/b c")]).toEqual([true, false]);
  const health = JSON.parse(await (await fetch(`${base}/__health`)).text());
  expect(health).toMatchObject({
    put: 2,
    get: 2,
    missed: 1,
    removed: 1,
    bytesIn: 6,
    bytesOut: 6,
    objects: 0,
    bytes: 0,
  });
});

test("no name leads out of the store's folder", async () => {
  const { objects, folder, base } = await start();
  const names = ["../../etc/passwd", "..", "/", "a\u0000b", "%2e%2e%2f", "x".repeat(1_024), "\u202e\u200b"];
  for (const name of names) expect(await objects.put(name, name, "text/plain")).toBe(true);
  for (const name of names) expect(text(await objects.get(name))).toBe(name);
  expect(readdirSync(folder).every((file) => /^[0-9a-f]{64}$/.test(file))).toBe(true);
  for (const path of ["/objects/", `/objects/${"x".repeat(1_025)}`, "/objects/%zz", "/other"]) {
    expect((await fetch(base + path)).status).toBe(400);
  }
});

test("what does not fit is refused, what is replaced does not count twice, and what was removed makes room", async () => {
  const { objects } = await start(makeFolder(), 3_000);
  const large = "x".repeat(2_000);
  expect(await objects.put("a", large, "text/plain")).toBe(true);
  expect(await objects.put("b", large, "text/plain")).toBe(false);
  expect(await objects.put("a", large, "text/plain")).toBe(true);
  await objects.remove("a");
  const both = [objects.put("b", large, "text/plain"), objects.put("c", large, "text/plain")];
  expect(new Set(await Promise.all(both))).toEqual(new Set([true, false]));
});

test("a store that is started again has what it had acknowledged, and nothing half written", async () => {
  const first = await start();
  await first.objects.put("kept", "whole", "text/plain");
  writeFileSync(join(first.folder, "0123.7.half"), "hal");
  const { objects, base } = await start(first.folder);
  expect(text(await objects.get("kept"))).toBe("whole");
  expect(JSON.parse(await (await fetch(`${base}/__health`)).text())).toMatchObject({ objects: 1 });
});

test("an object that has not changed is not sent again, and HEAD sends none", async () => {
  const { objects, base } = await start();
  await objects.put("a", "content", "text/plain");
  const head = await fetch(`${base}/objects/a`, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "7", ""]);
  const etag = head.headers.get("etag") ?? "";
  const again = await fetch(`${base}/objects/a`, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  await objects.put("a", "changed", "text/plain");
  expect((await fetch(`${base}/objects/a`, { headers: { "if-none-match": etag } })).status).toBe(200);
});
