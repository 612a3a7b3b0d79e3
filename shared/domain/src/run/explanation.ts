import * as z from "zod/mini";
import { DocumentName } from "../document/document.ts";
import { Attribution } from "../judge/result.ts";

/** What an explanation rests on; a click opens it. */
export const ExplanationEvidence = z.discriminatedUnion("kind", [
  /** A line of the run's log, `seq` being its event's. */
  z.object({ kind: z.literal("log"), component: z.string(), seq: z.int(), text: z.string() }),
  z.object({ kind: z.literal("result"), name: z.string(), text: z.string() }),
  z.object({ kind: z.literal("finding"), document: DocumentName, line: z.int(), text: z.string() }),
  /** Lines that changed since the room's last run that passed, or the run that passed with the same design. */
  z.object({ kind: z.literal("earlier"), run: z.int(), text: z.string() }),
]);
export type ExplanationEvidence = z.infer<typeof ExplanationEvidence>;

/** Why a run did not pass, in one block. `cause` is a sentence; "Unclassified" where code and model know none. */
export const Explanation = z.object({
  category: z.string(),
  cause: z.string(),
  attribution: Attribution,
  evidence: z.array(ExplanationEvidence),
  source: z.enum(["rules", "claude", "both"]),
  /** 0 to 1. */
  confidence: z.number(),
});
export type Explanation = z.infer<typeof Explanation>;

/** With what to do next, which candidates of an interview do not see. */
export const ExplanationView = z.object({ ...Explanation.shape, nextStep: z.optional(z.string()) });
export type ExplanationView = z.infer<typeof ExplanationView>;
