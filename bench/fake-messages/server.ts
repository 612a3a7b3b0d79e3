import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { newId } from "./frames.ts";
import { createMemory, tokensIn } from "./memory.ts";
import { knownModels, refusalOf } from "./refusals.ts";
import { CountTokensBody, MessagesBody, wordsOf } from "./request.ts";
import type { Play } from "./scene.ts";
import { perform, refuse } from "./stage.ts";

export interface Recorded {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  /** What was sent; null where that was no JSON. */
  body: unknown;
  /** The body of a `POST /v1/messages` that was taken, and all its words in the order of reading. */
  taken: { body: MessagesBody; words: string } | null;
  /** Why it was refused, in the words of the answer. */
  refused: string | null;
  /** Turns true when the client leaves before the answer is whole. */
  left: boolean;
}

/** A Messages API on loopback that refuses what the real models refuse, and does what it is told. */
export interface FakeMessages extends AsyncDisposable {
  /** For `ANTHROPIC_BASE_URL`. */
  url: string;
  /** The only key that it takes. */
  key: string;
  /** Everything that was asked of it, oldest first: also what it refused. */
  requests: readonly Recorded[];
  /** What the next requests get, one after the other; after them each gets the usual. */
  play(...scenes: Play[]): void;
  /** What a request gets when no scene is left; at first a sensible answer. */
  usually(scene: Play): void;
  close(): Promise<void>;
}

export async function startFakeMessages({ key = "fake-key", port = 0 } = {}): Promise<FakeMessages> {
  const requests: Recorded[] = [];
  const memory = createMemory();
  let script: Play[] = [];
  let usual: Play = { do: "answer" };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = newId("req");
    const path = new URL(request.url ?? "/", "http://fake").pathname;
    const recorded = await record(request, path);
    requests.push(recorded);
    response.on("close", () => (recorded.left = !response.writableFinished));
    const no = (status: number, type: string, message: string): void => {
      recorded.refused = message;
      refuse(response, requestId, status, type, message);
    };
    const { authorization, "anthropic-version": version } = request.headers;
    if (authorization === undefined)
      return no(401, "authentication_error", "Authorization: a bearer token is required.");
    if (authorization !== `Bearer ${key}`) return no(401, "authentication_error", "invalid bearer token");
    if (version !== "2026-10-21")
      return no(400, "invalid_request_error", `anthropic-version: ${String(version ?? "is required")}`);
    const asked = `${request.method} ${path}`;
    if (asked === "GET /v1/models") return answerModels(response, requestId);
    const isCount = asked === "POST /v1/messages/count_tokens";
    if (!isCount && asked !== "POST /v1/messages") return no(404, "not_found_error", "Not Found");

    const read = (isCount ? CountTokensBody : MessagesBody).safeParse(recorded.body);
    if (!read.success) {
      const issue = read.error.issues[0];
      const extra =
        issue?.code === "unrecognized_keys" ? `${issue.keys.join(", ")}: Extra inputs are not permitted` : "";
      return no(400, "invalid_request_error", extra || `${issue?.path.join(".")}: ${issue?.message}`);
    }
    const body: MessagesBody = { max_tokens: 1, ...read.data };
    if (!knownModels.includes(body.model)) return no(404, "not_found_error", `model: ${body.model}`);
    const refusal = refusalOf(body) ?? memory.refusalOf(body);
    if (refusal !== null) return no(400, "invalid_request_error", refusal);
    if (isCount) {
      response.writeHead(200, { "content-type": "application/json", "request-id": requestId });
      response.end(JSON.stringify({ input_tokens: tokensIn([body.system, body.tools, body.messages]) }));
      return;
    }
    recorded.taken = { body, words: wordsOf(body) };
    const play = script.shift() ?? usual;
    await perform({ scene: typeof play === "function" ? play(body) : play, body, memory, requestId, response });
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error("The fake Messages API failed:", error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const listening = typeof address === "object" && address !== null ? address.port : port;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    url: `http://127.0.0.1:${listening}`,
    key,
    requests,
    play: (...scenes) => void (script = [...script, ...scenes]),
    usually: (scene) => void (usual = scene),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function record(request: IncomingMessage, path: string): Promise<Recorded> {
  const { method = "GET", headers } = request;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return {
    method,
    path,
    headers,
    body: parsed(Buffer.concat(parts).toString()),
    taken: null,
    refused: null,
    left: false,
  };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

function answerModels(response: ServerResponse, requestId: string): void {
  const data = knownModels.map((id) => ({ type: "model", id, display_name: id, created_at: "2026-09-28T00:00:00Z" }));
  response.writeHead(200, { "content-type": "application/json", "request-id": requestId });
  response.end(
    JSON.stringify({ data, has_more: false, first_id: data[0]?.id, last_id: data.at(-1)?.id, next_page: null }),
  );
}
