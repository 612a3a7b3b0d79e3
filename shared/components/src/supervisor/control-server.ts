import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import {
  AdvanceClock,
  BulkInserts,
  InsertRow,
  Linger,
  RepeatDraw,
  TraceRequest,
} from "@proofroom/domain/infrastructure/control";
import type { SupervisedDeployment } from "./deployment.ts";
import type { Interest } from "./interest.ts";

interface ControlOptions {
  deployment: SupervisedDeployment;
  interest: Interest;
  /** The deployment was ended by request, and the answer is out. */
  ended: () => void;
}

/** What the deployment can be asked, over HTTP on a unix socket that only its owner may open. Not listening yet. */
export function createControlServer({ deployment, interest, ended }: ControlOptions): Server {
  const answers: Record<string, (request: IncomingMessage, url: URL, response: ServerResponse) => Promise<unknown>> = {
    "POST /touch": async () => ({}),
    "GET /status": async () => deployment.status(),
    "POST /clock/advance": async (request) => {
      const { millis } = AdvanceClock.parse(await json(request));
      return { offsetMillis: await deployment.advanceClock(millis) };
    },
    "POST /draws/repeat": async (request) => ({
      times: await deployment.repeatDraw(RepeatDraw.parse(await json(request))),
    }),
    "POST /linger": async (request) => {
      await deployment.linger(Linger.parse(await json(request)).millis);
      return {};
    },
    "GET /rows": async (_, url) => ({ count: await deployment.rowCount(url.searchParams.get("table") ?? "") }),
    "GET /counters": async () => ({ counters: await deployment.counters() }),
    "POST /sum-up": async () => {
      await deployment.sumUp();
      return {};
    },
    "POST /settle": async () => ({ unsettled: await deployment.settle() }),
    "POST /rows/bulk": async (request) => deployment.bulkInsert(BulkInserts.parse(await json(request)).inserts),
    "POST /rows": async (request) => deployment.insertRow(InsertRow.parse(await json(request))),
    "POST /trace": async (request) => deployment.trace(TraceRequest.parse(await json(request)).requests),
    "GET /logs": async (_, url) => ({ lines: deployment.logs(Number(url.searchParams.get("after") ?? 0)) }),
    "POST /boot": async (request, _, response) => {
      const blueprint = Blueprint.parse(await json(request));
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      await deployment.boot(blueprint, (line) => void response.write(`${JSON.stringify(line)}\n`));
      response.end();
    },
    "POST /stop": async (_, __, response) => {
      await deployment.end("it was asked to");
      response.once("close", ended);
      return {};
    },
  };

  return createServer((request, response) => {
    response.once("close", interest.begin());
    // A worker that was killed hears no more of the boot it had asked for.
    response.on("error", () => {});
    const url = new URL(request.url ?? "/", "http://supervisor");
    const answer = answers[`${request.method} ${url.pathname}`];
    if (answer === undefined) return send(response, 404, { error: "not-found" });
    answer(request, url, response).then(
      (body) => {
        if (body !== undefined) send(response, 200, body);
      },
      (error: unknown) => send(response, 500, { error: error instanceof Error ? error.message : String(error) }),
    );
  });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify(body));
}
