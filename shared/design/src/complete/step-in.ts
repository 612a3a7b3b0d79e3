import { stepWords } from "../bind/steps/step-form.ts";

/** The step that a text begins, `- {insert: links` or `insert: links`; null where it begins none. */
export function stepIn(text: string): { word: string; hasValue: boolean; table: string } | null {
  const [, word = "", value = ""] = /^\s*(?:-\s+)?\{?\s*["']?([\w.]+)["']?\s*:\s*["']?(.*)$/.exec(text) ?? [];
  if (!stepWords.includes(word)) return null;
  return { word, hasValue: value !== "", table: /^\w*/.exec(value)?.[0] ?? "" };
}

/** The keys that a flow holds so far, those of what is nested in it among them. */
export const keysIn = (flow: string): Set<string> =>
  new Set([...flow.matchAll(/(?:^|[{,])\s*["']?([\w.-]+)["']?\s*:/g)].map(([, key = ""]) => key));
