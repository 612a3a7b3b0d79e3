import type { DocumentName } from "@proofroom/domain/document/document";
import { type PhaseId, phaseAfter } from "@proofroom/domain/interview/phase";
import type { TestResult } from "@proofroom/domain/judge/result";
import type { VirtualRoom } from "./virtual-room.ts";

const minute = 60_000;

/** A design in somebody's own hand, and what they write about it, say and run in an interview of 45 minutes. */
export interface Hand {
  texts: Record<DocumentName, string>;
  /** Sentences of the design document, each with its minute. */
  prose: readonly (readonly [minute: number, text: string])[];
  /** What is said in the chat by oneself. */
  chat: readonly (readonly [minute: number, text: string])[];
  /** What is said to a question, in turn; nothing where there is none. */
  answers: readonly string[];
  /** What the run of minute 30 finds. */
  results: readonly TestResult[];
}

const nextAt: Record<PhaseId, number> = {
  clarify: 6.5,
  "high-level": 16.5,
  "api-data": 26.5,
  "deep-dive": 36.5,
  "scale-failure": 42.5,
  "wrap-up": Number.POSITIVE_INFINITY,
};

type Deed = { at: number } & ({ where: DocumentName | "chat"; text: string } | { results: readonly TestResult[] });

/** A document as it is written between two minutes, its parts one after the other. */
function written(where: DocumentName, text: string, from: number, to: number, apart: RegExp): Deed[] {
  const parts = text.split(apart).filter((part) => part.trim() !== "");
  return parts.map((part, n) => ({ at: (from + ((to - from) * n) / parts.length) * minute, where, text: part }));
}

const deedsOf = ({ texts, prose, chat, results }: Hand): Deed[] =>
  [
    ...chat.map(([at, text]): Deed => ({ at: at * minute, where: "chat", text })),
    ...prose.map(([at, text]): Deed => ({ at: at * minute, where: "design", text: `\n${text}` })),
    ...written("design", texts.design, 7.5, 9, /\n\n(?=#)/),
    ...written("schema", texts.schema, 17, 21, /\n(?=create )/i),
    ...written("api", texts.api, 21.5, 24, /^\s*(?:openapi|swagger|\{)/.test(texts.api) ? /$/ : /\n(?=\S)/),
    ...(results.length === 0 ? [] : [{ at: 30 * minute, results }]),
  ].toSorted((a, b) => a.at - b.at);

/** Lets somebody go through a whole interview with it. */
export function playHand(room: VirtualRoom, hand: Hand): void {
  room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes: 45 });
  const due = deedsOf(hand);
  let answered = 0;
  for (let at = 5_000; at <= 45 * minute; at += 5_000) {
    room.until(at);
    const phase = room.state().clock.phase?.id ?? "clarify";
    const next = phaseAfter(phase);
    if (at >= nextAt[phase] * minute && next !== null) room.hear({ at, type: "phase", action: "next", phase: next });
    for (let [deed] = due; deed !== undefined && at >= deed.at; [deed] = due) {
      due.shift();
      perform(room, at, deed);
    }
    const asked = room.state().said.findLast((line) => line.question !== null);
    if (asked === undefined || asked.closed !== null || at - asked.at < 40_000 || at - asked.at >= 45_000) continue;
    const answer = hand.answers[answered % Math.max(1, hand.answers.length)];
    answered += 1;
    if (answer !== undefined) room.message(at, "Ada", answer, true);
  }
}

function perform(room: VirtualRoom, at: number, deed: Deed): void {
  if ("results" in deed) {
    const results = [...deed.results];
    const runId = "00000000-0000-4000-8000-000000000001";
    room.hear({ at, type: "run", runId, number: 1, verdict: "failed", results });
  } else if (deed.where === "chat") room.message(at, "Ada", deed.text, true);
  else room.write(at, deed.where, [room.text(deed.where), deed.text].filter((text) => text !== "").join("\n"));
}
