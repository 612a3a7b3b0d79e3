import type { Step, UpdateStep } from "@proofroom/domain/design/step";
import type { Stage } from "../../stage.ts";
import { calledByKey } from "./called-by-key.ts";
import { keptApart } from "../locks/kept-apart.ts";
import { peopleIn } from "../people/people-in.ts";
import { partsOf, readThenWritten } from "./read-then-written.ts";
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

function readFirst(step: UpdateStep, given: Told, stage: Stage): Before | null {
  const table = stage.tables.find(({ name }) => name === step.update);
  if (table === undefined) return null;
  const { named, asked } = partsOf(step.where, table, stage);
  if (Object.keys(named).length === 0 || Object.keys(asked).length === 0) return null;
  const by = { set: step.set, named: Object.keys(named), asked };
  const writtenIn = (text: string) => writtenByKey(text, table, by) ?? calledByKey(text, table, by);
  const beside = writtenIn(given.beside);
  // A paragraph under no name is about what its statement writes.
  const paragraphs = given.toldOfAll.split(/\n\s*\n/).filter((one) => writtenIn(one) !== null);
  const texts = { ...given, told: [given.told, ...paragraphs].join("\n\n") };
  const written = beside ?? writtenIn(texts.told);
  if (written === null || keptApart(texts, table, stage)) return null;
  const people = peopleIn(table, stage).map(([column]) => column);
  return {
    steps: readThenWritten(step, table, written.unseen, stage),
    said: written.said,
    unseen: written.unseen.filter((column) => !people.includes(column)),
    isBeside: beside !== null,
  };
}
