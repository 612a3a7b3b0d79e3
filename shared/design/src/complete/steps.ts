import { partDocs } from "@proofroom/domain/design/part-docs";
import { stepDocs } from "@proofroom/domain/design/step-docs";
import { partsOfStep } from "../bind/steps/step-form.ts";
import { inJson } from "./in-json.ts";
import { isLongForm, longFormAt } from "./long-form.ts";
import { namesFor } from "./names-for.ts";
import { type Asking, firstClause, type Offer, offerOf, writtenKey } from "./offer.ts";
import { type Open, openIn } from "./open-in.ts";
import type { Place } from "./place.ts";
import { keysIn, stepIn } from "./step-in.ts";

/** Behind the first key of a step, or below it, the others that it may have. */
export function partsAt(place: Place): Offer[] | null {
  const inner = openIn(place.lead).at(-1);
  const text = inner === undefined ? (place.around[0] ?? "") : inner.inside;
  const step = stepIn(text);
  if (step === null || !step.hasValue) return null;
  const isPlace = inner === undefined ? place.lead.trim() === "" : inner.bracket === "{" && /,\s*$/.test(text);
  if (!isPlace) return [];
  const there = keysIn(text);
  return partsOfStep(step.word)
    .filter((part) => part !== step.word && !there.has(part))
    .map((part) => ({
      ...offerOf(part, firstClause(partDocs[part] ?? "")),
      insert: writtenKey(part, place),
      says: partDocs[part] ?? "",
    }));
}

/** Where a step begins, behind a dash or a bracket or alone on its line, each step in the design's own names. */
export function stepsAt(place: Place, model: Asking["model"]): Offer[] | null {
  const { lead, form, endpoint } = place;
  if (!/(?:^\s*(?:-\s+)?|[[{]\s*|\}\s*,\s*)$/.test(lead) || !holdsSteps(openIn(lead).at(-1))) return null;
  if (isLongForm(place)) return longFormAt(place, model);
  const isInBraces = /\{\s*$/.test(lead);
  const dash = form !== "json" && /^\s*$/.test(lead) ? "- " : "";
  const names = namesFor(endpoint, { model, capabilities: {} });
  const steps = Object.entries(stepDocs).map(([word, { says, example }]) => {
    const yaml = example(names);
    const step = form === "json" ? inJson(yaml) : yaml;
    return {
      ...offerOf(word, firstClause(says)),
      insert: isInBraces ? step : `${dash}{${step}}`,
      says,
      example: yaml,
    };
  });
  return [...steps, ...longFormAt(place, model)];
}

const ofValues = new Set(["order", "any", "in", "coalesce", "add", "sub"]);

/** Whether a bracket is a step or a list of steps, and not what one of its keys holds. */
const holdsSteps = (open: Open | undefined): boolean =>
  open?.key === undefined || (open.bracket === "{" ? open.key === "x-operation" : !ofValues.has(open.key));
