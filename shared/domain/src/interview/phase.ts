import * as z from "zod/mini";

export const PhaseId = z.enum(["clarify", "high-level", "api-data", "deep-dive", "scale-failure", "wrap-up"]);
export type PhaseId = z.infer<typeof PhaseId>;

/** How long an interview may be planned for. */
export const InterviewMinutes = z.union([z.literal(20), z.literal(45), z.literal(60)]);
export type InterviewMinutes = z.infer<typeof InterviewMinutes>;

export const Phase = z.object({ id: PhaseId, title: z.string(), minutes: z.number() });
export type Phase = z.infer<typeof Phase>;

export const phaseTitles: Record<PhaseId, string> = {
  clarify: "Clarify",
  "high-level": "High level",
  "api-data": "API and data",
  "deep-dive": "Deep dive",
  "scale-failure": "Scale and failure",
  "wrap-up": "Wrap-up",
};

const minutesOf: Record<InterviewMinutes, readonly number[]> = {
  20: [3, 5, 4, 4, 3, 1],
  45: [6, 10, 10, 10, 6, 3],
  60: [8, 13, 13, 14, 8, 4],
};

/** The six phases in order with the minutes planned for each. */
export const planPhases = (minutes: InterviewMinutes): Phase[] =>
  PhaseId.options.map((id, n) => ({ id, title: phaseTitles[id], minutes: minutesOf[minutes][n] ?? 0 }));

/** The phase after `id`; null after the last. */
export const phaseAfter = (id: PhaseId): PhaseId | null => PhaseId.options[PhaseId.options.indexOf(id) + 1] ?? null;

/** What a person should get out of a phase, as a sentence. */
export const phaseGoals: Record<PhaseId, string> = {
  clarify: "Find out what is asked: what it must do, for how many, and what may be left out.",
  "high-level": "Draw the parts and say how a request goes through them.",
  "api-data": "Write the endpoints and the tables, so that each need has both.",
  "deep-dive": "Take the part that matters most and make it right under load and repetition.",
  "scale-failure": "Say what breaks first when it grows, and what still answers when a part stops.",
  "wrap-up": "Sum up what you decided, what you left out, and what you would do next.",
};
