/** What is answered of a range that nothing narrows down: of what redirects the status that no client may keep. */
const usual: Record<string, number> = { "1": 100, "2": 200, "3": 302, "4": 400, "5": 500 };

/** `2XX`, `3xx`: the status that is served of a range; null of anything else. */
export const statusInRange = (said: string): number | null =>
  /^[1-5]xx$/i.test(said) ? (usual[said[0] ?? ""] ?? null) : null;
