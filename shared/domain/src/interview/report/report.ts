import * as z from "zod/mini";
import { Dimension, Mark } from "../dimension.ts";
import { Coverage } from "../note.ts";
import { PhaseId } from "../phase.ts";
import { Source } from "../place.ts";
import { HintLevel, ItemId, VoiceName } from "../speech.ts";

export const ReportStatus = z.enum(["writing", "ready", "failed"]);
export type ReportStatus = z.infer<typeof ReportStatus>;

/** Counted by code, never judged. `kind` groups them on the page. */
export const ReportFact = z.object({
  kind: z.enum([
    "coverage",
    "open-question",
    "assumption",
    "contradiction",
    "mend",
    "timing",
    "documents",
    "run",
    "notice",
  ]),
  text: z.string(),
  /** Verbatim, where the fact rests on words. */
  quote: z.optional(z.string()),
  source: z.nullable(Source),
  /** When it became true, ISO 8601. */
  at: z.optional(z.string()),
  item: z.optional(ItemId),
  state: z.optional(Coverage),
  /** For owner and interviewers only, wherever its source stands. */
  staff: z.optional(z.boolean()),
});
export type ReportFact = z.infer<typeof ReportFact>;

export const ReportMark = z.object({
  dimension: Dimension,
  level: Mark,
  draft: z.boolean(),
  claims: z.array(z.object({ text: z.string(), quote: z.string(), source: Source })),
  /** Two passes disagreed and a third was asked; a person should look. */
  flagged: z.optional(z.boolean()),
});
export type ReportMark = z.infer<typeof ReportMark>;

/** Shown to the owner of a practice room after the end. */
export const DebriefItem = z.object({
  item: ItemId,
  phase: PhaseId,
  /** What was asked about it, oldest first. */
  asked: z.array(z.string()),
  state: Coverage,
  strong: z.string(),
  lesson: z.string(),
  selfMark: z.nullable(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])),
  /** Of the last attempt at the same problem; null without one. */
  before: z.nullable(Coverage),
});
export type DebriefItem = z.infer<typeof DebriefItem>;

export const Report = z.object({
  status: ReportStatus,
  /** While it is written: what is done now. */
  progress: z.optional(z.object({ step: z.string(), done: z.int(), of: z.int() })),
  /** Why it failed, or why it is ready without what it could have had, and what to do. */
  reason: z.optional(z.string()),
  /** `rules`: coverage facts, no judgement. */
  voice: VoiceName,
  model: z.optional(z.string()),
  facts: z.array(ReportFact),
  marks: z.array(ReportMark),
  hints: z.array(z.object({ item: ItemId, level: HintLevel, at: z.string(), text: z.string() })),
  skips: z.array(
    z.object({
      seq: z.int(),
      item: z.nullable(ItemId),
      text: z.string(),
      at: z.string(),
      /** The question stood in the staff stream. */
      staff: z.optional(z.boolean()),
    }),
  ),
  phases: z.array(
    z.object({ id: PhaseId, title: z.string(), plannedMinutes: z.number(), takenMinutes: z.nullable(z.number()) }),
  ),
  /** Only for the owner of a practice room. */
  debrief: z.optional(z.array(DebriefItem)),
  /** The runs beside it, newest last; never scored by a model. */
  results: z.array(
    z.object({
      runId: z.string(),
      number: z.int(),
      status: z.string(),
      verdict: z.optional(z.string()),
      passed: z.int(),
      failed: z.int(),
      other: z.int(),
      failures: z.array(z.object({ name: z.string(), observed: z.string() })),
    }),
  ),
});
export type Report = z.infer<typeof Report>;
