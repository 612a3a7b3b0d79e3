import type { Operation, Table } from "@proofroom/domain/design/model";
import { requestIdHeader, requestTag } from "@proofroom/domain/judge/result";
import type { Hop } from "@proofroom/domain/judge/trace";
import { never } from "@proofroom/domain/never";
import { Hono } from "hono";
import { sayingOnce } from "../say.ts";
import { readRequest } from "./asked.ts";
import { keptBy } from "@proofroom/domain/design/through-cache";
import type { Objects } from "../objectstore/client.ts";
import type { Cache } from "./cache.ts";
import type { CalledService } from "./services.ts";
import type { Publish } from "./steps/context.ts";
import { type Check, createCheck } from "./check.ts";
import type { Database, Session } from "./database.ts";
import { randomBase62 } from "./draws.ts";
import { following } from "./following.ts";
import { perform } from "./perform.ts";
import { invalid } from "./refusal.ts";
import { createRequestLog } from "./request-log.ts";
import { createRoutes, type Match } from "./routes.ts";
import type { Answer } from "./scope.ts";
import { toResponse } from "./to-response.ts";

interface ServiceParts {
  component: string;
  operations: Operation[];
  tables: Table[];
  /** Null where the design has no database; its operations then answer 503. */
  database: Database | null;
  /** Where endpoints that only read do so; the database itself unless given. */
  reads?: Session | null;
  /** By their drawn id; nothing is cached, kept as an object, called or published unless given. */
  caches?: ReadonlyMap<string, Cache>;
  objects?: Objects | null;
  services?: ReadonlyMap<string, CalledService>;
  publish?: Publish;
  now: () => Date;
  /** Random texts; any at all unless given. */
  draw?: (length: number) => string;
  log: (line: string) => void;
  /** Hears of each request that carries an id how it went. */
  keep?: (hop: Hop) => void;
}

/** One replica of a service: any design's endpoints, told what to do by data alone. */
export function createApp(parts: ServiceParts): Hono {
  const { component, operations, tables, database, now, log, keep } = parts;
  const match = createRoutes(operations);
  const checks = new Map(operations.map((operation) => [operation, createCheck(operation, log)]));
  const byName = new Map(tables.map((table) => [table.name, table]));
  const sayOnce = sayingOnce(log);
  const requests = createRequestLog(log);
  const { caches = new Map<string, Cache>(), objects = null, publish = noQueue, draw = randomBase62 } = parts;
  const { services = new Map<string, CalledService>() } = parts;
  const kept = keptBy(operations);

  async function answer(request: Request, url: URL, found: Match): Promise<Answer> {
    switch (found.found) {
      case "nothing":
        return failure(404, "not-found", "no endpoint has this path");
      case "other-methods":
        return failure(405, "method-not-allowed", `this path takes ${found.methods.join(", ")}`);
      case "operation":
        return serve(found.operation, request, url, found.path);
      default:
        return never(found);
    }
  }

  async function serve(
    operation: Operation,
    request: Request,
    url: URL,
    path: Record<string, string>,
  ): Promise<Answer> {
    const asked = await readRequest(request, url, path);
    if ("unreadable" in asked) {
      return asked.unreadable === "too-large"
        ? failure(413, asked.unreadable, asked.message)
        : invalid(operation, asked.message);
    }
    const check: Check | undefined = checks.get(operation);
    const wrong = check?.(asked) ?? null;
    if (wrong !== null) return invalid(operation, wrong);
    if (operation.steps.length === 0) return failure(501, "unbound", "nothing says what this endpoint does");
    if (database === null) return failure(503, "unavailable", "the design has no database");
    const reads = parts.reads ?? database;
    const workshop = { database, reads, tables: byName, caches, kept, objects, services, publish, now, draw, sayOnce };
    return perform(operation, asked, workshop);
  }

  const app = new Hono();
  app.get("/__health", (c) => c.json({ component, statements: database?.statements() ?? 0, caches: countsOf(caches) }));
  app.all("*", async (c) => {
    const started = performance.now();
    const url = new URL(c.req.url);
    const at = new Date().toISOString();
    const request = c.req.header(requestIdHeader);
    const tag = requestTag(request);
    const found = match(c.req.method, url.pathname);
    const operation = found.found === "operation" ? found.operation : null;
    const work = () =>
      answer(c.req.raw, url, found).catch((error: unknown) => {
        log(`${c.req.method} ${url.pathname}${tag}: ${error instanceof Error ? error.stack : String(error)}`);
        return failure(500, "broken", "the service failed; its log says how");
      });
    const isFollowed = keep !== undefined && request !== undefined && tag !== "";
    const { result: given, ...way } = isFollowed
      ? await following(request, operation, work)
      : { result: await work(), statements: [], dropped: 0 };
    const reason = given.status >= 500 ? ` ${JSON.stringify(given.body)}` : "";
    const millis = performance.now() - started;
    if (isFollowed) {
      const endpoint =
        operation === null ? {} : { endpoint: { name: `${operation.method} ${operation.path}`, line: operation.line } };
      keep({ request, component, kind: "service", at, millis, status: given.status, ...endpoint, ...way });
    }
    const took = `${millis.toFixed(1)} ms${tag}`;
    requests.answered(given.status, `${c.req.method} ${url.pathname}${url.search} ${given.status} ${took}${reason}`);
    const response = toResponse(given);
    response.headers.set("x-replica", component);
    return response;
  });
  return app;
}

const countsOf = (caches: ReadonlyMap<string, Cache>): Record<string, Cache["counts"]> =>
  Object.fromEntries([...caches].map(([id, { counts }]) => [id, counts]));

const noQueue: Publish = async (queue) => {
  throw new Error(`no arrow leads from here to the queue ${queue}`);
};

const failure = (status: number, error: string, message: string): Answer => ({ status, body: { error, message } });
