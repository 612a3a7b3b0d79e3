import * as z from "zod/mini";
import type { Operation } from "../../../design/model.ts";
import type { Fact, Facts } from "../design-facts.ts";
import { type DesignView, isRedirect, placeOf, statusesOf } from "../design-view.ts";
import type { FactName } from "../../facts.ts";

/** What the endpoints say and do; absent while there are none. */
export function apiFacts(view: DesignView): Facts {
  const { operations, reading, create, lookup, tables } = view;
  if (operations.length === 0) return [];
  const all = operations.map(({ operation }) => operation);
  const at = (
    holds: boolean,
    operation: Operation | undefined,
    line?: number,
    more: Record<string, string> = {},
  ): Fact => {
    const where = line ?? operation?.line;
    return {
      holds,
      place: where === undefined ? null : placeOf(view, "api", where),
      holes: {
        ...(operation === undefined ? {} : { endpoint: endpointOf(operation) }),
        ...(where === undefined ? {} : { line: String(where) }),
        ...more,
      },
    };
  };
  const facts: (readonly [FactName, Fact])[] = [];
  const { unbound } = reading.model;
  const [need] = unbound;
  facts.push([
    "every-need-has-endpoint",
    at(unbound.length === 0, need === undefined ? all[0] : undefined, undefined, need === undefined ? {} : { need }),
  ]);

  // One endpoint that serves no need is a beginning, or the example.
  if (tables.size > 0 && (all.length > 1 || all[0]?.capability !== undefined)) {
    const bare = operations.find(({ acts }) => !acts.some(({ table }) => tables.has(table)))?.operation;
    facts.push(["every-endpoint-has-table", at(bare === undefined, bare ?? all[0])]);
  }
  if (create !== null) {
    const { operation } = create;
    const isSame = operation.idempotency !== undefined || (operation.method === "PUT" && /\{/.test(operation.path));
    facts.push(["create-is-idempotent", at(isSame, operation, operation.idempotencyLine)]);
    facts.push(["create-answers-key", at(answersKey(view, operation), operation)]);
    const input = checkedInput(operation);
    if (input !== null)
      facts.push(["bad-input-is-4xx", at(input.isChecked, operation, operation.bodyLine, { column: input.name })]);
  }
  const found = lookup?.operation ?? undefined;
  const guess =
    found ??
    all.find(({ method, path, capability }) => capability !== undefined && method === "GET" && /\{[^}]+\}$/.test(path));
  if (found !== undefined)
    facts.push([
      "lookup-by-key",
      at(true, found, undefined, lookup === null ? {} : { column: lookup.column.name, table: lookup.table.name }),
    ]);
  else if (guess === undefined && all.length > 1) facts.push(["lookup-by-key", at(false, undefined)]);
  if (guess !== undefined) facts.push(["unknown-is-404", at(isMissingTold(view, guess), guess)]);
  const redirecting = all.find((operation) => statusesOf(operation).some(isRedirect));
  if (redirecting !== undefined) {
    const status = statusesOf(redirecting).find(isRedirect) ?? 302;
    const line = redirecting.responses.find((response) => response.status === status)?.line;
    facts.push([
      "redirect-temporary",
      at([302, 303, 307].includes(status), redirecting, line, { number: String(status) }),
    ]);
  }
  const lists = operations.filter(
    ({ operation, acts }) => acts.some(({ kind }) => kind === "list") || isListAnswer(operation),
  );
  if (lists.length > 0) {
    const endless = lists.find(
      ({ operation, acts }) =>
        !isPaged(operation) && !acts.some(({ step }) => "list" in step && step.limit !== undefined),
    );
    facts.push(["list-is-paginated", at(endless === undefined, (endless ?? lists[0])?.operation)]);
  }
  return facts;
}

/** As it is written: `GET /{code}`. */
export const endpointOf = ({ method, path }: Pick<Operation, "method" | "path">): string => `${method} ${path}`;

const Named = z.object({ properties: z.record(z.string(), z.unknown()) });
const Text = z.object({
  type: z.optional(z.unknown()),
  format: z.optional(z.string()),
  pattern: z.optional(z.string()),
  enum: z.optional(z.unknown()),
});

/** The fields of an object's schema. */
export function fieldsOf(schema: unknown): [string, unknown][] {
  const parsed = Named.safeParse(schema);
  return parsed.success ? Object.entries(parsed.data.properties) : [];
}

function answersKey(view: DesignView, operation: Operation): boolean {
  if (Object.keys(operation.outputs).length > 0) return true;
  const name = view.lookup?.column.name ?? "code";
  const good = operation.responses.filter(({ status }) => status < 300);
  if (good.some(({ headers }) => headers.some((header) => header.toLowerCase() === "location"))) return true;
  return good.some(({ schema }) =>
    fieldsOf(schema).some(([field]) => field === name || /code|slug|short|alias|key|id$/i.test(field)),
  );
}

function checkedInput(operation: Operation): { name: string; isChecked: boolean } | null {
  const fields = fieldsOf(operation.body).flatMap(([name, schema]) => {
    const parsed = Text.safeParse(schema);
    return parsed.success && parsed.data.type === "string" ? [{ name, ...parsed.data }] : [];
  });
  const url = fields.find(({ name }) => /url|link|target|href|uri|destination/i.test(name)) ?? fields[0];
  if (url === undefined) return null;
  return { name: url.name, isChecked: url.format !== undefined || url.pattern !== undefined || url.enum !== undefined };
}

function isMissingTold(view: DesignView, operation: Operation): boolean {
  const get = view.operations.find((one) => one.operation === operation)?.acts.find(({ kind }) => kind === "get");
  if (get !== undefined && "get" in get.step && get.step.else !== undefined)
    return get.step.else === 404 || get.step.else === 410;
  return get !== undefined || operation.responses.some(({ status }) => status === 404 || status === 410);
}

const Listing = z.object({ type: z.literal("array") });

const isListAnswer = ({ method, path, responses }: Operation): boolean =>
  method === "GET" &&
  !/\{[^}]+\}$/.test(path) &&
  responses.some(({ status, schema }) => status === 200 && Listing.safeParse(schema).success);

const isPaged = ({ parameters }: Operation): boolean =>
  parameters.some(
    (parameter) =>
      parameter.in === "query" &&
      /^(?:limit|page|per_?page|page_?size|size|cursor|after|before|offset|first|count|take|top)/i.test(parameter.name),
  );
