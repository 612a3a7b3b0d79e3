import type { Table } from "@proofroom/domain/design/model";
import { referenceDocs } from "@proofroom/domain/design/reference-docs";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { parametersIn } from "../api/path.ts";
import { fieldsOf } from "../bind/fields.ts";
import { columnsOf } from "./columns.ts";
import { type Asking, firstClause, type Offer, offerOf } from "./offer.ts";
import type { Place } from "./place.ts";

/** Behind a dollar sign what a value may come from. */
export function rootsAt({ lead, isInSteps, typed }: Place): Offer[] | null {
  if (!isInSteps || !lead.endsWith("$") || typed.includes(".")) return null;
  return Object.entries(referenceDocs).map(([name, says]) => ({ ...offerOf(name, firstClause(says)), says }));
}

/** Behind `$body.` and its like what this endpoint is sent; behind `$row.` and `$table.` the columns. */
export function namesSentAt(place: Place, before: string, model: Asking["model"]): Offer[] | null {
  const { lead, isInSteps, typed, endpoint } = place;
  if (!isInSteps || !lead.endsWith("$") || !typed.includes(".")) return null;
  const root = typed.slice(0, typed.indexOf("."));
  const owner = model.tables.find(({ name }) => name === root);
  if (owner !== undefined) return columnsOf([owner]);
  switch (root) {
    case "row":
      return columnsOf(usedLastFirst(model.tables, before));
    case "body":
      return fieldsOf(endpoint?.body).map(({ name }) => offerOf(name, "of the request body"));
    case "path":
      return parametersIn(endpoint?.path ?? "").map((name) => offerOf(name, `of ${endpoint?.path ?? ""}`));
    case "query":
      return parameters("query").map((name) => offerOf(name, "of the query"));
    case "header":
      return parameters("header").map((name) => offerOf(name.toLowerCase(), "of the headers"));
    case "message":
      return [...published(model)].map((name) => offerOf(name, "of the message"));
    default:
      return [];
  }

  function parameters(where: "query" | "header"): string[] {
    return (endpoint?.parameters ?? []).filter((parameter) => parameter.in === where).map(({ name }) => name);
  }
}

/** The table that stands last before the place comes first: `$row` is most likely its row. */
const usedLastFirst = (tables: readonly Table[], before: string): Table[] =>
  tables.toSorted((a, b) => before.lastIndexOf(`: ${b.name}`) - before.lastIndexOf(`: ${a.name}`));

const published = ({ operations }: Asking["model"]): Set<string> =>
  new Set(
    operations
      .flatMap(({ steps }) => plainSteps(steps))
      .flatMap((step) => ("publish" in step ? Object.keys(step.message ?? {}) : [])),
  );
