import * as z from "zod/mini";

/** What every refused request is answered with: a code for programs, a sentence for people that says what to do. */
export const Refusal = z.object({ error: z.string(), message: z.string() });
export type Refusal = z.infer<typeof Refusal>;

export const refusal = <Code extends string>(error: Code, message: string): { error: Code; message: string } => ({
  error,
  message,
});

/** The one answer for what is unknown, another's, or forbidden: whoever guesses ids learns nothing. */
export const notFound = refusal(
  "not-found",
  "There is no such page, or it is not open to you. Check the link, or ask whoever sent it.",
);

export const signedOut = refusal("signed-out", "Sign in first: tell your name on the start page.");

export const foreignOrigin = (origin: string): Refusal =>
  refusal("foreign-origin", `Open Proofroom at ${origin}; requests from elsewhere are refused.`);

export const databaseAway = refusal(
  "database-away",
  "The database cannot be reached just now. Nothing is lost; try again in a moment.",
);

export const internal = refusal(
  "internal",
  "Something went wrong on our side. Try again; if it stays, look into the server's log.",
);
