import * as z from "zod/mini";

/** What is wrong with the environment, all of it in one message that a person can act on. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/**
 * Reads variables by a schema. An empty one counts as unset. Throws one `EnvironmentError` that names everything wrong; values
 * are not repeated in it, for some are secrets.
 */
export function readEnv<Schema extends z.ZodMiniType>(
  schema: Schema,
  env: Record<string, string | undefined> = process.env,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const read = z.safeParse(schema, given);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? "The environment");
    const isDefault = issue.message === "" || issue.message.startsWith("Invalid");
    return `  ${name} ${isDefault ? (name in given ? "is not understood" : "is missing") : issue.message}`;
  });
  throw new EnvironmentError(["Proofroom cannot start with these settings:", ...wrong].join("\n"));
}
