import { wasUsed } from "@proofroom/domain/interview/director/topic-words";
import { type DirectorState, heardNow } from "@proofroom/domain/interview/director/director";
import type { Pack } from "@proofroom/domain/interview/item";
import { mentions } from "@proofroom/domain/interview/language/mentions";

/** The forbidden term that a sentence gives away; null where it gives away none. */
export type Censor = (sentence: string) => string | null;

/**
 * Terms that the interviewer may not be the first to say: those of all items of the problem, for what belongs to a later
 * phase is given away just as well now. A term is free once people have used it or took the partial hint of its item, and
 * where it stands in what Proofroom itself says anyway: the brief, and the wording that was chosen for this turn.
 */
export function createCensor(pack: Pack, state: DirectorState, ownWords: string): Censor {
  const partial = heardNow(state, state.hints).filter(({ level }) => level === "partial");
  const isOpen = (id: string): boolean => partial.some(({ item }) => item === id);
  const terms = new Set(pack.items.flatMap(({ id, forbidden }) => (isOpen(id) ? [] : forbidden)));
  const locked = [...terms].filter((term) => !wasUsed(state, term) && !mentions(ownWords, term));
  return (sentence) => locked.find((term) => mentions(sentence, term)) ?? null;
}
