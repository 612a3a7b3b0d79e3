import type { InterviewerPolicy, RoomMode } from "../../room/room.ts";
import type { DocumentName } from "../../document/document.ts";
import type { Claim } from "../language/claims.ts";
import { type InterviewClock, newClock } from "../clock.ts";
import type { Fact } from "../design/design-facts.ts";
import type { FactName } from "../facts.ts";
import type { Vocabulary } from "../language/mentions.ts";
import type { Coverage, Evidence } from "../note.ts";
import type { PhaseId } from "../phase.ts";
import type { Place } from "../place.ts";
import type { Reading } from "../reading.ts";
import type { HintLevel, ItemId, Question, QuestionAnswer, SpeechKind } from "../speech.ts";
import type { RunHeard } from "../design/run-topics.ts";
import type { Topic } from "../topic.ts";

/** What a person's message turned out to be. `process` is about the interview itself, `talk` answers no question of ours. */
export type Meaning = "solution" | "process" | "clarification" | "question" | "nothing" | "answer" | "talk";

export interface HeardMessage {
  seq: number;
  at: number;
  person: string;
  text: string;
  addressed: boolean;
  byStaff: boolean;
  isToStaff: boolean;
  meaning: Meaning;
  /** Of the question that it answers. */
  item: ItemId | null;
  answers: number | null;
}

/** An utterance of the interviewer, as it was said. */
export interface SaidLine {
  seq: number;
  at: number;
  kind: SpeechKind;
  text: string;
  question: Question | null;
  topic: string | null;
  probe: number | null;
  place: Place | null;
  /** The phase in which it was said. */
  phase: PhaseId | null;
  /**
   * How a question was closed; null while it is open. `unknown`: they do not know; `mended`: the documents answered it;
   * `rephrase`: it was asked again, in other words.
   */
  closed: QuestionAnswer | "words" | "unknown" | "mended" | null;
  closedAt: number | null;
  /** By a private advisor, who nobody but staff hears. */
  isToStaff: boolean;
}

/** What is owed to the room whatever happens, in order. */
export type Due =
  | { say: "greeting" | "goal" | "welcome-back" }
  | { say: "recap"; of: PhaseId }
  /** A question that was asked while the interviewer was muted or the clock paused: first that it was, then its answer. */
  | { say: "missed"; to: number; why: "muted" | "paused" }
  | { say: "late-answer"; to: number };

export interface ItemCoverage {
  state: Coverage;
  evidence: Evidence[];
  since: number;
}

/** The fold of all that was heard; plain data that is never changed in place. See `hear`. */
export interface DirectorState {
  seed: string;
  mode: RoomMode;
  isOver: boolean;
  people: number;
  clock: InterviewClock;
  reading: Reading | null;
  /** Of each line of each document: when it was written or last changed; 0 for what stood there before we looked. */
  writtenAt: Record<DocumentName, readonly number[]>;
  /** The same, and 0 as well for lines that a question was about since, or that were written while nothing may be heard. */
  notAskedAbout: Record<DocumentName, readonly number[]>;
  /** Stems of all words that people used themselves. */
  documentWords: Vocabulary;
  /** The same, line by line. */
  lineWords: ReadonlyMap<string, Vocabulary>;
  chatWords: Vocabulary;
  chatClaims: readonly Claim[];
  documentClaims: readonly Claim[];
  /** The claims of each paragraph of the design document, and the line at which it began. */
  paragraphClaims: ReadonlyMap<string, { from: number; claims: readonly Claim[] }>;
  facts: ReadonlyMap<FactName, Fact>;
  coverage: ReadonlyMap<ItemId, ItemCoverage>;
  /** Contradictions and challenges that hold now. */
  topics: readonly Topic[];
  runTopics: readonly Topic[];
  runs: readonly (RunHeard & { at: number })[];
  /** Topics that were asked about and whose cause has gone since, with the sentence that names it. */
  mends: readonly { topic: Topic; at: number; text: string }[];
  messages: readonly HeardMessage[];
  said: readonly SaidLine[];
  points: readonly { item: ItemId; place: Place; at: number }[];
  hints: readonly { item: ItemId; level: HintLevel; at: number; isToStaff: boolean }[];
  due: readonly Due[];
  /** Since when the interviewer is muted. */
  mutedAt: number | null;
  /** The newest message that waits for our answer. */
  unanswered: number | null;
  /** The newest message that was answered. */
  answered: number;
  /** A line that was pointed at and not yet acknowledged. */
  pointed: Place | null;
  /** A key pressed or a line changed. */
  lastKeyAt: number;
  lastEditAt: number;
  /** The last sign of a person: a key, a line, a message, a click. */
  lastSignAt: number;
  /** People talking to each other, not to us. */
  lastTalkAt: number;
  /** Something since the last question that deserves one: an edit, a skip, a pointed line. */
  isArmed: boolean;
}

