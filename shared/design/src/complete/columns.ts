import type { Table } from "@proofroom/domain/design/model";
import { type Asking, type Offer, offerOf, writtenKey } from "./offer.ts";
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
      ...offerOf(name, nullable ? type : `${type}, not null`),
      insert: writtenKey(name, place),
    }));
}

/** Every column of some tables, once by its name. */
export function columnsOf(tables: readonly Table[]): Offer[] {
  const all = tables.flatMap((table) => table.columns.map(({ name, type }) => offerOf(name, `${table.name}, ${type}`)));
  return all.filter(({ label }, n) => all.findIndex((other) => other.label === label) === n);
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
