import type { DocumentName } from "@proofroom/domain/document/document";
import type { PhaseId } from "@proofroom/domain/interview/phase";
import { type InterviewMinutes, phaseAfter } from "@proofroom/domain/interview/phase";
import type { VirtualRoom } from "./virtual-room.ts";

const minute = 60_000;

/** What somebody adds to a document, or says, at a minute of an interview of 45. */
type Deed = [minute: number, where: DocumentName | "chat", text: string];

/** Somebody who states a rate of writes and a p99 and draws one database, each in another way and order. */
export interface Candidate {
  deeds: readonly Deed[];
  /** What is said to a question, in turn; nothing where there is none. */
  answers: readonly string[];
  /** The box that keeps the data. */
  database: string;
}

const api = (path: string, lookup: string) => `openapi: 3.1.0
info: { title: Links, version: "1" }
paths:
  ${path}:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } }
      responses:
        "201": { description: The code of the link }
        "400": { description: Not a URL }
  ${lookup}:
    get:
      parameters:
        - { name: ${lookup.replaceAll(/[^a-z]/g, "")}, in: path, required: true, schema: { type: string } }
      responses:
        "302": { description: To the URL }
        "404": { description: Nobody made it }`;

const plainAnswers = [
  "Opening is far more frequent, so I build around reads.",
  "The service checks it and answers an error.",
  "I don't know",
  "I would measure that first.",
];

export const people: Record<string, Candidate> = {
  "one who writes numbers first and draws in the second phase": {
    database: "db",
    answers: plainAnswers,
    deeds: [
      [1.5, "design", "# Links\n\n100 new links are created per second, and 10,000 are opened per second."],
      [3, "design", "\nA redirect answers within 80 ms at p99."],
      [
        8,
        "design",
        "\n```mermaid\nflowchart LR\n  user([Browser]) --> api[API service]\n  api --> db[(Postgres)]\n```",
      ],
      [11, "design", "\nThe API service keeps nothing in memory, so we can run several of it."],
      [14, "design", "\nIt validates each address before it stores it."],
      [
        18,
        "schema",
        "create table links (\n  code varchar(8) primary key,\n  url text not null,\n  created_at timestamptz not null default now()\n);",
      ],
      [20.5, "api", api("/links", "/{code}")],
      [24, "schema", "create index links_created on links (created_at);"],
      [28, "design", "\n## Codes\n\nA code has 8 characters of base 62 and is drawn at random."],
      [31, "design", "When a code is taken we draw again."],
      [34, "design", "\nA rate limit per address keeps spammers out."],
      [38, "design", "\n## Growth\n\nMore services are started when the processors are busy."],
      [40, "design", "Deploys go one by one."],
      [43, "design", "\nWe chose Postgres instead of a key-value store because we know it."],
    ],
  },
  "one who says numbers in the chat and draws a load balancer": {
    database: "PG",
    answers: [],
    deeds: [
      [1, "chat", "we get around 100 writes/s and 10k reads/s, p99 below 100 ms"],
      [2, "design", "# Shortener\n\nVisitors open short links, editors make them."],
      [4, "design", "Links can't be changed once they are made."],
      [
        7.5,
        "design",
        "\n```mermaid\ngraph TD\n  C([Client]) --> LB{{Load balancer}}\n  LB --> App[App server]\n  App --> PG[(PostgreSQL)]\n```",
      ],
      [10, "design", "\nThe load balancer checks each app server once a second."],
      [12, "design", "The app server is a small process in Go."],
      [15, "design", "It talks to PostgreSQL through a pool of 20 connections."],
      [17.5, "api", api("/urls", "/{slug}")],
      [
        20,
        "schema",
        "create table urls (\n  id bigserial primary key,\n  slug varchar(7) not null unique,\n  target varchar(2000) not null,\n  owner_id bigint,\n  created timestamptz default now()\n);",
      ],
      [23, "api", '    delete:\n      responses:\n        "204": { description: Gone }'],
      [28, "design", "\nSlugs come from a counter that is written in base 62."],
      [30, "design", "Nobody can guess the next slug, as the counter is shuffled."],
      [33, "design", "\nOwners see their links page by page."],
      [37.5, "design", "\n## Load\n\nThe busiest hour is in the evening."],
      [40, "design", "We watch the error rate and the latency of each endpoint."],
    ],
  },
  "one who designs the tables first and states the numbers late": {
    database: "store",
    answers: ["It is in the document.", "One row per link.", "A client gets a 503."],
    deeds: [
      [
        1,
        "schema",
        "create table short_link (\n  short_code char(6) primary key,\n  destination text not null,\n  user_id uuid,\n  created_at timestamptz not null\n);",
      ],
      [4, "api", api("/short-links", "/{code}")],
      [
        8,
        "design",
        "# Design\n\n```mermaid\nflowchart TB\n  client([Client]) --> edge{{Gateway}} --> web[Web service x2]\n  web --> auth[Auth service]\n  auth --> store[(Database)]\n  web --> store\n```",
      ],
      [12, "design", "\nThe gateway ends TLS."],
      [
        15,
        "design",
        "\n## Numbers\n\n- write rate: 100 requests per second\n- read rate: 10,000 requests per second\n- latency p99 <= 60 ms",
      ],
      [19, "schema", "create index short_link_user on short_link (user_id);"],
      [22, "schema", "comment on table short_link is 'one row a link';"],
      [28, "design", "\nThe auth service keeps sessions for an hour."],
      [31, "design", "A token names the user."],
      [38, "design", "\nLogs are kept for a week."],
      [41, "design", "\nAlerts go to whoever is on call."],
    ],
  },
  "one who sketches the API in lines and lists the numbers": {
    database: "mysql",
    answers: ["A client tries again.", "Yes, both.", "That is written in the document."],
    deeds: [
      [
        2,
        "design",
        "# Numbers\n\n| What | How much |\n| --- | --- |\n| writes per second | 100 |\n| reads per second | 10000 |\n| p99 | 50 ms |",
      ],
      [5, "design", "\nOld links are never deleted."],
      [
        7.5,
        "design",
        "\n```mermaid\nflowchart LR\n  subgraph edge\n    nginx{{nginx}}\n  end\n  users([Users]) --> nginx --> app1[App]\n  nginx --> app2[App]\n  app1 --> mysql[(MySQL)]\n  app2 --> mysql\n```",
      ],
      [11, "design", "\nnginx takes turns between the two apps."],
      [14, "design", "\nEach app renders an error page of its own."],
      [18, "api", "POST /links {url} -> 201 {code} | 400"],
      [19.5, "api", "GET /{code} -> 302 | 404"],
      [22, "schema", "create table links (code char(7) primary key, target varchar(1000) not null);"],
      [25, "api", "GET /links?user= -> 200"],
      [29, "design", "\nCodes are counted up and written in base 62."],
      [32, "design", "\nEach app takes a range of a thousand numbers."],
      [38, "design", "\nA dashboard shows errors."],
      [41, "design", "\nMetrics are kept for a month."],
    ],
  },
  "one who types a line every half minute": {
    database: "db",
    answers: plainAnswers,
    deeds: [
      ...[
        "# URL shortener",
        "",
        "Peak load is 10000 redirects/sec.",
        "We shorten 100 urls per second at the peak.",
        "Redirects must be fast: 50ms p99.",
        "Short links work for everybody.",
        "Accounts are out of scope.",
        "Codes should be easy to type.",
      ].map((line, n): Deed => [1 + n * 0.5, "design", line]),
      ...[
        "",
        "```mermaid\nflowchart LR\n  browser([Browser]) --> lb{{LB}}\n  lb --> api[Link API x2]\n  api --> db[(Postgres)]\n```",
        "The link API is written in TypeScript.",
        "It reads and writes the database.",
        "The load balancer spreads requests evenly.",
        "Each request carries an id.",
        "Static pages come from the same service.",
      ].map((line, n): Deed => [7 + n * 0.7, "design", line]),
      [12, "design", "Addresses longer than 2000 characters are refused."],
      ...api("/links", "/{code}")
        .split("\n")
        .map((line, n): Deed => [17 + n * 0.2, "api", line]),
      ...[
        "create table links (",
        "  code varchar(7) primary key,",
        "  url text not null,",
        "  clicks bigint not null default 0,",
        "  created_at timestamptz not null",
        ");",
      ].map((line, n): Deed => [21 + n * 0.5, "schema", line]),
      ...["", "Codes are drawn at random.", "A taken code is drawn again.", "Clicks are counted in the row."].map(
        (line, n): Deed => [28 + n, "design", line],
      ),
      ...["", "Load tests run each night.", "We deploy on Mondays.", "Metrics go to Prometheus."].map(
        (line, n): Deed => [38 + n, "design", line],
      ),
    ],
  },
};

