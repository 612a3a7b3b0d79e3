import type { PlainStep, Step } from "@proofroom/domain/design/step";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { toldInDesign } from "../bind/documents/told-in-design.ts";
import type { Review, Served } from "./seen.ts";

const writes =
  /\b(?:update\s{1,9}(?:only\s{1,9})?|insert\s{1,9}into\s{1,9}|delete\s{1,9}from\s{1,9})(?:\w{1,63}\.)?["`]?(\w{1,63})["`]?\s/gi;

/**
 * SQL in the design document is prose to a run, save an update in a section about what an endpoint serves by one of its ways:
 * that is looked at. Said once, of the first that writes a table which an endpoint without steps of its own writes.
 */
export const reviewStatements: Review = ({ texts, schema, served, consumers, capabilities }, tell) => {
  const names = new Map((schema?.tables ?? []).map(({ name }) => [name.toLowerCase(), name]));
  const serving = (served ?? []).flatMap(({ operation: { line, method, path, capability } }) =>
    capability === undefined ? [] : [{ line, method, path, capability }],
  );
  let inDesign: ReturnType<typeof toldInDesign> | undefined;
  const toldOf = (line: number): string =>
    (inDesign ??= toldInDesign(texts.design, serving, capabilities)).toldOf(line);
  const isLookedAt = (statement: string): boolean =>
    /^update/i.test(statement) &&
    serving.some(
      ({ line, capability }) => capabilities[capability]?.ways !== undefined && toldOf(line).includes(statement),
    );
  const later = consumers.flatMap(({ steps }) => plainSteps(steps));
  for (const found of texts.design.matchAll(writes)) {
    const table = names.get(found[1]?.toLowerCase() ?? "");
    const writer = served?.find(
      ({ read, operation }) =>
        read.operation === null &&
        plainSteps(operation.steps).some((step) => !("get" in step) && tableIn(step) === table),
    );
    if (table === undefined || writer === undefined || isLookedAt(found[0])) continue;
    if (isRun(served ?? [], texts.design.slice(found.index, found.index + longestSaid))) continue;
    if (later.some((step) => isCounting(step, table, texts.design.slice(found.index, found.index + 240)))) continue;
    if (/^insert/i.test(found[0]) && overwrites(writer.operation.steps)) continue;
    const { opId } = writer.operation;
    return tell("statement-not-run", {
      message: `This statement on ${table} is not run: what ${opId} does is taken from the schema and stands in the binding table. Write it in a comment below its endpoint, and it is what is run.`,
      from: found.index,
      to: found.index + found[0].trimEnd().length,
    });
  }
};

/** More of a statement than what it does is told by. */
const longestSaid = 400;

/** Whether it is what an endpoint was told to do. */
const isRun = (served: readonly Served[], statement: string): boolean => {
  const said = statement
    .replaceAll(/--[^\n]*/g, " ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 60);
  return served.some(({ operation: { because } }) => (because?.steps ?? []).some((clause) => clause.includes(said)));
};

/** What an insert does about a taken value is read in its statement. */
const overwrites = (steps: Step[]): boolean =>
  plainSteps(steps).some(
    (step) =>
      "insert" in step &&
      Object.values(step.onConflict ?? {}).some((policy) => typeof policy === "object" && "overwrite" in policy),
  );

/** Whether a worker adds to what a statement sets. */
const isCounting = (step: PlainStep, table: string, statement: string): boolean => {
  const [own, column = ""] = "increment" in step ? step.increment.split(".") : [];
  return own === table && column !== "" && /^update/i.test(statement) && statement.includes(column);
};
