import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLogBook } from "./log-book.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "log-book-"));
});
afterEach(() => rm(folder, { recursive: true }));

const now = () => new Date("2026-01-01T00:00:00Z");

test("lines of all components have one order, and each component its file", async () => {
  const book = createLogBook(folder, now);
  book.write("api-1", "stdout", "one");
  book.write("db", "stderr", "two");
  book.write("api-1", "stdout", "three");
  expect(book.after(1, 10).map(({ n, component, line }) => [n, component, line])).toEqual([
    [2, "db", "two"],
    [3, "api-1", "three"],
  ]);
  book.close();
  expect(await readFile(join(folder, "api-1.log"), "utf8")).toMatch(/one\n.*three\n/);
  expect(await readFile(join(folder, "db.log"), "utf8")).toContain("! two");
});

test("a component that never stops talking fills neither disk nor memory, and its numbers stay true", async () => {
  const book = createLogBook(folder, now);
  for (let n = 1; n <= 30_000; n++) book.write("api", "stdout", `${n} ${"x".repeat(300)}`);
  expect((await stat(join(folder, "api.log"))).size).toBeLessThan(5.1 * 1024 * 1024);
  const [last, ...more] = book.after(29_999, 10);
  expect(more).toEqual([]);
  expect(last).toMatchObject({ n: 30_000, line: expect.stringMatching(/^30000 /) });
  expect(book.after(0, 1)[0]?.n).toBeGreaterThan(9_000);
  book.close();
});

test("a name out of a drawing cannot leave the folder", async () => {
  const book = createLogBook(folder, now);
  book.write("../../etc/passwd", "stdout", "x");
  book.close();
  expect(await readFile(join(folder, ".._.._etc_passwd.log"), "utf8")).toContain("x");
});
