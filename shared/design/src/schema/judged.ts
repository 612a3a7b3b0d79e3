/** What becomes of a statement of a schema. */
export type Judged = { verdict: "run" } | { verdict: "ignored" | "refused"; message: string };
