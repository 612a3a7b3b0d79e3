import type { Say } from "../decision.ts";
import type { DirectorState } from "./director-state.ts";
import { hintItem, nextLevel } from "./hints.ts";
import { hintCosts, type Pack } from "../item.ts";
import { wordingOf } from "./pick.ts";
import { say } from "./say.ts";
import type { HintLevel } from "../speech.ts";
import * as words from "./wordings.ts";

/** The answer is never given; the next hint is. */
export function decline(pack: Pack, state: DirectorState): Say {
  const text = `${wordingOf(state, "decline", words.declines)} ${hintOffer(pack, state)}`;
  return say("decline", text, "Decline kindly to give the answer and offer the next hint; say nothing of the answer.");
}

/** The next hint with its price, or what to do where none is left. */
export function hintOffer(pack: Pack, state: DirectorState): string {
  const item = hintItem(pack, state);
  const level = item === null ? null : nextLevel(state, item);
  if (level === null) return wordingOf(state, "no-hint", words.noHintLeft);
  const offers = words.hintOffers.map((offer) => offer.replace("{level}", titles[level]));
  return `${wordingOf(state, "offer-hint", offers)} ${hintCosts[level]}`;
}

const titles: Record<HintLevel, string> = { nudge: "a nudge", pointed: "a pointed hint", partial: "a partial hint" };
