import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { CountingServer } from "../counting-server.ts";
import { readBody } from "../read-body.ts";
import { openStore } from "./store.ts";

export interface ObjectStoreOptions {
  component: string;
  folder: string;
  /** Of all objects together. */
  mostBytes: number;
}

const most = { objectBytes: 8 * 1024 * 1024, nameBytes: 1_024 };

/** Objects over HTTP: PUT, GET, HEAD and DELETE of `/objects/<name>`. Not listening yet. */
export function createObjectServer(
  { component, folder, mostBytes }: ObjectStoreOptions,
  log: (line: string) => void,
): CountingServer {
  const store = openStore(folder, mostBytes);
  const counts = { put: 0, get: 0, missed: 0, removed: 0, bytesIn: 0, bytesOut: 0 };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === "/__health") return say(response, 200, { component, ...counters() });
    const name = nameIn(request.url ?? "");
    if (name === null) return say(response, 400, { error: "invalid", message: "an object's name has 1 to 1024 bytes" });
    switch (request.method) {
      case "PUT":
        return put(name, request, response);
      case "GET":
      case "HEAD":
        return get(name, request, response);
      case "DELETE": {
        const wasThere = await store.remove(name);
        if (wasThere) counts.removed += 1;
        return wasThere ? void response.writeHead(204).end() : missing(response, name);
      }
      case undefined:
      default:
        return say(response, 405, { error: "method-not-allowed", message: "objects take GET, HEAD, PUT and DELETE" });
    }
  }

  async function put(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readBody(request, most.objectBytes);
    if (bytes === null) return say(response, 413, { error: "too-large", message: "an object has 8 MB at most" });
    const contentType = request.headers["content-type"] ?? "application/octet-stream";
    const kept = await store.put({ name, contentType, bytes });
    if (kept === "full") {
      log(`PUT ${name}: the store is full`);
      return say(response, 507, { error: "full", message: "the object store has no room left" });
    }
    counts.put += 1;
    counts.bytesIn += bytes.length;
    return void response.writeHead(kept === "made" ? 201 : 200, { etag: tagOf(bytes) }).end();
  }

  async function get(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await store.get(name);
    if (found === null) {
      counts.missed += 1;
      return missing(response, name);
    }
    counts.get += 1;
    const etag = tagOf(found.bytes);
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { "content-type": found.contentType, "content-length": found.bytes.length, etag });
    if (request.method === "HEAD") return void response.end();
    counts.bytesOut += found.bytes.length;
    response.end(found.bytes);
  }

  const counters = () => ({ ...counts, ...store.holds() });
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else say(response, 500, { error: "broken", message: "the object store failed; its log says how" });
    });
  });
  return { server, counters };
}

const tagOf = (bytes: Buffer): string => `"${createHash("sha256").update(bytes).digest("base64url")}"`;

const missing = (response: ServerResponse, name: string): void =>
  say(response, 404, { error: "not-found", message: `there is no object ${name}` });

/** Null for what is no name; `/` inside one means nothing. */
function nameIn(url: string): string | null {
  const [, given = ""] = /^\/objects\/([^?]+)/.exec(url) ?? [];
  try {
    const name = decodeURIComponent(given);
    return name === "" || Buffer.byteLength(name) > most.nameBytes ? null : name;
  } catch {
    return null;
  }
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
