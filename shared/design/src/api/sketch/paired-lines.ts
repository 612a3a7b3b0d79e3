import { methods } from "../methods.ts";
import { wordsFor } from "../part-words.ts";

const method = [...methods].join("|");
const named = new RegExp(`(?:${wordsFor("method")}|type)\\b`, "i");
const label = (names: string): string =>
  `^[ \\t>*_\`•▸|-]{0,20}(?:HTTP[ \\t]+)?(?:${names})[*_\`]*[ \\t]*[:|=][*_\`]*[ \\t]*`;
const between = "[^\\n]{0,40}\\n(?:[ \\t]*\\n)?";
const methodLine = `${label(`${wordsFor("method")}|type`)}\`?(${method})\\b`;
const pathLine = `(${label(wordsFor("path"))}[*_\`]*)(?=(?:https?:/)?/)`;
const methodFirst = new RegExp(`${methodLine}${between}${pathLine}`, "gim");
const pathFirst = new RegExp(`${pathLine}(?:[^\\n]{1,300}\\n(?:[ \\t]*\\n)?)${methodLine}`, "gim");

/** `Method: POST` and `URL: /links` on lines of their own, with the method before the path; every offset as it was. */
export function withPairs(text: string): string {
  if (!named.test(text)) return text;
  const changes: { at: number; length: number; verb: string }[] = [];
  const note = (at: number, lead: string, verb: string): void => void changes.push({ at, length: lead.length, verb });
  for (const { index, 0: whole, 1: verb = "", 2: lead = "" } of text.matchAll(methodFirst))
    note(index + whole.length - lead.length, lead, verb);
  for (const { index, 1: lead = "", 2: verb = "" } of text.matchAll(pathFirst)) note(index, lead, verb);
  let out = text;
  for (const { at, length, verb } of changes) {
    if (verb.length >= length) continue;
    out = out.slice(0, at) + `${verb.toUpperCase()} `.padStart(length) + out.slice(at + length);
  }
  return out;
}
