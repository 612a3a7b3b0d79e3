import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { whenEnded, whenTaken } from "@proofroom/domain/design/refusal-status";
import type { Step, Where } from "@proofroom/domain/design/step";
import type { Stage } from "../stage.ts";
import { calledByKey } from "./called-by-key.ts";
import { keptApart } from "./kept-apart.ts";
import { without } from "./less-asked.ts";
import { peopleIn } from "./people-in.ts";
import { writtenByKey } from "./written-by-key.ts";

/** What is told of an endpoint, beside it or in the design document, and of none in particular. */
export interface Told {
  beside: string;
  told: string;
  toldOfAll: string;
}

interface Before {
  steps: Step[];
  /** Columns that the way asks for and what is read does not show. */
  unseen: string[];
  said: string;
  isBeside: boolean;
}

type UpdateStep = Extract<Step, { update: string }>;

/**
 * `SELECT … FROM seats WHERE id = $1`, a refusal in code, and behind it `UPDATE seats SET … WHERE id = $1`: what was read is not asked
 * again when it is written, so two at once may both have the row. It is read without a lock, refused, and changed by its key alone; null
 * where no statements are written so, or where anything keeps two of them apart.
 */
export function lookedBefore(steps: readonly Step[], texts: Told, stage: Stage): Before | null {
  const found: Before[] = [];
  const inside = (list: readonly Step[]): Step[] =>
    list.flatMap((step): Step[] => {
      if ("transaction" in step) return [{ transaction: inside(step.transaction) }];
      const before = "update" in step ? readFirst(step, texts, stage) : null;
      if (before !== null) found.push(before);
      return before?.steps ?? [step];
    });
  const left = inside(steps);
  const [first] = found;
  return first === undefined ? null : { ...first, steps: left, unseen: found.flatMap(({ unseen }) => unseen) };
}

function readFirst(step: UpdateStep, texts: Told, stage: Stage): Before | null {
  const table = stage.tables.find(({ name }) => name === step.update);
  if (table === undefined) return null;
  const { named, asked } = apart(step.where, table, stage);
  if (Object.keys(named).length === 0 || Object.keys(asked).length === 0) return null;
  const by = { set: step.set, named: Object.keys(named), asked };
  const writtenIn = (text: string) => writtenByKey(text, table, by) ?? calledByKey(text, table, by);
  const beside = writtenIn(texts.beside);
  const written = beside ?? writtenIn(texts.told);
  if (written === null || keptApart(texts, table, stage)) return null;
  const { else: otherwise, ...update } = step;
  const refusal = otherwise ?? refusalFor(asked, stage.endpoint);
  const people = peopleIn(table, stage).map(([column]) => column);
  return {
    steps: [
      { get: table.name, by: named },
      {
        if: without(asked, written.unseen),
        // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
        then: [{ ...update, where: named }],
        else: [{ return: { status: refusal, body: { error: "refused" } } }],
      },
    ],
    said: written.said,
    unseen: written.unseen.filter((column) => !people.includes(column)),
    isBeside: beside !== null,
  };
}

/** What of a condition says which row is meant, and what it asks of that row. */
function apart(where: Where, table: Table, stage: Stage): { named: Where; asked: Where } {
  const people = peopleIn(table, stage).map(([column]) => column);
  const isNaming = ([column, value]: [string, Where[string]]): boolean =>
    typeof value === "string" && value.startsWith("$") && value !== "$now" && !people.includes(column);
  const parts = Object.entries(where);
  return {
    named: Object.fromEntries(parts.filter(isNaming)),
    asked: Object.fromEntries(parts.filter((part) => !isNaming(part))),
  };
}

/** What lasts no more has ended; all else is taken. */
const refusalFor = (asked: Where, endpoint: Endpoint): number =>
  Object.values(asked).some((value) => typeof value === "object" && value !== null && "gte" in value)
    ? whenEnded(endpoint)
    : whenTaken(endpoint);
