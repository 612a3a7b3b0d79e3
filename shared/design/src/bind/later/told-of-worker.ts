import type { Component, Edge } from "@proofroom/domain/design/model";
import { isCalled } from "@proofroom/domain/design/through-queue";
import { blocksIn } from "../../text/fence.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { messagesIn } from "../../topology/messages.ts";
import { sectionsOf } from "../documents/sections.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { literally } from "../ways/told/statement/statement.ts";
import { isDenied, proseOf, withoutPurpose } from "./said-later.ts";

/** What is told of a worker. */
export interface Told {
  /** Each as it is written, and with the worker as its subject in one word: `the consumer inserts a row`. */
  sentences: { said: string; plainly: string }[];
  /** Where its statements may stand: these sentences, what is drawn, and what stands under its name. */
  texts: string[];
}

interface Given {
  design: string;
  worker: Component;
  edges: readonly Edge[];
  /** Whether no other worker takes from a queue, so that "the worker" is this one. */
  isOnly: boolean;
}

/**
 * What the design document says that a worker does: in sentences, under a heading or a lead of its own, in the code that such words
 * introduce, along its arrows in a sequence, and on those that lead from it in the drawing.
 */
export function toldOfWorker({ design, worker, edges, isOnly }: Given): Told {
  const names = namesOf(worker, isOnly);
  if (names === "") return { sentences: [], texts: [] };
  const spoken = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names})(?![\\p{L}\\p{N}_])`, "iu");
  const done = doneIn(design);
  const prose = sentencesIn(proseOf(done)).map(withoutPurpose);
  const said = prose.flatMap((sentence, n) =>
    spoken.test(sentence)
      ? [{ said: sentence, plainly: sentence.replace(spoken, "consumer") }, ...following(prose, n)]
      : [],
  );
  const own = said.filter((one) => !isDenied(one.said));
  const drawn = [
    ...messagesIn(design).flatMap(({ from, words }) => (from.some((one) => isCalled(worker, one)) ? [words] : [])),
    ...edges.flatMap(({ from, label }) => (from === worker.id && label !== undefined ? [label] : [])),
  ];
  const sections = sectionsOf(done, new Map([["worker", isOnly ? generic : []]]), (title) =>
    isCalled(worker, title) ? "worker" : undefined,
  )("worker");
  return {
    sentences: [...own, ...drawn.map((words) => ({ said: words, plainly: `consumer ${words}` }))],
    texts: [...own.map((one) => one.said), ...drawn, sections, ...introduced(done, spoken)],
  };
}

const generic = ["worker", "consumer", "consumidor", "consommateur", "consumatore", "konsument", "verbraucher"];

/** What a worker is called in prose, as a pattern: its own name, and where it is the only one what every worker is called. */
function namesOf({ id, label }: Component, isOnly: boolean): string {
  const own = [label, id]
    .map((name) => name.replace(/\bx\s?\d+\b|<br\s*\/?>.*/gi, "").trim())
    .filter((name) => /^[\p{L}\p{N}][\p{L}\p{N} _-]{2,40}$/u.test(name))
    .map((name) =>
      name
        .split(/[\s_-]+/)
        .map(literally)
        .join("[\\s_-]"),
    );
  return [...own, ...(isOnly ? generic.map((one) => `${one}\\p{L}{0,2}`) : [])].join("|");
}

/** `It also …`, `Then it …`: the sentences behind one that go on with what it speaks of. */
function following(sentences: readonly string[], n: number): Told["sentences"] {
  const behind = sentences.slice(n + 1, n + 4);
  const end = behind.findIndex((sentence) => !goesOn.test(sentence));
  return (end === -1 ? behind : behind.slice(0, end)).map((sentence) => ({
    said: sentence,
    plainly: sentence.replace(goesOn, "consumer "),
  }));
}

const goesOn =
  /^\s*(?:(?:then|afterwards|also|and|in the same transaction|dann|danach|luego|después|ensuite|puis|depois|poi),?\s+(?:it|er|il|ele|él)?|(?:it|er|il|ele|él)\s)\s*(?:then\s|also\s)?\s*/i;

/** Blocks of code below a sentence that speaks of the worker and goes on in them. */
function introduced(text: string, spoken: RegExp): string[] {
  const fenced = blocksIn(text).filter(({ language }) => language !== "mermaid");
  return fenced.flatMap(({ at, text: code }) => {
    const above = text
      .slice(Math.max(0, at - 400), at)
      .replace(/\n?[^\n]*\n$/, "")
      .trimEnd();
    const last = sentencesIn(above.split(/\n\s*\n/).at(-1) ?? "").at(-1) ?? "";
    return /[:\p{L}\p{N})`*]$/u.test(last) && spoken.test(last) ? [code] : [];
  });
}
