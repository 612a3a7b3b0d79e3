import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { guard, limitBody, onePublicName } from "./guard.ts";

const home = "http://127.0.0.1:3000";
const app = (publicUrl = home) =>
  new Hono()
    .use(onePublicName(publicUrl))
    .use(guard(publicUrl))
    .use(limitBody)
    .all("*", async (c) => c.text(await c.req.text()));
const ask = (init: RequestInit & { path?: string; host?: string }, publicUrl = home) => {
  const { path = "/x", host = new URL(publicUrl).host, headers = {}, ...rest } = init;
  return app(publicUrl).request(publicUrl + path, {
    ...rest,
    headers: { host, ...Object.fromEntries(new Headers(headers)) },
  });
};
const json = { "content-type": "application/json" };

describe("a change", () => {
  test.each(["POST", "PUT", "DELETE", "PATCH"])("by %s comes from our own pages or not at all", async (method) => {
    for (const origin of [
      undefined,
      "null",
      "http://evil.example",
      `${home}.evil.example`,
      "https://127.0.0.1:3000",
      "http://localhost:3000",
    ]) {
      expect((await ask({ method, headers: origin === undefined ? {} : { origin } })).status).toBe(403);
    }
    expect((await ask({ method, headers: { origin: home } })).status).toBe(200);
    expect((await ask({ method, headers: { origin: home, "sec-fetch-site": "cross-site" } })).status).toBe(403);
  });

  test("with a body is JSON or not at all", async () => {
    for (const type of [
      undefined,
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "application/jsonp",
    ]) {
      const headers: Record<string, string> = { origin: home, "content-length": "2" };
      if (type !== undefined) headers["content-type"] = type;
      expect((await ask({ method: "POST", headers, body: "{}" })).status).toBe(415);
    }
    const headers = { origin: home, "content-length": "2", "content-type": "application/json; charset=utf-8" };
    expect((await ask({ method: "POST", headers, body: "{}" })).status).toBe(200);
  });

  test("of more than a megabyte is refused, told or counted", async () => {
    const body = "x".repeat(1024 * 1024 + 1);
    const headers = { origin: home, ...json };
    expect(
      (await ask({ method: "POST", headers: { ...headers, "content-length": String(body.length) }, body })).status,
    ).toBe(413);
    expect((await ask({ method: "POST", headers: { ...headers, "transfer-encoding": "chunked" }, body })).status).toBe(
      413,
    );
    const most = body.slice(1);
    expect(
      (await ask({ method: "POST", headers: { ...headers, "transfer-encoding": "chunked" }, body: most })).status,
    ).toBe(200);
  });
});

test("reading needs no origin", async () => {
  expect((await ask({ method: "GET" })).status).toBe(200);
});

describe("another name of this machine", () => {
  test.each(["localhost:3000", "LOCALHOST", "127.0.0.2:3000", "[::1]:3000", "rooms.localhost"])(
    "%s leads home",
    async (host) => {
      const answer = await ask({ method: "GET", host, path: "/j?a=b" });
      expect([answer.status, answer.headers.get("location")]).toEqual([307, `${home}/j?a=b`]);
    },
  );

  test("is left alone by probes, behind a proxy, and where it is no loopback name", async () => {
    expect((await ask({ method: "GET", host: "localhost", path: "/readyz" })).status).toBe(200);
    expect((await ask({ method: "GET", host: "127.0.0.1:3000" }, "https://rooms.example.org")).status).toBe(200);
    expect((await ask({ method: "GET", host: "rooms.example.org" })).status).toBe(200);
  });
});
