import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createGateway } from "./server.ts";

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0).filter(({ listening }) => listening)) {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("it does not listen");
  return address.port;
}

/** A replica that answers its name; `die` takes it down at once, with all its connections. */
async function startReplica(name: string) {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => response.end(JSON.stringify({ name, body, url: request.url })));
  });
  const port = await listen(server);
  return {
    address: { component: name, host: "127.0.0.1", port },
    die() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function startGateway(settings: { healthMillis: number; retryIdempotent: boolean }) {
  const replicas = [await startReplica("a"), await startReplica("b"), await startReplica("c")];
  const log: string[] = [];
  const upstreams = replicas.map((replica) => replica.address);
  const port = await listen(createGateway({ ...settings, upstreams }, (line) => log.push(line)));
  return { replicas, log, base: `http://127.0.0.1:${port}` };
}

test("requests go round the replicas, bodies and targets unchanged", async () => {
  const { base } = await startGateway({ healthMillis: 0, retryIdempotent: false });
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
  const { base, replicas, log } = await startGateway({ healthMillis: 50, retryIdempotent: true });
  replicas[1]?.die();
  const sent = Array.from({ length: 30 }, (_, n) =>
    fetch(base, n % 2 === 0 ? {} : { method: "POST", body: "{}", headers: { "idempotency-key": `k${n}` } }),
  );
  expect(new Set((await Promise.all(sent)).map((answer) => answer.status))).toEqual(new Set([200]));
  expect(log.filter((line) => line.startsWith("b is left out"))).toHaveLength(1);
});

test("a write without a key is never sent twice: its client is told", async () => {
  const { base, replicas, log } = await startGateway({ healthMillis: 0, retryIdempotent: true });
  for (const replica of replicas) replica.die();
  const answer = await fetch(base, { method: "POST", body: "{}" });
  expect(answer.status).toBe(502);
  expect(log).toHaveLength(1);
});

test("a body that is too large is refused at the door", async () => {
  const { base } = await startGateway({ healthMillis: 0, retryIdempotent: false });
  const answer = await fetch(base, { method: "POST", body: "x".repeat(1024 * 1024 + 1) });
  expect(answer.status).toBe(413);
});
