import { connect, createServer, type Server } from "node:net";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { listen } from "../parent.ts";
import { type CacheConnection, connectCache } from "./client.ts";
import { createReader, encodeCommand, encodeReply, type Reply } from "./resp.ts";
import { createCacheServer } from "./server.ts";
import { createStore } from "./store.ts";

const servers: Server[] = [];
const clients: CacheConnection[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const server of servers.splice(0).filter((one) => one.listening)) {
    server.close();
    await once(server, "close");
  }
});

const said = (answer: { reply: Reply } | null): Reply => (answer === null ? "unreachable" : answer.reply);

async function startCache(bytes = 10_000) {
  let millis = 1_000_000;
  const now = () => millis;
  const store = createStore({ bytes, now });
  const server = createCacheServer(store, now);
  servers.push(server);
  const port = await listen(server, 0);
  const log: string[] = [];
  const client = connectCache({ host: "127.0.0.1", port }, (line) => log.push(line));
  clients.push(client);
  return {
    store,
    port,
    log,
    client,
    send: async (...parts: string[]) => said(await client.send(parts)),
    pass: (by: number) => (millis += by),
  };
}

test("the commands answer as Redis does", async () => {
  const { send } = await startCache();
  expect(await send("ping")).toEqual({ simple: "PONG" });
  expect(await send("GET", "a")).toBeNull();
  expect(await send("SET", "a", "grün ☃\r\n$3")).toEqual({ simple: "OK" });
  expect(await send("GET", "a")).toBe("grün ☃\r\n$3");
  expect([await send("INCR", "n"), await send("INCRBY", "n", "-5"), await send("TTL", "n")]).toEqual([1, -4, -1]);
  expect([await send("DEL", "a", "n", "no"), await send("TTL", "a")]).toEqual([2, -2]);
  await send("SET", "text", "abc");
  expect(await send("INCR", "text")).toEqual({ error: "ERR value is not an integer or out of range" });
  expect(await send("SET", "a", "1", "EX", "0")).toEqual({ error: "ERR invalid expire time in 'set' command" });
  expect([await send("SET", "once", "1", "PX", "9", "NX"), await send("SET", "once", "2", "nx")]).toEqual([
    { simple: "OK" },
    null,
  ]);
  expect([await send("DELEX", "once", "IFEQ", "2"), await send("DELEX", "once", "ifeq", "1")]).toEqual([0, 1]);
  expect(await send("DELEX", "once", "IFNE", "1")).toEqual({ error: "ERR syntax error" });
  expect(await send("SET", "a", "1", "FOR", "9")).toEqual({ error: "ERR syntax error" });
  expect(await send("GET")).toEqual({ error: "ERR wrong number of arguments for 'get' command" });
  expect(await send("KEYS", "*")).toEqual({ error: "ERR unknown command 'KEYS', with args beginning with: '*' " });
  expect(await send("constructor")).toMatchObject({ error: expect.stringContaining("unknown command") });
  expect([await send("FLUSHALL"), await send("GET", "text")]).toEqual([{ simple: "OK" }, null]);
});

test("a key ends when the deployment's clock says so, and counting on does not make it live longer", async () => {
  const { send, pass } = await startCache();
  await send("SET", "hold", "1", "PX", "1500");
  await send("INCR", "window");
  await send("EXPIRE", "window", "60");
  pass(1_499);
  expect(await send("GET", "hold")).toBe("1");
  pass(1);
  expect(await send("GET", "hold")).toBeNull();
  expect(await send("INCR", "window")).toBe(2);
  pass(59_000);
  expect(await send("INCR", "window")).toBe(1);
});

