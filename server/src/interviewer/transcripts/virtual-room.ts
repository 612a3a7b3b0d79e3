import { loadReader, readDesign } from "@proofroom/design/read";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Decision, Say } from "@proofroom/domain/interview/decision";
import {
  decide,
  type DirectorState,
  hear,
  hintFor,
  newDirector,
  nextLook,
  recapOf,
  rephraseOf,
} from "@proofroom/domain/interview/director/director";
import type { Heard } from "@proofroom/domain/interview/hearing";
import type { Pack } from "@proofroom/domain/interview/item";
import type { Place } from "@proofroom/domain/interview/place";
import type { Reading } from "@proofroom/domain/interview/reading";
import type { QuestionAnswer } from "@proofroom/domain/interview/speech";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { InterviewerPolicy, RoomMode } from "@proofroom/domain/room/room";
import { changedLines } from "./changed-lines.ts";

/** What the interviewer did at a time: an utterance, or a sign without words. */
export type Act = { at: number } & (
  | { did: "said"; seq: number; say: Say }
  | { did: "chip" }
  | { did: "offered"; level: string }
);

export interface VirtualRoom {
  /** Lets time pass; the interviewer looks whenever it asked to. */
  until(at: number): void;
  hear(event: Heard): void;
  message(at: number, person: string, text: string, isAddressed: boolean): void;
  write(at: number, document: DocumentName, text: string): void;
  text(document: DocumentName): string;
  /** What a document said at one of its versions; null if it never had that one. */
  textAt(document: DocumentName, version: string): string | null;
  /** Answers the newest question otherwise than by words. */
  answer(at: number, answer: QuestionAnswer, place: Place | null): void;
  place(document: DocumentName, line: number): Place;
  takeHint(at: number): void;
  check(at: number): void;
  state(): DirectorState;
  acts: Act[];
  /** The longest that hearing an event and deciding on it took, in milliseconds. */
  slowest(): number;
}

/** A room on a virtual clock: the real parser and Director, and what the server does between them. */
export async function createVirtualRoom(options: {
  pack: Pack;
  capabilities: Record<string, Capability>;
  seed: string;
  mode?: RoomMode;
  policy?: InterviewerPolicy;
  people?: number;
}): Promise<VirtualRoom> {
  await loadReader();
  const { pack, capabilities, seed, mode = "practice", policy = "interviewer", people = 1 } = options;
  const acts: Act[] = [];
  let state = newDirector(seed);
  let now = 0;
  let seq = 0;
  let shown: Decision["do"] = "stay-silent";
  let slowest = 0;
  const versions = { schema: 0, api: 0, design: 0 };
  let texts: Record<DocumentName, string> = { schema: "", api: "", design: "" };
  const written = { schema: [""], api: [""], design: [""] };

  const fold = (event: Heard): void => {
    state = hear(pack, state, event);
  };
  const speak = (at: number, say: Say): void => {
    seq += 1;
    acts.push({ at, did: "said", seq, say });
    const { kind, text, question, topic, probe, place, to } = say;
    fold({ at, type: "said", seq, kind, voice: "rules", text, question, topic, probe, place, to });
  };
  const look = (at: number): void => {
    now = at;
    for (let turn = 0; turn < 10; turn += 1) {
      const decision = decide(pack, state, at);
      if (decision.do === "say") {
        speak(at, decision);
        continue;
      }
      if (decision.do === "chip" && shown !== "chip") acts.push({ at, did: "chip" });
      if (decision.do === "offer-hint" && shown !== "offer-hint")
        acts.push({ at, did: "offered", level: decision.level });
      shown = decision.do;
      return;
    }
    throw new Error(`the interviewer does not stop talking at ${at}`);
  };
  const before = (at: number): void => {
    for (let next = nextLook(state, now); next !== null && next < at; next = nextLook(state, now)) look(next);
    now = Math.max(now, at - 1);
  };
  const heard = (event: Heard): void => {
    before(event.at);
    const from = performance.now();
    fold(event);
    decide(pack, state, event.at);
    slowest = Math.max(slowest, performance.now() - from);
    look(event.at);
  };
  const reading = (): Reading => ({
    texts,
    versions: { schema: `0.${versions.schema}`, api: `0.${versions.api}`, design: `0.${versions.design}` },
    model: readDesign(texts, capabilities),
  });
  const place = (document: DocumentName, line: number): Place => {
    const quote = (texts[document].split("\n")[line - 1] ?? "").trim();
    return { document, version: `0.${versions[document]}`, line, endLine: line, quote };
  };

  heard({ at: 0, type: "opened", mode, policy, people });
  heard({ at: 0, type: "read", reading: reading(), changed: [] });
  return {
    acts,
    until: (at) => {
      before(at);
      look(at);
    },
    hear: heard,
    message(at, person, text, addressed) {
      before(at);
      seq += 1;
      heard({ at, type: "message", seq, person, text, addressed });
    },
    write(at, document, text) {
      before(at);
      const { lines, removed } = changedLines(texts[document], text);
      texts = { ...texts, [document]: text };
      versions[document] += 1;
      written[document].push(text);
      const version = `0.${versions[document]}`;
      heard({ at, type: "read", reading: reading(), changed: [{ document, version, author: "ada", lines, removed }] });
    },
    text: (document) => texts[document],
    textAt: (document, version) => written[document][Number(version.split(".")[1])] ?? null,
    place,
    answer(at, answer, pointedAt) {
      before(at);
      const asked = state.said.findLast((line) => line.question !== null);
      if (asked === undefined) throw new Error(`nothing was asked before ${at}`);
      heard({ at, type: "answer", question: asked.seq, answer, place: pointedAt });
      const again = answer === "rephrase" ? rephraseOf(pack, state, asked.seq) : null;
      if (again !== null) speak(at, again);
    },
    takeHint(at) {
      before(at);
      const hint = hintFor(pack, state, { mayTakePartial: mode === "practice" });
      if (hint.outcome !== "hint") throw new Error(`no hint at ${at}: ${hint.outcome}`);
      heard({ at, type: "hint", item: hint.item, level: hint.level });
      const text = `${hint.level}: ${hint.text} (${hint.cost})`;
      const quiet = { to: null, question: null, topic: null, probe: null, place: null, proposes: null };
      speak(at, { do: "say", kind: "hint", text, ...quiet, intent: text, unsolicited: false });
    },
    check(at) {
      before(at);
      heard({ at, type: "checked", by: "person" });
      speak(at, recapOf(pack, state, at));
    },
    state: () => state,
    slowest: () => slowest,
  };
}
