import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { GatewaySettings } from "@proofroom/domain/infrastructure/component-message";
import { requestIdHeader } from "@proofroom/domain/judge/result";
import { afterEach, expect, test } from "vitest";
import { createListeners } from "../test-listen.ts";
import { createGateway } from "./server.ts";

const { listen, close } = createListeners();
afterEach(close);

/**
 * A replica that answers its name. `die` takes it down at once, with all its connections; `pause` makes it silent, as a
 * stopped process is, which takes connections and says nothing.
 */
async function startReplica(name: string) {
  let isPaused = false;
  const asked: string[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url !== "/__health") asked.push(`${request.method}`);
    if (isPaused) return;
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => response.end(JSON.stringify({ name, body, url: request.url })));
  };
  let server = createServer(handle);
  const port = await listen(server);
  return {
    address: { component: name, host: "127.0.0.1", port },
    asked,
    die() {
      server.closeAllConnections();
      server.close();
    },
    async revive() {
      server = createServer(handle);
      await listen(server, port);
    },
    pause: () => void (isPaused = true),
    wake: () => void (isPaused = false),
  };
}

async function startGateway(change: Partial<GatewaySettings>) {
  const replicas = [await startReplica("a"), await startReplica("b"), await startReplica("c")];
  const log: string[] = [];
  const upstreams = replicas.map((replica) => replica.address);
  const keyHeaders = ["idempotency-key", "x-request-id"];
  const usual = {
    component: "gw",
    keyHeaders,
    healthMillis: 0,
    retryIdempotent: false,
    ejectAfter: 0,
    timeoutMillis: 5_000,
  };
  const port = await listen(createGateway({ ...usual, ...change, upstreams }, (line) => log.push(line)).server);
  const base = `http://127.0.0.1:${port}`;
  const counts = async (): Promise<Record<string, { isIn: boolean; requests: number; ejections: number }>> => {
    const { upstreams: all } = JSON.parse(await (await fetch(`${base}/__health`)).text());
    return Object.fromEntries(all.map((one: { component: string }) => [one.component, one]));
  };
  return { replicas, log, base, counts };
}

const statuses = async (sent: Promise<Response>[]): Promise<number[]> =>
  (await Promise.all(sent)).map((answer) => answer.status);

test("requests go round the replicas, bodies and targets unchanged", async () => {
  const { base } = await startGateway({});
  const names = new Set<string>();
  for (let n = 0; n < 6; n++) {
    const answer = await fetch(`${base}/x?y=%20`, { method: "POST", body: `{"n":${n}}` });
    const said = JSON.parse(await answer.text());
    expect(said).toMatchObject({ url: "/x?y=%20", body: `{"n":${n}}` });
    names.add(said.name);
  }
  expect(names).toEqual(new Set(["a", "b", "c"]));
});

test("with probes and retries nobody notices that a replica died", async () => {
  const { base, replicas, log } = await startGateway({ healthMillis: 50, retryIdempotent: true, ejectAfter: 1 });
  replicas[1]?.die();
  const sent = Array.from({ length: 30 }, (_, n) =>
    fetch(
      base,
      n % 2 === 0
        ? {}
        : { method: "POST", body: "{}", headers: { [n % 4 === 1 ? "Idempotency-Key" : "X-Request-Id"]: `k${n}` } },
    ),
  );
  expect(new Set((await Promise.all(sent)).map((answer) => answer.status))).toEqual(new Set([200]));
  expect(log.filter((line) => line.startsWith("b is left out"))).toHaveLength(1);
});

test("a write without a key is never sent twice: its client is told", async () => {
  const { base, replicas, log } = await startGateway({ retryIdempotent: true });
  for (const replica of replicas) replica.die();
  const answer = await fetch(base, { method: "POST", body: "{}" });
  expect(answer.status).toBe(502);
  expect(log).toHaveLength(1);
});

