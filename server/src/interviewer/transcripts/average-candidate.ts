import type { DocumentName } from "@proofroom/domain/document/document";
import { type InterviewMinutes, PhaseId, phaseAfter } from "@proofroom/domain/interview/phase";
import type { VirtualRoom } from "./virtual-room.ts";

const minute = 60_000;

interface Edit {
  at: number;
  document: DocumentName;
  text: string;
}

const design = [
  `# URL shortener

Reads: 10,000 redirects a second. Writes: 100 links a second.`,
  `Links live for good.`,
  `
\`\`\`mermaid
flowchart LR
  client([Browser]) --> api[API service]
  api --> db[(Postgres)]
\`\`\``,
  `
The API service is stateless, so we can run several of it.`,
  `The cache keeps hot links for 60 seconds.`,
  `
## Codes

A code has 5 characters of base 62 and is drawn at random.`,
  `When a code is taken we draw again.`,
  `
## Failure

Without the database nothing is shortened, cached links still open.`,
  `A rate limit per address keeps spammers out.`,
  `
We chose Postgres instead of a key-value store because one machine is enough.`,
];

const schemas = [
  `create table links (
  id bigint generated always as identity primary key,
  code varchar(5),
  url text not null
);`,
  `create table links (
  id bigint generated always as identity primary key,
  code varchar(5) not null unique,
  url text not null,
  created_at timestamptz not null default now()
);`,
  `create table links (
  id bigint generated always as identity primary key,
  code varchar(7) not null unique,
  url text not null,
  owner text,
  created_at timestamptz not null default now()
);`,
];

const shorten = `openapi: 3.1.0
info: { title: Links, version: "1" }
paths:
  /links:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } }
      responses:
        "201":
          description: The code of the link
          content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } }
        "400": { description: Not a URL }`;
const list = `    get:
      parameters:
        - { name: owner, in: query, required: true, schema: { type: string } }
      responses:
        "200": { description: The links of an owner }`;
const open = `  /{code}:
    get:
      parameters:
        - { name: code, in: path, required: true, schema: { type: string } }
      responses:
        "302": { description: To the URL }
        "404": { description: Nobody made this code }`;
const apis = [[shorten, open].join("\n"), [shorten, list, open].join("\n")];

const upTo = (count: number): string => design.slice(0, count).join("\n");
const withServices = (text: string): string =>
  text.replace("--> api[API service]", "--> gw{{Gateway}} --> api[API service x3]");
const withCache = (text: string): string =>
  withServices(text).replace("  api --> db", "  api --> cache[(Redis)]\n  api --> db");

const edits: Edit[] = [
  { at: 1.5, document: "design" as const, text: upTo(1) },
  { at: 3.5, document: "design" as const, text: upTo(2) },
  { at: 7.5, document: "design" as const, text: upTo(3) },
  { at: 10, document: "design" as const, text: withServices(upTo(3)) },
  { at: 12, document: "design" as const, text: withServices(upTo(4)) },
  { at: 14, document: "design" as const, text: withCache(upTo(4)) },
  { at: 15, document: "design" as const, text: withCache(upTo(5)) },
  { at: 17.5, document: "schema" as const, text: schemas[0] ?? "" },
  { at: 20, document: "api" as const, text: apis[0] ?? "" },
  { at: 22, document: "schema" as const, text: schemas[1] ?? "" },
  { at: 24, document: "api" as const, text: apis[1] ?? "" },
  { at: 28, document: "design" as const, text: withCache(upTo(6)) },
  { at: 30.5, document: "schema" as const, text: schemas[2] ?? "" },
  { at: 33, document: "design" as const, text: withCache(upTo(7)) },
  { at: 37.5, document: "design" as const, text: withCache(upTo(8)) },
  { at: 40, document: "design" as const, text: withCache(upTo(9)) },
  { at: 43, document: "design" as const, text: withCache(upTo(10)) },
].map((edit) => ({ ...edit, at: edit.at * minute }));

const nextAt: Record<PhaseId, number> = {
  clarify: 6.5 * minute,
  "high-level": 16.5 * minute,
  "api-data": 26.5 * minute,
  "deep-dive": 36.5 * minute,
  "scale-failure": 42.5 * minute,
  "wrap-up": Number.POSITIVE_INFINITY,
};

/** Neither brilliant nor lost: what an average person says to whatever was asked, in turn. */
const answers = [
  "Opening is far more frequent, so I build around reads.",
  "I think one lookup by the code is enough.",
  "The service checks it and answers an error.",
  "I don't know",
  "We could put a cache there, because most clicks go to few links.",
  "The database refuses the second one.",
  "Good question, I would have to look at it.",
  "About a hundred milliseconds.",
  "Another process takes over.",
];

/**
 * An interview, of 45 minutes if not told otherwise, with somebody who types something each minute, answers two of three
 * questions, and runs once; in a shorter one they are as much faster.
 */
export function playAverageCandidate(room: VirtualRoom, minutes: InterviewMinutes = 45): void {
  room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes });
  const pace = minutes / 45;
  const runAt = Math.round((25.5 * minute * pace) / 5_000) * 5_000;
  let answered = 0;
  const due = edits.map((edit) => ({ ...edit, at: edit.at * pace }));
  for (let at = 5_000; at <= minutes * minute; at += 5_000) {
    room.until(at);
    const phase = room.state().clock.phase?.id ?? "clarify";
    const next = phaseAfter(phase);
    if (at >= nextAt[phase] * pace && next !== null) room.hear({ at, type: "phase", action: "next", phase: next });
    if (at === runAt) failRun(room, at);
    const [edit] = due;
    if (edit !== undefined && at >= edit.at) {
      due.shift();
      room.write(at, edit.document, edit.text);
    } else if (at % minute === 0) room.hear({ at, type: "typing" });
    const asked = room.state().said.findLast((line) => line.question !== null);
    if (asked === undefined || asked.closed !== null || at - asked.at < 40_000 || at - asked.at >= 45_000) continue;
    answered += 1;
    if (answered % 3 !== 0) room.message(at, "Ada", answers[answered % answers.length] ?? "", true);
  }
}

const request = { method: "POST", path: "/links", headers: { "Idempotency-Key": "0b3f" } };
const response = { status: 201, headers: {} };
const twice = { request, response, before: [{ request, response, millis: 4 }] };

function failRun(room: VirtualRoom, at: number): void {
  const functional = { suite: "functional" as const, threshold: "", teaches: "", attribution: "design" as const };
  room.hear({
    at,
    type: "run",
    runId: "00000000-0000-4000-8000-000000000001",
    number: 1,
    verdict: "failed",
    results: [
      { ...functional, name: "shorten then resolve redirects to the same URL", status: "passed", observed: "" },
      {
        ...functional,
        name: "shorten twice with one Idempotency-Key gives one code and one row",
        status: "failed",
        observed: "links gained 2 rows.",
        ...twice,
      },
    ],
  });
}
