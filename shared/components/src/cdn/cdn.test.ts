import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createListeners } from "../test-listen.ts";
import { createCdn } from "./server.ts";

const { listen, close } = createListeners();
afterEach(close);

/** An origin that counts what it is asked, behind a CDN whose clock the test moves. */
async function start(ttlMillis: number, cacheControl?: string) {
  const asked: string[] = [];
  const log: string[] = [];
  const origin = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (cacheControl !== undefined) response.setHeader("cache-control", cacheControl);
    if (request.url === "/moved") response.writeHead(302, { location: "https://a.b/c" }).end();
    else if (request.url === "/none") response.writeHead(404).end("none");
    else response.end(`answer ${asked.length}`);
  });
  const port = await listen(origin);
  const clock = { now: 1_000_000 };
  const upstream = { host: "127.0.0.1", port };
  const cdn = createCdn({ component: "edge", upstream, ttlMillis, now: () => clock.now }, (line) => log.push(line));
  const base = `http://127.0.0.1:${await listen(cdn.server)}`;
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(base + path, { redirect: "manual", ...init });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const health = async () => JSON.parse((await ask("/__health")).text);
  return { asked, log, origin, clock, ask, health };
}

test("a read is answered from what is kept until its time is over, by the deployment's clock", async () => {
  const { asked, log, clock, ask, health } = await start(60_000);
  const first = await ask("/x?a=1");
  clock.now += 59_000;
  const second = await ask("/x?a=1");
  expect(second.text).toBe(first.text);
  expect([second.headers.get("x-cache"), second.headers.get("age")]).toEqual(["HIT", "59"]);
  expect(log).toEqual(["GET /x?a=1 200 from what is kept, 59 s old"]);
  expect((await ask("/x?a=2")).text).not.toBe(first.text);
  clock.now += 1_000;
  expect((await ask("/x?a=1")).text).not.toBe(first.text);
  expect(asked).toHaveLength(3);
  expect(await health()).toMatchObject({ hits: 1, misses: 3, hitRatio: 0.25, failures: 0 });
});

test("a redirect is kept as one, an absent thing is not, and nothing is where neither side says how long", async () => {
  const { asked, ask } = await start(60_000);
  await ask("/moved");
  expect(await ask("/moved")).toMatchObject({ status: 302 });
  expect((await ask("/moved")).headers.get("location")).toBe("https://a.b/c");
  await ask("/none");
  await ask("/none");
  expect(asked).toEqual(["GET /moved", "GET /none", "GET /none"]);
  const silent = await start(0);
  await silent.ask("/x");
  await silent.ask("/x");
  expect(silent.asked).toHaveLength(2);
});

test("what an answer forbids to keep is never kept", async () => {
  const { asked, ask } = await start(60_000, "private, max-age=60");
  await ask("/x");
  await ask("/x");
  expect(asked).toHaveLength(2);
});

test("writes go through with their bodies, and what was kept of their path is dropped", async () => {
  const { asked, ask } = await start(60_000);
  await ask("/x?page=1");
  await ask("/y");
  await ask("/x", { method: "PUT", body: "{}" });
  await ask("/x?page=1");
  await ask("/y");
  expect(asked).toEqual(["GET /x?page=1", "GET /y", "PUT /x", "GET /x?page=1"]);
});

test("one user's answer is never another's, and HEAD answers what a GET has left", async () => {
  const { asked, ask } = await start(60_000);
  await ask("/x", { headers: { authorization: "Bearer a" } });
  await ask("/x", { headers: { authorization: "Bearer b" } });
  expect(asked).toHaveLength(2);
  await ask("/x");
  expect(await ask("/x", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
  expect(asked).toHaveLength(3);
});

test("with its origin down it answers 502, and goes on answering what it keeps", async () => {
  const { origin, ask, health } = await start(60_000);
  await ask("/x");
  origin.closeAllConnections();
  origin.close();
  expect((await ask("/x")).status).toBe(200);
  expect((await ask("/y")).status).toBe(502);
  expect(await health()).toMatchObject({ failures: 1 });
});
