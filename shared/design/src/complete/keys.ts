import { extensionDocs } from "@proofroom/domain/design/step-docs";
import { type Offer, writtenKey } from "./offer.ts";
import type { Place } from "./place.ts";

const extensions = ["x-capability", "x-operation"] as const;

/** Below an endpoint what says which capability it serves, and what it does. */
export function keysAt(place: Place): Offer[] | null {
  const startsKey = place.form === "json" ? /^\s+$|[{,]\s*$/ : /^\s+$/;
  if (!place.isInEndpoint || !startsKey.test(place.lead)) return null;
  return extensions.map((name) => ({
    label: name,
    insert: writtenKey(name, place),
    detail: "",
    says: extensionDocs[name].says,
    example: null,
  }));
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
  return methods.map(([label, detail]) => ({ label, insert: `${label} /`, detail, says: "", example: null }));
}
