/** What becomes of a statement of a schema. */
export type Judged =
  | { verdict: "run" }
  | { verdict: "ignored"; message: string }
  /** `reason`: what is alike in those that can be settled together, where its message names the statement. */
  | { verdict: "refused"; message: string; reason?: string };
