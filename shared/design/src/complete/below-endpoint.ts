import { methodIn } from "../api/sketch/endpoint-line.ts";
import { openIn } from "./open-in.ts";
import type { Place } from "./place.ts";

const methodKey = /(?:^|[\s{])["']?(?:get|post|put|patch|delete)(?:\s+\/[^"']*)?["']?\s*:\s*\{?\s*$/i;
const methodOfList = /^(?:-\s+)?\{?\s*["']?(?:method|verb)["']?\s*:/i;

/** Whether a key at a place says something of an endpoint: right below its method, or in an entry of a list beside it. */
export function isBelowEndpoint({
  form,
  around,
  beside,
  lead,
}: Pick<Place, "form" | "around" | "beside" | "lead">): boolean {
  if (form === "sketch") return around.some((line) => methodIn(line) !== null);
  const inner = openIn(lead).at(-1);
  if (inner !== undefined) return methodOfList.test(inner.inside);
  const above = around[0] ?? "";
  return methodKey.test(above) || methodOfList.test(above) || beside.some((line) => methodOfList.test(line));
}
