import type { Censor } from "./forbidden.ts";
import { readSentences, wordCount } from "./sentences.ts";

const mostWords = 60;

export interface HoldBackOptions {
  censor: Censor;
  /** The question of the template, to be added when none was asked; empty where none is to be asked. */
  question: string;
  /** Told all that is released so far, each time it grows. */
  words: (text: string) => void;
}

/** What became of a piece: `enough` and `leak` end the turn, and nothing more is released. */
type Heard = { end: null } | { end: "enough" } | { end: "leak"; term: string };

/** Between a model and the room: only whole sentences pass, that give nothing away, and no more than can be listened to. */
export interface HoldBack {
  hear(piece: string): Heard;
  /** The answer is whole: what is left of it is a sentence too. */
  finish(): Heard;
  /** Another request begins: half a sentence is dropped, and while nothing was heard all is open again. */
  forget(): void;
  released(): string;
  /** Adds the template's question if none was asked; answers all that is said. */
  completed(): string;
}

export function holdBack({ censor, question, words }: HoldBackOptions): HoldBack {
  let released = "";
  let reader = readSentences();
  let end: Heard = { end: null };

  const asks = (text: string): boolean => /\?["'”’)`]*(?:\s|$)/.test(text);

  function judge(sentence: string): Heard {
    const term = censor(sentence);
    if (term !== null) return { end: "leak", term };
    const all = joinedWith(released, sentence);
    // What is said must leave room for the question that is still owed.
    const owed = asks(all) ? 0 : wordCount(question);
    if (wordCount(all) + owed > mostWords) return { end: "enough" };
    released = all;
    words(released);
    // A second question would bury the first.
    return question !== "" && asks(sentence) ? { end: "enough" } : { end: null };
  }

  function pass(sentences: readonly string[]): Heard {
    for (const sentence of sentences) {
      if (end.end !== null) break;
      end = judge(sentence);
    }
    return end;
  }

  return {
    hear: (piece) => (end.end === null ? pass(reader.hear(piece)) : end),
    finish() {
      const rest = reader.rest();
      reader = readSentences();
      return end.end === null && rest.trim() !== "" ? pass([rest]) : end;
    },
    forget() {
      reader = readSentences();
      if (released === "") end = { end: null };
    },
    released: () => released,
    completed() {
      if (question === "" || asks(released)) return released;
      released = joinedWith(released, question);
      words(released);
      return released;
    },
  };
}

const joinedWith = (text: string, more: string): string => (text === "" ? more.trim() : `${text} ${more.trim()}`);
