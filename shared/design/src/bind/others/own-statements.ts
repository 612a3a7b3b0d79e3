import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { type Changing, changingIn } from "../sql/statements.ts";
import { type Deed, deedOf, speaksOfDeed } from "./deed.ts";
import { blanked } from "../../text/code-apart.ts";
import { titledEndpoint } from "../documents/titled-endpoint.ts";

/** Endpoints of the same document. */
type Endpoints = readonly Pick<Endpoint, "method" | "path">[];

/**
 * The statements that a text gives for an endpoint, in their order: those that its route, a word for what it does, or a heading above
 * introduces, and those that go on from there. Of what introduces nothing they are nobody's.
 */
export function ownStatements(
  text: string,
  endpoint: Pick<Endpoint, "method" | "path">,
  tables: readonly Table[],
  endpoints: Endpoints,
): Changing[] {
  const deed = deedOf(endpoint);
  const found = changingIn(text.replaceAll(comment, blanked), tables);
  let isOwn = false;
  let from = 0;
  return found.filter((one) => {
    const above = text.slice(from, one.at);
    from = one.end;
    isOwn = whoseIs(above, endpoint, deed, endpoints) ?? isOwn;
    return isOwn;
  });
}

/** Within a statement; an arrow is none. */
const comment = /--(?![->])[^\n`]*/g;

/** Whether what stands above a statement speaks of this endpoint; undefined where it goes on with the one before. */
function whoseIs(
  above: string,
  endpoint: Pick<Endpoint, "method" | "path">,
  deed: Deed,
  endpoints: Endpoints,
): boolean | undefined {
  const lines = above.slice(-longest).split("\n");
  const heading = lines.findLastIndex((line) => /^#{1,6}\s/.test(line));
  const near = nearest(lines.slice(heading + 1).join("\n"));
  const route = routeIn(near, endpoints) ?? (heading === -1 ? undefined : routeIn(lines[heading] ?? "", endpoints));
  if (route !== undefined) return route === endpoint;
  if (speaksOfDeed(near, deed)) return true;
  if (heading >= 0) return speaksOfDeed(lines[heading] ?? "", deed);
  return goesOn.test(near) ? undefined : false;
}

const longest = 1_500;

/** The sentence, the item or the lines of code that a statement goes on from. */
const nearest = (text: string): string => {
  const block = text.split(/\n\s*\n(?!\s*(?:```|~~~))/).at(-1) ?? "";
  return block.split(/(?<=[.!?;])\s+(?=\p{Lu})|\n(?=\s*(?:[-*+]\s|\d+[.)]\s|--\s|\|))/u).at(-1) ?? block;
};

/** `; and then`, `RETURNING seat_id;`, a comment of code. */
const goesOn =
  /^[\s;`,*]*(?:returning\s[^;`]{1,120})?[\s;`,.]*(?:--[^\n]{0,120})?\s*(?:(?:and|then|und|dann|y|luego|et|puis|e|poi)[\s,]{1,3}){0,2}[\s`]*$/i;

/** The last endpoint whose route stands in a text. */
function routeIn(text: string, endpoints: Endpoints): Endpoints[number] | undefined {
  const named = [...text.matchAll(route)].at(-1)?.[0];
  if (named === undefined) return undefined;
  const serving = endpoints.map(({ method, path }, n) => ({ method, path, capability: String(n) }));
  const at = titledEndpoint(named, serving);
  return at === undefined ? undefined : endpoints[Number(at)];
}

const route = /\b(?:get|post|put|patch|delete)\s{1,3}[`*"']{0,3}\/[^\s`*"'?]{1,200}/gi;