test("memory is bounded: what was used least recently goes first, and what can never fit is refused", async () => {
  const { send, store } = await startCache(400);
  const value = "x".repeat(50);
  for (const key of ["a", "b", "c"]) await send("SET", key, value);
  await send("GET", "a");
  await send("SET", "d", value);
  expect([await send("GET", "b"), await send("GET", "a")]).toEqual([null, value]);
  expect(store.size().bytes).toBeLessThanOrEqual(400);
  expect(await send("SET", "huge", "x".repeat(500))).toMatchObject({ error: expect.stringMatching(/^OOM/) });
  expect(store.counts.evictions).toBe(1);
});

test("commands sent together are answered in their order", async () => {
  const { send } = await startCache(1_000_000);
  const sent = Array.from({ length: 200 }, (_, n) => Promise.all([send("SET", `k${n}`, `${n}`), send("GET", `k${n}`)]));
  expect((await Promise.all(sent)).map(([, got]) => got)).toEqual(sent.map((_, n) => `${n}`));
});

test("a silent cache costs one short wait, is then left alone, and is said once", async () => {
  const silent = createServer((socket) => socket.resume());
  servers.push(silent);
  const log: string[] = [];
  const client = connectCache({ host: "127.0.0.1", port: await listen(silent, 0) }, (line) => log.push(line));
  clients.push(client);
  const first = await Promise.all([client.send(["GET", "a"]), client.send(["GET", "b"])]);
  expect([...first, await client.send(["GET", "c"])]).toEqual([null, null, null]);
  expect(log).toEqual([expect.stringContaining("the cache is left out for now")]);
});

test("an answer that came while this process had no turn is no silence", async () => {
  const answering = createServer((socket) =>
    socket.on("data", () => {
      socket.write(encodeReply({ simple: "OK" }));
      const until = performance.now() + 300;
      while (performance.now() < until);
    }),
  );
  servers.push(answering);
  const log: string[] = [];
  const client = connectCache({ host: "127.0.0.1", port: await listen(answering, 0) }, (line) => log.push(line));
  clients.push(client);
  expect(await client.send(["PING"])).toEqual({ reply: { simple: "OK" } });
  expect(log).toEqual([]);
});

test("a cache that was down is used again once it answers", async () => {
  const { client, port, log, send } = await startCache();
  await send("PING");
  const [server] = servers;
  server?.close();
  client.close();
  if (server?.listening === true) await once(server, "close");
  expect(await send("PING")).toBe("unreachable");
  const store = createStore({ bytes: 1_000, now: () => 0 });
  const again = createCacheServer(store, () => 0);
  servers.push(again);
  await listen(again, port);
  await expect.poll(() => send("PING")).toEqual({ simple: "PONG" });
  expect(log).toEqual([expect.stringContaining("left out"), "the cache is used again"]);
});

/** Numbers that look random and are the same in every test run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

test("values are put together from whatever pieces they come in", () => {
  const random = seeded(7);
  const values: Reply[] = ["", "a\r\nb", "☃", 42, -1, null, { simple: "OK" }, { error: "ERR no" }, ["GET", "☃☃"], []];
  const bytes = Buffer.from(values.map(encodeReply).join(""));
  for (let round = 0; round < 50; round++) {
    const read = createReader();
    const got: Reply[] = [];
    for (let at = 0; at < bytes.length;) {
      const size = 1 + Math.floor(random() * 9);
      got.push(...read(bytes.subarray(at, at + size)));
      at += size;
    }
    expect(got).toEqual(values);
  }
});

test("whatever bytes come in, the cache goes on for others", async () => {
  const { port, send } = await startCache();
  const random = seeded(11);
  const sockets = Array.from({ length: 40 }, async (_, n) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.on("error", () => {});
    await once(socket, "connect");
    const noise = Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256)));
    const half = encodeCommand(["SET", "k", "v"]).slice(0, 3 + (n % 20));
    socket.end(n % 2 === 0 ? noise : Buffer.from(`${half}${n % 3 === 0 ? "*-7\r\n$99999999999\r\n" : ""}`));
    socket.resume();
    await once(socket, "close");
  });
  await Promise.all(sockets);
  expect(await send("PING")).toEqual({ simple: "PONG" });
});
