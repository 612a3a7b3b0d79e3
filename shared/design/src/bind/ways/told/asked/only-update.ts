import type { Table } from "@proofroom/domain/design/model";
import type { UpdateStep, Value } from "@proofroom/domain/design/step";
import { asksAsWritten } from "../../condition/written-where.ts";
import type { Stage } from "../../stage.ts";
import { lockedIn } from "../locks/locked.ts";
import { isVersioned, literally, updatesIn, whole } from "../statement/statement.ts";

interface OnlyOne {
  step: UpdateStep;
  said: string;
}

/**
 * An update of which a design document that tells nothing of its endpoint has the only statement: the one that writes the same state into the
 * same table, wherever it stands. It asks what that statement asks; null where there are several, or where it asks for the same.
 */
export function onlyUpdate(step: UpdateStep, design: string, table: Table, stage: Stage): OnlyOne | null {
  const written = updatesIn(design, table).filter(({ sets }) => writesState(sets, step.set));
  const asked = new Set(written.map(({ behind }) => whole(behind.replace(/[;`][^]*$/, ""))));
  const [where] = asked;
  if (asked.size !== 1 || where === null || where === undefined || isVersioned(where)) return null;
  if (lockedIn(design, table, stage.tables) !== null) return null;
  const left = asksAsWritten(step.where, where, table, stage);
  return left === null ? null : { step: { ...step, where: left }, said: `where ${where}` };
}

/** Whether a statement writes a word that a step writes. */
const writesState = (sets: string, set: Record<string, Value>): boolean =>
  Object.entries(set).some(
    ([column, value]) =>
      typeof value === "string" &&
      !value.startsWith("$") &&
      new RegExp(`\\b${literally(column)}"?\\s*=\\s*'${literally(value)}'`, "i").test(sets),
  );
