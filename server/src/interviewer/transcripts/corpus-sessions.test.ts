import { readDesign } from "@proofroom/design/read";
import type { TestResult } from "@proofroom/domain/judge/result";
import { loadCorpus } from "@proofroom/problems/corpus";
import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { type Hand, playHand } from "./corpus-sessions.ts";
import { createVirtualRoom } from "./virtual-room.ts";

const id = "ticket-booking";
const pack = loadPack(problemsDir, id);
const { capabilities } = loadPublicProblem(problemsDir, id);
const corpus = new Map(loadCorpus(problemsDir, id).map((design) => [design.slug, design]));

const thorough: Pick<Hand, "prose" | "chat" | "answers"> = {
  chat: [
    [0.5, "how many holds per second?"],
    [5, "can a hold be extended?"],
  ],
  prose: [
    [1.5, "When a sale opens we expect 400 holds a second and 20,000 seat map reads a second."],
    [3, "A hold answers within 300 ms at p99."],
    [11, "Seat maps are cached in Redis for a second."],
    [14, "The API keeps no state, so any process can confirm a hold."],
    [25, "A hold expires after two minutes."],
    [28, "The update takes the seat only while it is free, so two buyers cannot both get it."],
    [33, "The payment is taken before the booking is confirmed."],
    [38, "When the database is down nobody can buy and we answer 503."],
    [40, "A waiting room keeps bots out."],
    [43, "We chose Postgres instead of Redis because the row decides."],
  ],
  answers: ["The seat row decides, with one update.", "I don't know", "Two minutes, then it is free again."],
};

const brief: typeof thorough = {
  chat: [[1, "are seats numbered?"]],
  prose: [
    [2, "Two thousand events, up to 50,000 seats each, 100 bytes a seat."],
    [4, "Out of scope: prices and seating plans."],
    [13, "A queue takes emails to a worker."],
    [27, "A cron job frees expired seats every minute."],
    [35, "We lock the row with select for update."],
    [39, "We shard by event when it grows."],
    [41, "Read replicas may lag by a second."],
  ],
  answers: [],
};

type Call = readonly ["hold" | "confirm", number];

/** What the judge's own runs of these designs found, by test. */
const failures: Record<string, { name: string; calls: readonly Call[]; wanted: string }> = {
  once: {
    name: "hold then confirm books once",
    calls: [
      ["hold", 201],
      ["confirm", 200],
      ["hold", 201],
    ],
    wanted: "answers 4xx",
  },
  second: {
    name: "second hold of a held seat is refused",
    calls: [
      ["hold", 201],
      ["hold", 201],
    ],
    wanted: "answers 2xx once of 16 and 4xx else",
  },
  free: {
    name: "expired hold is free again",
    calls: [
      ["hold", 201],
      ["hold", 409],
    ],
    wanted: "answers 2xx",
  },
  late: {
    name: "confirm of an expired hold is 4xx",
    calls: [
      ["hold", 201],
      ["confirm", 200],
    ],
    wanted: "answers 4xx",
  },
  twice: {
    name: "confirm twice with one key is one booking",
    calls: [
      ["hold", 201],
      ["confirm", 200],
      ["confirm", 409],
    ],
    wanted: "answers 2xx",
  },
};

function resultsFor(texts: Hand["texts"], failed: readonly string[]): TestResult[] {
  const { operations } = readDesign(texts, capabilities);
  return failed.flatMap((which): TestResult[] => {
    const failure = failures[which];
    if (failure === undefined) throw new Error(`no test fails ${which}`);
    const exchanges = failure.calls.flatMap(([capability, status]) => {
      const served = operations.find((one) => one.capability === capability);
      if (served === undefined) return [];
      const path = served.path.replaceAll(/\{[^}]+\}/g, "7");
      const headers: Record<string, string> = capability === "confirm" ? { "idempotency-key": "0b3f" } : {};
      return [{ request: { method: served.method, path, headers }, response: { status, headers: {} }, millis: 3 }];
    });
    const last = exchanges.at(-1);
    if (last === undefined) throw new Error("the design serves nothing that the test calls");
    const asked = `${last.request.method} ${last.request.path}`;
    return [
      {
        suite: "functional",
        name: failure.name,
        status: "failed",
        observed: `${asked} answered ${last.response.status}.`,
        threshold: `${asked} ${failure.wanted}.`,
        teaches: "",
        attribution: "design",
        request: last.request,
        response: last.response,
        before: exchanges.slice(0, -1),
      },
    ];
  });
}

/** Of another problem, outside of names in backticks and of quotations; "code" alone may be the candidate's program. */
const elsewhere = /\b(?:links?|short codes?|urls?|alias\w*|shorten\w*|redirect\w*|visitors?|a year of|assumed)\b/i;

test.each([
  ["holds-and-status", thorough, []],
  ["rails-reservations", thorough, []],
  ["bookings-one-table", brief, []],
  ["spanish-butacas", brief, []],
  ["whiteboard-terse", brief, ["twice"]],
  ["junior-no-constraint", brief, ["once", "second"]],
  ["never-expires", thorough, ["free", "late"]],
  ["confirm-ignores-time", thorough, ["late"]],
] as const)(
  "45 minutes with %s are about tickets, and each failed test is asked about at a line",
  async (slug, words, failed) => {
    const design = corpus.get(slug);
    if (design === undefined) throw new Error(`${slug} is no design of ${id}`);
    const room = await createVirtualRoom({ pack, capabilities, seed: slug });
    const { texts } = design;
    playHand(room, { ...words, texts, results: resultsFor(texts, failed) });
    const said = room.acts.flatMap((act) => (act.did === "said" ? [act.say] : []));
    const asked = said.filter(({ question }) => question !== null);
    expect(asked.length).toBeGreaterThanOrEqual(12);
    expect(new Set(asked.map(({ text }) => text)).size).toBe(asked.length);
    const own = said
      .filter(({ kind }) => kind !== "greeting")
      .map(({ text }) => text.replaceAll(/`[^`]*`|"[^"]*"/g, ""));
    expect(own.filter((text) => elsewhere.test(text))).toEqual([]);
    expect(said.filter(({ kind, text }) => kind !== "recap" && text.split(/\s+/).length > 60)).toEqual([]);
    const ofRun = asked.filter(({ question }) => question?.source === "run");
    expect(new Set(ofRun.map(({ topic }) => topic))).toEqual(
      new Set(failed.map((which) => `run:functional:${failures[which]?.name ?? ""}`)),
    );
    for (const { text, place } of ofRun)
      expect(text).toContain(`\`${place?.document ?? ""}\` line ${place?.line ?? 0}`);
  },
);
