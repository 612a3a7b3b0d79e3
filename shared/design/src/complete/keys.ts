import { extensionDocs } from "@proofroom/domain/design/step-docs";
import { type Offer, offerOf, writtenKey } from "./offer.ts";
import type { Place } from "./place.ts";

/** Below an endpoint what says which capability it serves, and what it does. */
export function keysAt(place: Place): Offer[] | null {
  const startsKey = place.form === "sketch" ? /^\s+$/ : /^\s+$|[{,]\s*$/;
  if (!place.isInEndpoint || !startsKey.test(place.lead)) return null;
  return [
    { ...extensionAs("x-capability", place), detail: "which capability it serves" },
    { ...extensionAs("x-operation", place), detail: "what it does, step by step", ...listOfSteps(place) },
  ];
}

function extensionAs(name: "x-capability" | "x-operation", place: Place): Offer {
  const insert = writtenKey(name, place);
  const leadsOn = name === "x-capability" && insert.endsWith(": ");
  return { ...offerOf(name, ""), insert, says: extensionDocs[name].says, leadsOn };
}

/** The key with the dash of its first step, where nothing stands behind it yet. */
function listOfSteps({ form, quote, lead, rest }: Place): Partial<Offer> {
  if (form === "json" || quote !== "" || lead.trim() !== "" || !/^[\w-]*\s*$/.test(rest)) return {};
  return { insert: `x-operation:\n${lead}  - `, leadsOn: true };
}

/** At the top level of a document what its workers do. */
export function topKeysAt(place: Place): Offer[] | null {
  if (place.form !== "yaml" || place.lead !== "" || !place.typed.startsWith("x")) return null;
  return [
    {
      ...offerOf("x-workers", "what a worker does"),
      insert: writtenKey("x-workers", place),
      says: extensionDocs["x-workers"].says,
    },
  ];
}

const methods = [
  ["GET", "Reads"],
  ["POST", "Creates, or does something once"],
  ["PUT", "Replaces"],
  ["PATCH", "Changes a part"],
  ["DELETE", "Removes"],
] as const;

/** At the start of a sketch's line the methods. */
export function methodsAt({ form, lead, quote, typed }: Place): Offer[] | null {
  if (form !== "sketch" || !/^(?:[-*]\s+|\d+\.\s+)?$/.test(lead) || quote !== "" || !/^[A-Za-z]*$/.test(typed))
    return null;
  return methods.map(([method, does]) => ({ ...offerOf(method, does), insert: `${method} /` }));
}
