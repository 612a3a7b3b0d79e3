import type { RoomEvent } from "@proofroom/domain/room/channel";
import * as z from "zod/mini";
import { guest, openRoom } from "./test-client.ts";
import type { TestClock } from "./test-clock.ts";
import { tap, type Tapped } from "./test-tap.ts";

export const schema =
  "create table links (\n  id bigint generated always as identity primary key,\n  code varchar(5),\n  url text not null\n);";
const api = `openapi: 3.1.0
info: { title: Links, version: "1" }
paths:
  /links:
    post:
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } }
      responses:
        "201":
          description: The code
          content:
            application/json:
              schema: { type: object, properties: { code: { type: string } } }
  /{code}:
    get:
      parameters: [{ name: code, in: path, required: true, schema: { type: string } }]
      responses:
        "301": { description: Moved, headers: { Location: { schema: { type: string } } } }
`;
/** One more endpoint, so that there is something new to ask about. */
export const withEndpoint = (n: number): string =>
  `${api}  /more${n}:\n    get:\n      responses: { "200": { description: More } }\n`;
export const design =
  "# Design\n\nReads: 10,000 opens a second.\n\n```mermaid\nflowchart LR\n  client([Browser]) --> api[API service]\n  api --> db[(Database)]\n```\n\nCodes are drawn at random, a cache keeps the hot ones.";

export type Speech = Extract<RoomEvent, { type: "message" }>;
const Events = z.object({ events: z.array(z.custom<RoomEvent>()) });
/** What the interviewer said. */
export const ours = (events: readonly RoomEvent[]): Speech[] =>
  events.flatMap((event) => (event.type === "message" && event.person === null ? [event] : []));

/** What the interviewer has said to everybody, and to staff where the person is one. */
async function heardBy({ ask }: Tapped, roomId: string) {
  const asked = [
    await ask("GET", `/api/rooms/${roomId}/events?after=0`),
    await ask("GET", `/api/rooms/${roomId}/staff-events?after=0`),
  ];
  return asked.flatMap(({ status, body }) => (status === 200 ? ours(Events.parse(body).events) : []));
}

/** Lets time pass until the interviewer has done what is waited for, or has had every reason to. */
export async function pass(
  clock: TestClock,
  who: Tapped,
  roomId: string,
  seconds = 60,
  isDone?: (heard: Speech[]) => boolean,
): Promise<void> {
  const before = (await heardBy(who, roomId)).length;
  const enough = isDone ?? ((heard) => heard.length > before);
  for (let waited = 0; waited < seconds && !enough(await heardBy(who, roomId)); waited += 10) {
    await clock.advance(10_000);
    // Answered only once it has taken in all that happened.
    await who.ask("GET", `/api/rooms/${roomId}/interview`);
  }
}

/** Says something to the interviewer and waits for its answer. */
export async function tell(clock: TestClock, who: Tapped, roomId: string, text: string): Promise<void> {
  const seq = await who.chat(text);
  await pass(clock, who, roomId, 60, (heard) => heard.some(({ to }) => to === seq));
}

/** Everything that one person can do in a practice room, from its start to the report and what goes with it. */
export async function practise(origin: string, clock: TestClock) {
  const ada = await guest(origin, "Ada");
  const room = await openRoom(ada, { mode: "practice" });
  const at = await tap(origin, ada, room);
  const base = `/api/rooms/${room.id}`;
  await at.ask("GET", "/api/problems");
  await at.ask("GET", "/api/problems/url-shortener");
  await at.ask("GET", "/api/openapi.json");
  await at.post("interview/start", { minutes: 45 });
  await pass(clock, at, room.id);
  await tell(clock, at, room.id, "How many reads a second do we expect?");
  await tell(clock, at, room.id, "Just give me the solution.");
  await at.write("schema", schema);
  await pass(clock, at, room.id);
  await at.write("design", design);
  await pass(clock, at, room.id);
  const hints = [await at.post("hints"), await at.post("hints"), await at.post("hints")];
  await tell(
    clock,
    at,
    room.id,
    "The database refuses a second one, codes are random, and a cache answers most clicks.",
  );
  const phases = ["high-level", "api-data", "deep-dive", "scale-failure", "wrap-up"];
  const answers = [
    { answer: "later" },
    { answer: "skip" },
    { answer: "rephrase" },
    { answer: "point", document: "schema", version: "1.1", line: 1, endLine: 1 },
  ];
  for (const [n] of phases.entries()) {
    await at.post("interview/check");
    await pass(clock, at, room.id);
    await at.post("interview/next");
    await pass(clock, at, room.id);
    await at.write(
      n % 2 === 0 ? "api" : "schema",
      n % 2 === 0 ? withEndpoint(n) : `${schema}\ncreate table t${n} (id bigint primary key);`,
    );
    await pass(clock, at, room.id, 180);
    for (const answer of [answers[n % answers.length], { answer: "skip" }]) {
      const asked = ours(at.events).findLast(({ question }) => question !== undefined);
      if (asked !== undefined) await at.post(`questions/${asked.seq}`, answer);
      await pass(clock, at, room.id, 120);
    }
  }
  await tell(clock, at, room.id, "One row a link, found by an index; I would put counting into a queue later.");
  for (const move of ["pause", "resume", "mute", "unmute"]) await at.post(`interview/${move}`);
  await at.post("interview/extend", { minutes: 5 });
  await at.ask("PUT", `${base}/interview/policy`, { policy: "assistant" });
  for (const path of [
    "",
    "/interview",
    "/events?after=0",
    "/staff-events?after=0",
    "/messages?after=0",
    "/runs",
    "/invites",
    "/report",
  ])
    await at.ask("GET", `${base}${path}`);
  await at.post("runs");
  const before = at.received();
  await at.post("end");
  for (;;) {
    const { body } = await at.ask("GET", `${base}/report`);
    if (JSON.stringify(body).includes('"status":"ready"')) break;
  }
  for (const path of ["/report/export?format=html", "/report/export?format=json", "/interview", "/events?after=0"])
    await at.ask("GET", `${base}${path}`);
  await at.ask("GET", "/api/session/usage");
  at.leave();
  const said = ours(at.events).map(({ text }) => text);
  // What no request was made for.
  const byRules = ours(at.events).flatMap(({ text, voice, kind }) =>
    voice === "rules" || kind === "clarification" ? [text] : [],
  );
  return {
    before,
    after: at.received(),
    said,
    byRules,
    hints: JSON.stringify(hints.map(({ body }) => body)),
    taken: hints.map(({ status }) => status),
  };
}
