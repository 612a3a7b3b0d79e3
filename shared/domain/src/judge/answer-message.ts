/** What an answer says in words: the `message` of its JSON, also where the rest of the body was cut off; null where there is none. */
export function messageIn(body: string): string | null {
  try {
    const said: unknown = JSON.parse(body);
    const isObject = typeof said === "object" && said !== null && "message" in said;
    return isObject && typeof said.message === "string" ? said.message : null;
  } catch {
    return /^\s*\{/.test(body) ? messageInCut(body) : null;
  }
}

/** A string that ended before the cut, read as JSON reads it. */
function messageInCut(body: string): string | null {
  const written = /"message"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
  if (written === undefined) return null;
  try {
    const message: unknown = JSON.parse(written);
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}
