import type { Table } from "@proofroom/domain/design/model";
import { arrowSigns, methodIn } from "../api/sketch/endpoint-line.ts";
import { isSameName } from "../bind/names.ts";
import { columnsOf } from "./columns.ts";
import { type Asking, type Offer, offerOf } from "./offer.ts";
import { openIn } from "./open-in.ts";
import type { Place } from "./place.ts";

const arrow = new RegExp(arrowSigns);
const awaitsAnswer = new RegExp(`(?:${arrowSigns}|\\|)\\s*$`);

/** In a line that sketches an endpoint: columns where a field or a parameter is named, types behind a field, statuses behind the arrow. */
export function inEndpointLine({ form, lead }: Place, { tables }: Asking["model"]): Offer[] | null {
  const found = form === "sketch" ? methodIn(lead) : null;
  if (found === null) return null;
  const line = lead.slice(found.pathAt);
  const named = () => columnsFor(line, tables);
  const inner = openIn(line).at(-1);
  if (inner?.bracket === "{") {
    if (/:\s*$/.test(inner.inside)) return types.map(([name, says]) => offerOf(name, says));
    if (!/(?:^|[,;])\s*$/.test(inner.inside)) return [];
    const there = new Set(inner.inside.split(/[,;]/).map((field) => /^\s*([\w-]*)/.exec(field)?.[1]));
    return named().filter(({ label }) => !there.has(label));
  }
  if (/^[^\s]*[?&]$/.test(line)) return named();
  return arrow.test(line) && awaitsAnswer.test(line) ? statuses.map(([status, says]) => offerOf(status, says)) : [];
}

/** Those of tables that the path names come first. */
function columnsFor(line: string, tables: readonly Table[]): Offer[] {
  const parts = (/^[^\s?]*/.exec(line)?.[0] ?? "").split("/");
  const isNamed = ({ name }: Table): boolean => parts.some((part) => isSameName(part, name));
  return columnsOf([...tables.filter(isNamed), ...tables.filter((table) => !isNamed(table))]);
}

const types = [
  ["string", "a text; string(4..32) bounds its length"],
  ["uri", "an address"],
  ["int", "a whole number; int(1..10) bounds it"],
  ["number", "any number"],
  ["bool", "true or false"],
  ["uuid", "a UUID"],
  ["time", "a time with its date"],
] as const;

const statuses = [
  ["200", "OK"],
  ["201", "Created"],
  ["202", "Accepted: it happens later"],
  ["204", "No content"],
  ["301", "Moved for good"],
  ["302", "Found: a redirect"],
  ["307", "Redirect that keeps the method"],
  ["308", "Moved for good, keeps the method"],
  ["400", "Bad request"],
  ["401", "Not signed in"],
  ["403", "Not allowed"],
  ["404", "Not found"],
  ["409", "Conflict"],
  ["410", "Gone"],
  ["422", "Cannot be processed"],
  ["429", "Too many requests"],
] as const;
