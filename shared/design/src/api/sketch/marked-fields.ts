import { wordsFor } from "../part-words.ts";
import { type Fields, fieldsIn } from "./listed-fields.ts";

const has =
  "(?:is|are|has|have|with|of|contains?|carr(?:y|ies)|holds?|takes?|needs?|fields?|mit|hat|enthält|con|tiene|lleva|avec|contient|com|tem|leva|met|bevat|z|zawiera)";
const lead = new RegExp(
  `(?:^[ \\t>*_•–-]{0,20}|[.;,·|—–][ \\t]{1,3})(?:(?:the|a|an|its|json|request|der|im|el|le|o|il)[ \\t]{1,3}){0,3}[*_]{0,2}(?:body|payload|${wordsFor("input")})[*_]{0,2}[ \\t]{0,3}[:：=]?[ \\t]{0,3}(?:${has}[ \\t]{1,3}){0,2}(?:(?:an?|the|optional(?:ly)?)[ \\t]{1,3}){0,2}(?=\`[A-Za-z_]\\w{0,60}\\??\`)`,
  "iu",
);
const marked = /([^`]{0,60}?)`([A-Za-z_]\w{0,60})(\??)`(?:[ \t]{0,3}\(([^()\n]{0,120})\))?/y;
/** What may stand between two names that are both sent. */
const between = /^[ \t,;&+]{0,4}(?:(?!no\b|not\b|returns?\b|answers?\b|headers?\b)\p{L}{1,12}[ \t]{1,3}){0,3}$/iu;
const free = /optional|opcional|facultati|opzional|optionnel|opcjonaln|not required|may be (?:left out|missing)/i;

/**
 * ``Body `destination` (the URL) and `client_ref` (the client's own).`` anywhere in a line: the fields that a sentence about the body names
 * in backticks, and where it ends; null where the line has no such sentence.
 */
export function markedFields(text: string, from: number): { fields: Fields; to: number } | null {
  const found = text.includes("`") ? lead.exec(text.slice(0, longest)) : null;
  if (found === null) return null;
  const start = found.index + found[0].length;
  const isFirstFree = free.test(found[0]);
  const names: string[] = [];
  let to = start;
  for (marked.lastIndex = start; names.length < most;) {
    const [whole, before = "", name = "", mark = "", aside = ""] = marked.exec(text) ?? [];
    if (whole === undefined || !between.test(before)) break;
    const isFree = mark !== "" || free.test(before) || free.test(aside) || (names.length === 0 && isFirstFree);
    names.push(`${name}${isFree ? "?" : ""}${aside === "" ? "" : ` (${aside})`}`);
    to += whole.length;
  }
  const fields = fieldsIn(names.join(", "), from + start);
  return fields === null ? null : { fields: { ...fields, span: { from: from + start, to: from + to } }, to };
}

const longest = 1_000;
const most = 30;
