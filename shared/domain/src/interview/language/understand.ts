import { folded, sentencesIn } from "./plain.ts";
import { mostChars } from "./questions.ts";
import { solutionPatterns, unwanted, unwantedInside } from "./solution-words.ts";
import { wayPatterns } from "./way-words.ts";

export { isQuestion } from "./questions.ts";
export { saysNothing } from "./says-nothing.ts";

/** Whether a message asks for the answer itself, in whatever dress. */
export function asksForSolution(text: string): boolean {
  const shown = text.slice(0, mostChars);
  return [shown, ...unwrapped(shown)].some((one) => sentencesIn(folded(one)).some(asks));
}

const patterns = [...solutionPatterns, ...wayPatterns];

function asks(sentence: string): boolean {
  const said = sentence.replace(/\s+/g, " ").slice(0, 600);
  return patterns.some((pattern) => {
    const found = pattern.exec(said);
    if (found === null) return false;
    const before = said.slice(0, found.index + (/^\W/.test(found[0]) ? 1 : 0));
    if (/\bwhy (?:don'?t|not)/.test(before + found[0])) return true;
    return !unwanted.test(before) && !unwantedInside.test(found[0].replace(/can'?t|won'?t|couldn'?t|don'?t/g, ""));
  });
}

/** What a message hides in base64, or by spacing its letters out. */
function unwrapped(text: string): string[] {
  const hidden = (text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []).slice(0, 8).map(decoded);
  const spaced = /(?:\p{L}[\s._*-]+){9,}\p{L}/u.exec(text)?.[0];
  const joined = spaced === undefined ? "" : folded(spaced).replace(/[^a-z]+/g, "");
  const isSpaced = /(?:give|tell|show|send)(?:me|us)(?:the)?(?:answer|solution)|whatsthe(?:answer|solution)/.test(
    joined,
  );
  return [...hidden.filter((one) => one !== ""), ...(isSpaced ? ["give me the answer"] : [])];
}

function decoded(base64: string): string {
  try {
    const bytes = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
    return /^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(text) ? text : "";
  } catch {
    return "";
  }
}
