import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Tell } from "../../text/report.ts";

/** What the names in an `x-operation` are held against. */
export interface Checked {
  endpoint: Endpoint;
  tables: Table[];
  /** What is checked is what a worker does with a message. */
  isWorker?: boolean;
  /** Where the key of a repeated request is kept, which no step need fill: `links.idem_key`. */
  keyColumn?: string;
  tell: Tell;
}
