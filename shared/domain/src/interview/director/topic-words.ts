import { viewOf } from "../design/design-view.ts";
import { isAnsweredBy } from "../language/answered.ts";
import { type DirectorState, heardNow } from "./director-state.ts";
import type { Item, Pack } from "../item.ts";
import { mentions, termOf, uses } from "../language/mentions.ts";
import { inOrderOfSeed } from "./pick.ts";
import type { Topic } from "../topic.ts";

/** The item that a topic counts towards: its own, else the one whose detectors name its facts, of the phase if possible. */
export function itemOf(pack: Pack, state: DirectorState, topic: Topic): Item | null {
  const own = pack.items.find(({ id }) => id === topic.item);
  if (own !== undefined) return own;
  const proved = itemOfRun(pack, topic);
  if (proved !== null) return proved;
  const phase = state.clock.phase?.id;
  const open = (item: Item) => state.coverage.get(item.id)?.state !== "covered";
  for (const fact of topic.facts) {
    const of = pack.items.filter((item) =>
      item.detectors.some((detector) => detector.by === "fact" && detector.fact === fact),
    );
    const best = of.find((item) => open(item) && item.phase === phase) ?? of.find(open) ?? of[0];
    if (best !== undefined) return best;
  }
  return null;
}

/** Of a failed test the item that the test proves. */
function itemOfRun({ items }: Pack, { source, id }: Topic): Item | null {
  const [, name = ""] = /^run:\w+:(.*)$/.exec(id) ?? [];
  if (source !== "run" || name === "") return null;
  return items.find(({ detectors }) => detectors.some((one) => one.by === "run" && name.startsWith(one.test))) ?? null;
}

/** Wordings that say nothing which the candidate has to find, those not yet said first. */
export function sayable(state: DirectorState, item: Item | null, topic: Topic): string[] {
  const isTaken = heardNow(state, state.hints).some((hint) => hint.item === item?.id && hint.level === "partial");
  const words = item === null || isTaken ? [] : item.forbidden.filter((term) => !wasUsed(state, term));
  const plain = words.length === 0 ? topic.wordings : topic.wordings.filter((wording) => !saysOne(wording, words));
  return inOrderOfSeed(
    state,
    topic.id,
    topic.source === "edit" ? plain.filter((one) => !isToldAt(state, topic, one)) : plain,
  );
}

/** Whether the paragraph that a question is about says already what it asks. */
function isToldAt({ reading }: DirectorState, { place }: Topic, wording: string): boolean {
  if (reading === null || place === null || place.document !== "design") return false;
  const { prose } = viewOf(reading);
  return prose.some(
    ({ line, endLine, text }) => line <= place.line && place.line <= endLine && isAnsweredBy(wording, text),
  );
}

function saysOne(wording: string, terms: readonly string[]): boolean {
  const low = wording.toLowerCase();
  return terms.some((term) => low.includes(term.slice(0, 3).toLowerCase()) && mentions(wording, term));
}

/** Whether people used a term themselves, in the chat or in a document. */
export function wasUsed(state: DirectorState, term: string): boolean {
  const ready = termOf(term);
  return uses(state.documentWords, ready) || uses(state.chatWords, ready);
}