export const newDirector = (seed: string): DirectorState => ({
  seed,
  mode: "practice",
  isOver: false,
  people: 0,
  clock: newClock("off"),
  reading: null,
  writtenAt: { schema: [], api: [], design: [] },
  notAskedAbout: { schema: [], api: [], design: [] },
  documentWords: [],
  lineWords: new Map(),
  chatWords: [],
  chatClaims: [],
  documentClaims: [],
  paragraphClaims: new Map(),
  facts: new Map(),
  coverage: new Map(),
  topics: [],
  runTopics: [],
  runs: [],
  mends: [],
  messages: [],
  said: [],
  points: [],
  hints: [],
  due: [],
  mutedAt: null,
  unanswered: null,
  answered: 0,
  pointed: null,
  lastKeyAt: 0,
  lastEditAt: 0,
  lastSignAt: 0,
  lastTalkAt: 0,
  isArmed: false,
});

/** What counts now of what was said or taken: what an advisor told staff alone counts only while it advises them. */
export const heardNow = <T extends { isToStaff: boolean }>({ clock }: DirectorState, all: readonly T[]): readonly T[] =>
  clock.policy === "advisor" ? all : all.filter((one) => !one.isToStaff);

/** What the interviewer said so far, in the hearing of those whom it speaks to now. */
export const saidNow = (state: DirectorState): readonly SaidLine[] => heardNow(state, state.said);

/** What of it was written where the interviewer speaks now; room and staff count their messages apart. */
export const heardHere = <T extends { isToStaff: boolean }>(
  { clock }: DirectorState,
  all: readonly T[],
): readonly T[] => all.filter((one) => one.isToStaff === (clock.policy === "advisor"));

/** The state for whoever knows of a change of policy that was not heard here yet. */
export const under = (state: DirectorState, policy: InterviewerPolicy): DirectorState => ({
  ...state,
  clock: { ...state.clock, policy },
});

/** The newest question that nobody has closed. */
export const openQuestion = (state: DirectorState): SaidLine | null =>
  saidNow(state).findLast((line) => line.question !== null && line.closed === null) ?? null;

/** The question that a message of this number asked; room and staff count their messages apart. */
export const questionAt = ({ said, clock }: DirectorState, seq: number | null): SaidLine | null =>
  said.find((line) => line.seq === seq && line.question !== null && line.isToStaff === (clock.policy === "advisor")) ??
  null;

/** Whether speech of this kind is rationed: the interviewer spoke by itself. */
export const isUnsolicited = (kind: SpeechKind): boolean =>
  kind === "question" || kind === "proposal" || kind === "mend";

/** Whether speech of this kind answers a message. */
export const isReply = (kind: SpeechKind): boolean =>
  kind === "reply" || kind === "clarification" || kind === "assumption" || kind === "decline";

export const lastUnsolicitedAt = (state: DirectorState): number =>
  state.said.findLast((line) => isUnsolicited(line.kind))?.at ?? 0;
