import * as z from "zod/mini";
import { Place, Source } from "./place.ts";
import { ItemId, QuestionSource } from "./speech.ts";

export const Coverage = z.enum(["unseen", "touched", "covered", "contradicted"]);
export type Coverage = z.infer<typeof Coverage>;

/** Something that counts towards an item. */
export const Evidence = z.object({
  by: z.enum(["chat", "document", "fact", "run", "pointed"]),
  /** Verbatim, from where `source` says. */
  quote: z.string(),
  source: Source,
  /** It contradicts the item rather than showing it. */
  against: z.optional(z.boolean()),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * What the interviewer notes for itself, in order, beside the room's own events; nobody in the room reads it. The fold of
 * room events and notes is the Director's state, and the report is written from the same two.
 */
export const Note = z.discriminatedUnion("type", [
  /** What lies behind a message of the interviewer: `message` is its id. */
  z.object({
    type: z.literal("asked"),
    message: z.string(),
    item: z.nullable(ItemId),
    source: z.nullable(QuestionSource),
    topic: z.nullable(z.string()),
    probe: z.nullable(z.int()),
  }),
  z.object({ type: z.literal("coverage"), item: ItemId, state: Coverage, evidence: z.array(Evidence) }),
  /** A topic appeared, or its cause is gone. */
  z.object({
    type: z.literal("topic"),
    topic: z.string(),
    state: z.enum(["open", "mended"]),
    place: z.nullable(Place),
    text: z.string(),
  }),
  z.object({ type: z.literal("presence"), people: z.int() }),
  z.object({ type: z.literal("leak-blocked"), message: z.string(), term: z.string() }),
  /** A model's proposal that this shows the item. It moves no coverage: the report looks there, and judges by itself. */
  z.object({ type: z.literal("proposed"), item: ItemId, evidence: Evidence }),
  z.object({ type: z.literal("manipulation-attempt"), quote: z.string(), source: Source }),
  /** What became of a message at the second stage of moderation, where it was not simply found fine. */
  z.object({
    type: z.literal("moderation"),
    message: z.string(),
    outcome: z.enum(["flagged", "failed"]),
    /** The category that was flagged, or why no model answered. */
    reason: z.string(),
  }),
]);
export type Note = z.infer<typeof Note>;
export type KeptNote = Note & { seq: number; at: string };

const types: ReadonlySet<unknown> = new Set(Note.def.options.map((option) => option.shape.type.def.values[0]));

/** A kept note; null for one of a kind that is no longer written. Throws for one that breaks what its kind promises. */
export const noteOf = (kept: { type: string }): Note | null => (types.has(kept.type) ? Note.parse(kept) : null);
