import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Operation } from "@proofroom/domain/design/model";
import type { FunctionalTest } from "@proofroom/domain/judge/functional-test";
import { Capability } from "@proofroom/domain/problem/problem";
import { type Deployed, runTest } from "./functional.ts";
import { createSend } from "./send.ts";
import type { Control } from "./served.ts";

const none = { find: { methods: [], words: [], fields: {} } };
export const capabilities = {
  shorten: Capability.parse({ title: "Shorten", in: { url: "url" }, out: { code: "string" }, writes: true, ...none }),
  resolve: Capability.parse({ title: "Open", in: { code: "string" }, out: { redirect: "url" }, ...none }),
  list: Capability.parse({ title: "List", required: false, in: {}, out: {}, ...none }),
};
const plain = { bodyRequired: false, parameters: [], responses: [], words: [], line: 1, confidence: 1 };
export const operations: Operation[] = [
  {
    ...plain,
    opId: "shorten",
    method: "POST",
    path: "/links",
    capability: "shorten",
    body: {
      type: "object",
      required: ["long", "team"],
      properties: { long: { type: "string" }, team: { type: "integer" } },
    },
    steps: [{ transaction: [{ insert: "urls", values: {} }] }],
    inputs: { url: { in: "body", name: "long" } },
    outputs: { code: { in: "body", name: "link.short_url" } },
  },
  {
    ...plain,
    opId: "resolve",
    method: "GET",
    path: "/{code}",
    capability: "resolve",
    steps: [],
    inputs: { code: { in: "path", name: "code" } },
    outputs: {},
  },
];

export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A shortener of a few lines, served for real; `handler` says what it does wrong. */
export async function judged(
  one: FunctionalTest,
  handler: Handler,
  design: Partial<Deployed> & {
    rows?: () => Promise<number>;
    settle?: Control["settle"];
    repeatDraw?: Control["repeatDraw"];
    linger?: Control["linger"];
  } = {},
) {
  const server = createServer(
    (request, response) => void text(request).then((body) => handler(request, response, body)),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  await using send = createSend(`http://127.0.0.1:${port}`, new AbortController().signal);
  const control: Control = {
    rowCount: design.rows ?? (() => Promise.resolve(0)),
    settle: design.settle ?? (async () => []),
    advanceClock: () => Promise.resolve(),
    repeatDraw: design.repeatDraw ?? (() => Promise.resolve(0)),
    linger: design.linger ?? (() => Promise.resolve()),
    insertRow: () => Promise.resolve({ outcome: "refused", reason: "there is no database" }),
  };
  try {
    const deployed = { operations, tables: [], seed: null, capabilities, send, control, ...design };
    return await runTest(one, "the lesson", deployed, "s1");
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

export function shortener(urls = new Map<string, string>(), codeOf = (n: number) => `c${n}`): Handler {
  return (request, response, body) => {
    if (request.method === "POST") {
      const code = codeOf(urls.size);
      urls.set(code, JSON.parse(body).long);
      response.writeHead(201).end(JSON.stringify({ link: { short_url: `https://sho.rt/${code}` } }));
      return;
    }
    const url = urls.get((request.url ?? "").slice(1));
    if (url === undefined) response.writeHead(404).end();
    else response.writeHead(307, { location: url }).end();
  };
}