test("a body that is too large is refused at the door", async () => {
  const { base } = await startGateway({});
  const answer = await fetch(base, { method: "POST", body: "x".repeat(1024 * 1024 + 1) });
  expect(answer.status).toBe(413);
});

test("a replica that takes requests and never answers is ejected like a dead one, and nobody's read is lost", async () => {
  const { base, replicas, counts } = await startGateway({ retryIdempotent: true, ejectAfter: 3, timeoutMillis: 200 });
  replicas[1]?.pause();
  expect(new Set(await statuses(Array.from({ length: 12 }, () => fetch(base))))).toEqual(new Set([200]));
  expect(await counts()).toMatchObject({
    a: { isIn: true, failures: 0, ejections: 0 },
    b: { isIn: false, requests: 4, failures: 4, retries: 0, ejections: 1 },
  });
  const before = replicas[1]?.asked.length;
  await statuses([fetch(base), fetch(base)]);
  expect(replicas[1]?.asked).toHaveLength(before ?? 0);
});

test("without probes one request at a time tries an ejected replica, and brings it back once it answers", async () => {
  const { base, replicas, log, counts } = await startGateway({ retryIdempotent: true, ejectAfter: 1 });
  replicas[1]?.die();
  await statuses([fetch(base), fetch(base), fetch(base)]);
  expect(await counts()).toMatchObject({ b: { isIn: false, ejections: 1 } });
  await replicas[1]?.revive();
  const isBack = async () => {
    await fetch(base);
    return (await counts())["b"]?.isIn;
  };
  await expect.poll(isBack, { timeout: 5_000, interval: 20 }).toBe(true);
  expect(log.filter((line) => line.startsWith("b is"))).toEqual([expect.stringMatching(/^b is left out/), "b is back"]);
});

test("a probe ejects a silent replica before any request meets it, and takes it back", async () => {
  const { base, replicas, counts } = await startGateway({ healthMillis: 50, ejectAfter: 1 });
  replicas[2]?.pause();
  const isIn = async () => (await counts())["c"]?.isIn;
  await expect.poll(isIn, { timeout: 5_000, interval: 20 }).toBe(false);
  expect(new Set(await statuses(Array.from({ length: 9 }, () => fetch(base))))).toEqual(new Set([200]));
  expect(replicas[2]?.asked).toEqual([]);
  replicas[2]?.wake();
  await expect.poll(isIn, { timeout: 5_000, interval: 20 }).toBe(true);
});

test("a write without a key meets a silent replica once and is not tried elsewhere", async () => {
  const { base, replicas } = await startGateway({ retryIdempotent: true, ejectAfter: 1, timeoutMillis: 200 });
  for (const replica of replicas) replica.pause();
  expect(await statuses([fetch(base, { method: "POST", body: "{}" })])).toEqual([502]);
  expect(replicas.flatMap(({ asked }) => asked)).toEqual(["POST"]);
});

test("a client that leaves does not make its replica a failing one", async () => {
  const { base, replicas, counts } = await startGateway({ ejectAfter: 1 });
  for (const replica of replicas) replica.pause();
  const leaving = new AbortController();
  const left = fetch(base, { signal: leaving.signal });
  await expect.poll(() => replicas.flatMap(({ asked }) => asked)).toEqual(["GET"]);
  leaving.abort();
  await expect(left).rejects.toThrow();
  for (const replica of replicas) replica.wake();
  expect(Object.values(await counts()).map(({ ejections }) => ejections)).toEqual([0, 0, 0]);
});

test("a request that carries an id has a line in the log, by which its way is followed", async () => {
  const { base, log } = await startGateway({});
  await (await fetch(`${base}/x?y=1`, { headers: { [requestIdHeader]: "r7" } })).text();
  await (await fetch(`${base}/unnamed`)).text();
  await expect.poll(() => log).toEqual([expect.stringMatching(/^GET \/x\?y=1 200 [\d.]+ ms \(request r7\)$/)]);
});
