import * as z from "zod/mini";
import { DocumentName } from "../document/document.ts";
import { Dimension } from "./dimension.ts";
import { FactName } from "./facts.ts";
import { PhaseId } from "./phase.ts";
import { HintLevel, ItemId } from "./speech.ts";
import type { Subject } from "./subject.ts";

/**
 * How the coverage of an item is recognised. A `chat` word alone makes it `touched`; `covered` needs one of the others.
 * Words are matched by stem and case; negation and "I don't know" never count.
 */
export const Detector = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("chat"), words: z.array(z.string()) }),
  /** `atLeast` of the words in one paragraph of the document; default 1. */
  z.strictObject({
    by: z.literal("document"),
    document: DocumentName,
    words: z.array(z.string()),
    atLeast: z.optional(z.int()),
  }),
  /** Covered when it holds, or with `isPart` only touched; with `contradicts`, contradicted when it does not. */
  z.strictObject({
    by: z.literal("fact"),
    fact: FactName,
    isPart: z.optional(z.boolean()),
    contradicts: z.optional(z.boolean()),
  }),
  /** Covered when the test whose name begins so passed, contradicted when it failed. */
  z.strictObject({ by: z.literal("run"), test: z.string() }),
]);
export type Detector = z.infer<typeof Detector>;

/** What of an item may be spoken, in part and once chosen. `problems/<name>/private/spoken/items.yaml`, by item id. */
export const SpokenItem = z.strictObject({
  /** From open to pointed. The first has no holes; later ones may have `{table}`, `{column}`, `{endpoint}`, `{component}`, `{line}`, `{number}`. */
  probes: z.tuple([z.string(), z.string(), z.string()]),
  /**
   * Said when the answer contains one of the words of `when`; where its item was not asked about, with one of `with` as well.
   * With a word of `unless` it speaks of something else: the TTL of a cache ends no link.
   */
  followUps: z.array(
    z.strictObject({
      when: z.array(z.string()),
      with: z.optional(z.array(z.string())),
      unless: z.optional(z.array(z.string())),
      ask: z.string(),
    }),
  ),
  hints: z.strictObject({ nudge: z.string(), pointed: z.string(), partial: z.string() }),
  /** What a strong answer touches; shown in the debrief only. */
  strong: z.string(),
  /** The lesson that goes with it, shown in the debrief only. */
  lesson: z.string(),
});
export type SpokenItem = z.infer<typeof SpokenItem>;

/** What of an item never leaves the server, its id excepted. `problems/<name>/private/items.yaml`. */
export const HiddenItem = z.strictObject({
  id: ItemId,
  phase: PhaseId,
  skill: Dimension,
  /** 1 to 3. */
  weight: z.int().check(z.minimum(1), z.maximum(3)),
  /** For whoever keeps the pack. */
  about: z.string(),
  detectors: z.array(Detector),
  /** Stems that the interviewer may not say before the candidate has, at hint level below `partial`. */
  forbidden: z.array(z.string()),
  anchors: z.strictObject({ 1: z.string(), 2: z.string(), 3: z.string(), 4: z.string() }),
  /** Items that must be touched before this one is asked. */
  after: z.optional(z.array(ItemId)),
  /** Facts or component kinds without which asking makes no sense, e.g. a cache question without a cache. */
  needs: z.optional(z.array(FactName)),
});
export type HiddenItem = z.infer<typeof HiddenItem>;

export const Item = z.strictObject({ ...HiddenItem.shape, spoken: SpokenItem });
export type Item = z.infer<typeof Item>;

/** A question that candidates ask, and the one answer to it in both voices. `private/spoken/clarifications.yaml`. */
export const Clarification = z.strictObject({
  id: z.string().check(z.regex(/^ask-\d+$/)),
  /** Other wordings; for people and for the test. */
  wordings: z.array(z.string()).check(z.minLength(3)),
  /** Matched when, for one of the lists, every entry is found; an entry `a|b` is found by either stem. */
  match: z.array(z.array(z.string())).check(z.minLength(1)),
  /** Further words that such a question may hold; with another it is taken to be about something else. */
  about: z.optional(z.array(z.string())),
  /** A question with one of these is about something else. */
  unless: z.optional(z.array(z.string())),
  answer: z.string(),
});
export type Clarification = z.infer<typeof Clarification>;

/** Rates a second that the clarifications tell. `private/spoken/figures.yaml`. */
export const Figures = z.strictObject({ reads: z.number(), writes: z.number() });
export type Figures = z.infer<typeof Figures>;

/** All that the interviewer knows of a problem. Never to be sent whole to anybody. */
export interface Pack {
  problem: string;
  items: Item[];
  clarifications: Clarification[];
  /** Requirements as the evaluation reads them. */
  requirements: string;
  /** What the brief itself says, at the busiest; a candidate's number that is another is asked about. */
  figures?: Figures;
  /** What code has to know of the problem to ask about a design. */
  subject?: Subject;
}

export const hintLevels = HintLevel.options;

/** What taking a hint costs, said before it is taken. `marks` are given by Claude's voice only. */
export const hintCosts: Record<HintLevel, string> = {
  nudge: "It is noted in the report and lowers no mark.",
  pointed: "It is noted in the report; the mark of this item is then at most 3 of 4.",
  partial: "It is noted in the report; the mark of this item is then at most 2 of 4.",
};
