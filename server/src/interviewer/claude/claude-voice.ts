import { sentenceAfterWords, sentenceOf } from "@proofroom/ai/model-failure";
import type { ModelFailure, Purse } from "@proofroom/ai/model";
import type { PaidModel } from "@proofroom/ai/paid-model";
import { redactSecrets } from "@proofroom/domain/chat/secrets";
import type { DocumentName } from "@proofroom/domain/document/document";
import { PersonId, type RoomId } from "@proofroom/domain/id";
import { sentencesIn } from "@proofroom/domain/interview/language/plain";
import type { SpeechKind } from "@proofroom/domain/interview/speech";
import type { Spoken, Turn, Voice } from "../voice.ts";
import { aboutItself } from "./about-itself.ts";
import { createCensor } from "./forbidden.ts";
import { holdBack } from "./hold-back.ts";
import { promptOf } from "./prompt.ts";
import type { Proposal } from "./propose.ts";
import { newMemory, type RoomMemory } from "./room-memory.ts";
import { wordCount } from "./sentences.ts";
import { takeTurn } from "./turn.ts";
import { createFence } from "./untrusted.ts";

export interface ClaudeVoiceOptions {
  paid: PaidModel;
  /** The problem's brief as candidates see it; empty where it is unknown. */
  briefOf: (problem: string) => string;
  /** The text of a document at an earlier version; null where it never had that. */
  textAt?: (roomId: RoomId, document: DocumentName, version: string) => Promise<string | null>;
  /** A sentence was held back because it would have given `term` away. */
  onLeakBlocked?: (turn: Turn, term: string) => void;
  /** The model proposes that an item is covered. */
  onProposal?: (turn: Turn, proposal: Proposal) => void;
  /** Told what is our own mistake, or the database's. */
  onError?: (error: unknown) => void;
  /** For a whole turn with all its requests. */
  turnMillis?: number;
}

/** What Claude words; all else is said as it is written, the same in both voices. */
const worded: readonly SpeechKind[] = ["question", "reply", "mend"];

/** What stays true for a while is told once, not at every turn. */
const lasting: readonly ModelFailure[] = ["budget", "breaker", "wrong-key", "no-key"];

/** Claude's voice. Whatever goes wrong, the room hears the template and one sentence about why. */
export function createClaudeVoice(options: ClaudeVoiceOptions): Voice {
  const memories = new Map<RoomId, RoomMemory>();
  const redact = (text: string): string => redactSecrets(text).text;

  function memoryOf(roomId: RoomId): RoomMemory {
    const memory = memories.get(roomId) ?? newMemory(redact);
    // The one that was used last stands last; those of rooms that ended long ago are dropped.
    memories.delete(roomId);
    memories.set(roomId, memory);
    for (const oldest of memories.keys()) if (memories.size > 500) memories.delete(oldest);
    return memory;
  }

  async function speak(turn: Turn, out: Parameters<Voice["speak"]>[1]): Promise<Spoken> {
    const { say, pack, state } = turn;
    const brief = options.briefOf(pack.problem);
    const memory = memoryOf(turn.roomId);
    const fence = createFence(redact);
    const { request, wasCut } = promptOf(turn, memory, fence, brief);
    const question = questionOf(say.text);
    const hold = holdBack({
      censor: createCensor(pack, state, `${brief}\n${say.text}`),
      question,
      words: (text) => out.words(text),
    });
    const purse: Purse = { roomId: turn.roomId, personId: payer(turn.personId), purpose: "live" };
    const deadline = AbortSignal.timeout(options.turnMillis ?? 60_000);
    const signal = AbortSignal.any([out.signal, deadline]);
    const textAt = (document: DocumentName, version: string) =>
      options.textAt?.(turn.roomId, document, version) ?? Promise.resolve(null);
    const ended = await takeTurn({ ...options, purse, turn, request, tools: { turn, fence, textAt }, hold, signal });
    for (const proposal of ended.proposals) options.onProposal?.(turn, proposal);

    if (out.signal.aborted) return broken(turn, hold.released(), out.signal);
    const isLate = ended.end === "stopped";
    const place = ended.place ?? say.place;
    if (ended.end === "silent") return { text: "", voice: "claude", place: null, silent: true };
    if (ended.end === "leak") options.onLeakBlocked?.(turn, ended.term);
    const isMute = hold.released() === "";
    // Not one whole sentence came, twice.
    const isNothing = ended.end === "spoken" && isMute;
    const failure = isLate ? "timeout" : ended.end === "failed" ? ended.failure : isNothing ? "truncated" : null;
    const sentence = isMute ? sentenceOf : sentenceAfterWords;
    const isKnown = failure !== null && failure === memory.failure && lasting.includes(failure);
    memory.failure = failure;
    const notice = isKnown ? {} : failure === null ? cutNotice(wasCut) : { notice: sentence(failure) };
    if (isMute) return { ...template(turn, out), ...notice };
    return { text: hold.completed(), voice: "claude", place, ...notice };
  }

  return {
    async speak(turn, out) {
      const isAway = lasting.some((failure) => failure === memories.get(turn.roomId)?.failure);
      const own = isAway ? null : aboutItself(turn);
      if (own !== null) return { ...template({ ...turn, say: { ...turn.say, text: own } }, out), voice: "claude" };
      if (!worded.includes(turn.say.kind)) return { ...template(turn, out), voice: isAway ? "rules" : "claude" };
      try {
        return await speak(turn, out);
      } catch (error) {
        options.onError?.(error);
        return { ...template(turn, out), notice: sentenceOf("unreachable") };
      }
    },
  };
}

function template({ say }: Turn, out: Parameters<Voice["speak"]>[1]): Spoken {
  out.words(say.text);
  return { text: say.text, voice: "rules", place: say.place };
}

/** What was released stays as it is. */
const broken = ({ say }: Turn, text: string, { reason }: AbortSignal): Spoken => ({
  text,
  voice: "claude",
  place: say.place,
  ended: reason === "interrupted" ? "interrupted" : "stopped",
});

/** The question that a wording ends with; a bare `Then?` says nothing without what stands before it. */
function questionOf(text: string): string {
  const question = sentencesIn(text).findLast((sentence) => sentence.includes("?")) ?? "";
  return question !== "" && wordCount(question) < 5 ? text : question;
}

const payer = (personId: string): PersonId | null => {
  const read = PersonId.safeParse(personId);
  return read.success ? read.data : null;
};

const cutNotice = (wasCut: boolean): { notice?: string } =>
  wasCut
    ? { notice: "This talk is longer than Claude reads at once: from now on it no longer sees the beginning." }
    : {};
