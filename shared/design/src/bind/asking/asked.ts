import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Idempotency, Step } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Assumed } from "../convention/made-up.ts";
import type { CalledUpsert } from "../documents/upserts/called-upserts.ts";
import type { Sense } from "../sense.ts";

/** What an endpoint does by its method, path and fields alone, or why that cannot be told. */
export type Conventional =
  | {
      steps: Step[];
      idempotency?: Idempotency | undefined;
      /** What in the schema shows what its names do not say. */
      because?: string[] | undefined;
      /** Columns that have to be filled and that nothing fills. */
      gaps: string[];
      /** What is filled although nobody has said with what. */
      assumed?: Assumed[];
      /** What says whose rows are asked for, where the table keeps nobody's. */
      everybodys?: string;
      /** Columns that its request names and its own statement does not ask for. */
      unasked?: string[];
      /** What its own statement asks of the rows and no step can ask. */
      unread?: string[];
      /** Columns that have to be filled and that are only where an optional field is sent. */
      unsure?: { column: string; field: string }[];
    }
  | {
      steps: null;
      why: string;
      /** What it may be told to do, the likeliest first. */
      likely?: { label: string; steps: Step[] }[];
    };

export interface Asked {
  endpoint: Endpoint;
  table: Table;
  capability: Capability | undefined;
  senses: Sense[];
  /** What is written about the endpoint, and the design document. */
  written?: readonly string[];
  /** What the design document says of the endpoint. */
  told?: string;
  /** What is told of what it does itself: beside it and of it, or in all of the design where no other endpoint changes what is there. */
  doing?: string;
  /** What the calls of its code do about a row of the table that is there. */
  upserts?: readonly CalledUpsert[];
  /** How another endpoint of the problem is told whom it keeps in a column of the table. */
  keepsWho?: (column: string) => string | undefined;
}
