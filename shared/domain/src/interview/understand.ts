import type { Clarification, Pack } from "./item.ts";

/** Whether a message asks for the answer itself, in whatever dress. */
export function asksForSolution(_text: string): boolean {
  return false;
}

/** The clarification whose words a message holds; null when the pack does not know. */
export function clarificationFor(_pack: Pack, _text: string): Clarification | null {
  return null;
}

export function isQuestion(text: string): boolean {
  return text.trimEnd().endsWith("?");
}

/** "I don't know", "no idea", "skip": an answer that counts for nothing. */
export function saysNothing(text: string): boolean {
  return text.trim() === "";
}