const nextAt: Record<PhaseId, number> = {
  clarify: 6.5,
  "high-level": 16.5,
  "api-data": 26.5,
  "deep-dive": 36.5,
  "scale-failure": 42.5,
  "wrap-up": Number.POSITIVE_INFINITY,
};

/** Lets somebody go through a whole interview; in a shorter one they are as much faster. */
export function playCandidate(room: VirtualRoom, { deeds, answers }: Candidate, minutes: InterviewMinutes = 45): void {
  room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes });
  const pace = minutes / 45;
  const due = deeds
    .map(([at, where, text]) => ({ at: at * minute * pace, where, text }))
    .toSorted((a, b) => a.at - b.at);
  let answered = 0;
  for (let at = 5_000; at <= minutes * minute; at += 5_000) {
    room.until(at);
    const phase = room.state().clock.phase?.id ?? "clarify";
    const next = phaseAfter(phase);
    if (at >= nextAt[phase] * minute * pace && next !== null)
      room.hear({ at, type: "phase", action: "next", phase: next });
    const [deed] = due;
    if (deed !== undefined && at >= deed.at) {
      due.shift();
      if (deed.where === "chat") room.message(at, "Ada", deed.text, true);
      else room.write(at, deed.where, [room.text(deed.where), deed.text].filter((text) => text !== "").join("\n"));
    }
    const asked = room.state().said.findLast((line) => line.question !== null);
    if (asked === undefined || asked.closed !== null || at - asked.at < 40_000 || at - asked.at >= 45_000) continue;
    const answer = answers[answered % Math.max(1, answers.length)];
    answered += 1;
    if (answer !== undefined) room.message(at, "Ada", answer, true);
  }
}
