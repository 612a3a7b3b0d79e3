import type { Operation, Table } from "@proofroom/domain/design/model";
import type { Objects } from "../../objectstore/client.ts";
import type { Cache } from "../cache.ts";
import type { Session } from "../database.ts";
import type { Row } from "../scope.ts";
import type { CalledService } from "../services.ts";

/** Puts a message into a drawn queue; it is kept once this resolves. */
export type Publish = (queue: string, message: Row) => Promise<void>;

/** What a step may use beside the request's scope. */
export interface StepContext {
  session: Session;
  operation: Operation;
  tables: ReadonlyMap<string, Table>;
  caches: ReadonlyMap<string, Cache>;
  objects: Objects | null;
  services: ReadonlyMap<string, CalledService>;
  publish: Publish;
  /** Told of each row that a step writes. */
  wrote: (table: string, row: Row) => void;
  /** What comes next asks whether anything was found, so its absence is no refusal. */
  isAbsenceAsked: boolean;
  /** Writes a line to the replica's log, the same line once only. */
  sayOnce: (line: string) => void;
}
