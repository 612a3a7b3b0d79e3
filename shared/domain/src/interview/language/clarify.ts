import type { Clarification, Pack } from "../item.ts";
import { wordCount } from "../director/say.ts";
import { clarificationFor } from "./understand.ts";

/** Where one question of several ends: "how many reads, and do links expire?". */
const between =
  /[?;\n]+|,\s+(?:and\s+)?|\s+and\s+(?=(?:how|what|which|who|when|where|do|does|is|are|can|may|should|must|will)\b)/i;

/** What a message asks that the pack has fixed answers to; at most two, as much as one hears at once. */
export function clarificationsIn(pack: Pack, text: string): Clarification[] {
  const parts = text.split(between).filter((part) => part.trim() !== "");
  const asked = parts.length < 2 ? [] : parts.flatMap((part) => clarificationFor(pack, `${part.trim()}?`) ?? []);
  const whole = clarificationFor(pack, text);
  const all = [...new Set([...asked, ...(whole === null || asked.length > 1 ? [] : [whole])])];
  const [first, second] = all;
  if (first === undefined) return [];
  const isShort = second !== undefined && wordCount(`${first.answer} ${second.answer}`) <= 60;
  return isShort ? [first, second] : [whole ?? first];
}
