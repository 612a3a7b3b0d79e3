import type { Operation, Table } from "@proofroom/domain/design/model";
import type { Session } from "../database.ts";

/** What a step may use beside the request's scope. */
export interface StepContext {
  session: Session;
  operation: Operation;
  tables: ReadonlyMap<string, Table>;
  /** Writes a line to the replica's log, the same line once only. */
  sayOnce: (line: string) => void;
}
