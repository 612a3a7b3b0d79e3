import { type Asking, type Offer, writtenKey } from "./offer.ts";
import { openIn } from "./open-in.ts";
import type { Place } from "./place.ts";
import { keysIn, stepIn } from "./step-in.ts";

const ofColumns = new Set(["values", "set", "where", "by", "onConflict"]);

/** In `values`, `set`, `where` and `by` of a step the columns of its table that are not there yet. */
export function columnsAt(place: Place, { tables }: Asking["model"]): Offer[] | null {
  const within = flowOf(place) ?? blockOf(place);
  if (within === null) return null;
  const used = stepIn(within.step)?.table;
  const there = keysIn(within.inside);
  return (tables.find(({ name }) => name === used)?.columns ?? [])
    .filter(({ name }) => !there.has(name))
    .map(({ name, type, nullable }) => ({
      label: name,
      insert: writtenKey(name, place),
      detail: nullable ? type : `${type}, not null`,
      says: "",
      example: null,
      leadsOn: false,
    }));
}

/** `{update: seats, set: {` */
function flowOf({ lead, around }: Place): { step: string; inside: string } | null {
  const open = openIn(lead);
  const inner = open.at(-1);
  if (inner?.bracket !== "{" || inner.key === undefined || !ofColumns.has(inner.key)) return null;
  if (!/(?:^|,)\s*$/.test(inner.inside)) return null;
  return { step: open.at(-2)?.inside ?? around[0] ?? "", inside: inner.inside };
}

/** `set:` on a line of its own below `- update: seats`. */
function blockOf({ lead, around }: Place): { step: string; inside: string } | null {
  const key = /^([\w.-]+):$/.exec(around[0] ?? "")?.[1];
  if (lead.trim() !== "" || key === undefined || !ofColumns.has(key)) return null;
  return { step: around[1] ?? "", inside: "" };
}
