import type { Coverage } from "./note.ts";
import type { QuestionSource } from "./speech.ts";

/**
 * Whether a question is answered by what covers its item: a probe and a follow-up ask for just that. A contradiction, a
 * challenge or a failed run is about something of its own, that stands whatever else is written of the item.
 */
export const isSettledByItem = (source: QuestionSource, state: Coverage | undefined): boolean =>
  (source === "probe" || source === "follow-up") && state === "covered";
