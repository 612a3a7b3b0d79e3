import type { Capability } from "@proofroom/domain/problem/problem";
import { type Asking, type Offer, offerOf, written } from "./offer.ts";
import type { Place } from "./place.ts";

/** Behind `x-capability:` what the problem asks for. */
export function capabilitiesAt(place: Place, capabilities: Record<string, Capability>): Offer[] | null {
  if (!/x-capability["']?\s*:\s*$/.test(place.lead)) return null;
  return Object.entries(capabilities).map(([name, { title, required }]) => ({
    ...offerOf(name, required ? title : `${title}, optional`),
    insert: written(name, place),
  }));
}

const behindTableStep = /(?:^\s*|[-{,]\s*)["']?(?:insert|get|list|update|delete|count|increment)["']?\s*:\s*$/;

/** Behind a step that works on a table the tables of the schema. */
export function tablesAt(place: Place, { tables }: Asking["model"]): Offer[] | null {
  if (!behindTableStep.test(place.lead)) return null;
  return tables.map(({ name, columns }) => ({
    ...offerOf(name, columns.map((column) => column.name).join(", ")),
    insert: written(name, place),
  }));
}
