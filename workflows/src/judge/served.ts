import { fillsWhatWasRead, plainSteps, tableFilled } from "@proofroom/domain/design/steps-within";
import type { Operation } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import type { InsertedRow, InsertRow, Unsettled } from "@proofroom/domain/infrastructure/control";
import type { Capability } from "@proofroom/domain/problem/problem";

/** A capability with the endpoint by which the design serves it. */
export interface Served {
  operation: Operation;
  /** What workers do with what it publishes. */
  later: Step[];
  capability: Capability;
}

/** What a test can ask of the place where the design runs, beside its endpoint. */
export interface Control {
  rowCount(table: string): Promise<number>;
  insertRow(row: InsertRow): Promise<InsertedRow>;
  /** Waits until what was written so far is done and to be read everywhere, for how late that is, is no question of function; answers what is not. */
  settle(): Promise<Unsettled[]>;
  /** Moves the time that the components see; negative goes back. */
  advanceClock(millis: number): Promise<void>;
  /** Has the next random text of its length be this one, or takes that back; answers how often that has happened so far. A counter comes to what `isNew` only. */
  repeatDraw(text: string | null, isNew?: boolean): Promise<number>;
  /** Has each request wait so many milliseconds after each look at what is stored, so that others look meanwhile; 0 leaves that again. */
  linger(millis: number): Promise<void>;
}

/** The table into which an operation writes, now or later, looked for in transactions too; else the one whose free rows it fills. */
export function tableOf({ operation, later }: Pick<Served, "operation" | "later">): string | null {
  const steps = plainSteps([...operation.steps, ...later]);
  const filled = steps.flatMap((step) => tableFilled(step) ?? fillsWhatWasRead(step) ?? []);
  return steps.find((step) => "insert" in step)?.insert ?? filled[0] ?? null;
}
