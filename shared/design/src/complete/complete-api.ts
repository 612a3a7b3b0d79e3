import type { Suggestion } from "@proofroom/domain/design/assist";
import { columnsAt } from "./columns.ts";
import { inEndpointLine } from "./endpoint-line.ts";
import { keysAt, methodsAt, topKeysAt } from "./keys.ts";
import { capabilitiesAt, tablesAt } from "./names.ts";
import type { Asking, Offer } from "./offer.ts";
import { placeAt } from "./place.ts";
import { namesSentAt, rootsAt } from "./references.ts";
import { partsAt, stepsAt } from "./steps.ts";

/** What may stand at a place of the API document, in whichever form it is written. */
export function completeApi(asking: Asking): Suggestion[] {
  const { text, offset, model, capabilities } = asking;
  const place = placeAt(text, offset, model);
  if (place === null) return [];
  const { typed, quote, rest } = place;

  const named = namesSentAt(place, text.slice(0, offset), model);
  const behindDot = typed.slice(typed.indexOf(".") + 1);
  const end = /^[\w-]*/.exec(rest)?.[0] ?? "";
  const at = (partial: string, closing: string) => (offer: Offer) => ({
    ...offer,
    from: offset - partial.length,
    to: offset + end.length + closing.length,
  });
  if (named !== null) return named.map(at(behindDot, ""));
  const roots = rootsAt(place);
  if (roots !== null) return roots.map(at(typed, ""));

  const offers =
    capabilitiesAt(place, capabilities) ??
    (place.isInSteps
      ? (tablesAt(place, model) ?? columnsAt(place, model) ?? partsAt(place) ?? stepsAt(place, model))
      : (inEndpointLine(place, model) ?? keysAt(place) ?? topKeysAt(place) ?? methodsAt(place)));
  const closing = quote !== "" && rest.slice(end.length).startsWith(quote) ? quote : "";
  return (offers ?? []).map(at(quote + typed, closing));
}
