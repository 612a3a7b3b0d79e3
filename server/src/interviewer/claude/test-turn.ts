import { createBreaker } from "@proofroom/ai/breaker";
import { createClaude } from "@proofroom/ai/claude";
import type { Ledger, Reserved, SettledTurn } from "@proofroom/ai/ledger";
import { createPaidModel, type PaidModel } from "@proofroom/ai/paid-model";
import { PersonId, RoomId } from "@proofroom/domain/id";
import { newDirector } from "@proofroom/domain/interview/director/director";
import type { Say } from "@proofroom/domain/interview/decision";
import type { Pack } from "@proofroom/domain/interview/item";
import { vocabularyOf } from "@proofroom/domain/interview/language/mentions";
import { type PhaseId, planPhases } from "@proofroom/domain/interview/phase";
import type { Reading } from "@proofroom/domain/interview/reading";
import { say } from "@proofroom/domain/interview/director/say";
import type { RoomEvent, RoomFact } from "@proofroom/domain/room/channel";
import { loadPack } from "@proofroom/problems/private";
import { problemsDir } from "@proofroom/problems/public";
import type { Turn } from "../voice.ts";

/** A turn in a practice room of the URL shortener, and what it is spoken with; for tests of Claude's voice. */
export const pack: Pack = loadPack(problemsDir, "url-shortener");

export const brief = "Design a URL shortener.";

export const ada = { id: PersonId.parse("7f3c1f7e-9a42-4c1b-8f30-1d2e3f4a5b6c"), name: "Ada" };

const at = (n: number): string => new Date(1_700_000_000_000 + n * 1_000).toISOString();

/** The room's events in order; a string is a message of Ada's, `{ours}` one of the interviewer's. */
const eventsOf = (facts: readonly (string | { ours: string } | RoomFact)[]): RoomEvent[] =>
  facts.map((fact, n) => {
    const kept = { seq: n + 1, at: at(n) };
    if (typeof fact === "string") return { ...kept, type: "message", id: `m${n}`, person: ada, text: fact };
    if (!("ours" in fact)) return { ...fact, ...kept };
    return { ...kept, type: "message", id: `m${n}`, person: null, voice: "claude", kind: "question", text: fact.ours };
  });

export function readingOf(texts: Partial<Reading["texts"]> = {}, version = 1): Reading {
  const one = `1.${version}`;
  return {
    texts: { schema: "", api: "", design: "", ...texts },
    versions: { schema: one, api: one, design: one },
    model: { components: [], edges: [], tables: [], operations: [], unbound: [], findings: [] },
  };
}

export interface TestTurn {
  say?: Say;
  facts?: Parameters<typeof eventsOf>[0];
  reading?: Reading;
  phase?: PhaseId;
}

export const probe = say(
  "question",
  "You wrote the table `links` (schema line 1). What is it looked up by?",
  "Ask it.",
  {
    question: { item: "data-1", source: "probe" },
  },
);

export function turnOf(over: TestTurn = {}): Turn {
  const id = over.phase ?? "api-data";
  const phase = { id, startedAt: at(0), endsAt: at(600), pausedAt: null };
  const reading = over.reading ?? readingOf({ schema: "create table links (\n  code text primary key\n);" });
  const documentWords = vocabularyOf(Object.values(reading.texts));
  const state = { ...newDirector("seed"), documentWords };
  return {
    id: "turn-1",
    roomId: RoomId.parse("5d3c1f7e-9a42-4c1b-8f30-1d2e3f4a5b6c"),
    personId: ada.id,
    say: over.say ?? probe,
    pack,
    state: { ...state, clock: { ...state.clock, policy: "interviewer", minutes: 45, phases: planPhases(45), phase } },
    reading,
    events: eventsOf(over.facts ?? ["I will keep the links in one table."]),
  };
}

export interface TestDesk {
  paid: PaidModel;
  settled: SettledTurn[];
}

/** Claude at an address, paid from a ledger that answers always the same. */
export function deskAt(
  { url, key }: { url: string; key: string },
  over: { reserved?: Reserved; millis?: number } = {},
): TestDesk {
  const settled: SettledTurn[] = [];
  const reserved = over.reserved ?? { outcome: "reserved", id: "r", tier: "full" };
  const ledger: Ledger = {
    reserve: () => Promise.resolve(reserved),
    settle: (_, turn) => Promise.resolve(void settled.push(turn)),
  };
  const model = createClaude({ apiKey: key, baseURL: url, maxRetries: 0, timeoutMillis: () => over.millis ?? 20_000 });
  return { paid: createPaidModel({ model, ledger, breaker: createBreaker() }), settled };
}
