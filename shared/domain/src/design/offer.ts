import type { Fix } from "./finding.ts";

/** Steps or an endpoint that a design could take as an example; a click writes them into its documents. */
export interface Offer extends Fix {
  /** What it does, in a sentence. */
  says: string;
  /** What has to be written by hand before it can be inserted; there are no edits then. */
  needs?: string;
}

export interface Offers {
  /** By endpoint, as its `opId` names it. */
  endpoints: Record<string, Offer[]>;
  /** By capability that no endpoint serves: an endpoint that would. */
  capabilities: Record<string, Offer>;
}
