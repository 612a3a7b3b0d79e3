import { inAscii, stems } from "../names.ts";
import { denying } from "../../text/denial.ts";

/** Whether a sentence says that a column is counted up: it names the column, and beside that a verb of counting. */
export function saysCount(sentence: string, column: string): boolean {
  if (sentence.length > longest) return false;
  const words = stems(sentence);
  if (!stems(column).every((stem) => words.includes(stem))) return false;
  // The name itself, `click_count`, is no verb.
  const said = inAscii(sentence).replaceAll(column.toLowerCase(), " ");
  if (none.test(said)) return false;
  return adding.test(said) || (counting.test(said) && every.test(said));
}

/** As far as words are told apart, and more than anybody says in one sentence. */
const longest = 400;

const none = new RegExp(denying(["not", "no", "without"], "future", "later version"), "iu");
const adding =
  /\badd(?:s|ed|ing)?\s+(?:one|1)\b|\bincrement\w*|\bincrease[sd]?\b|\bbump(?:s|ed)?\b|\+\+|\+=?\s*1\b|\bcount(?:s|ed)?\s+up\b|\berhoeh(?:t|en)\b|\bhochgezaehlt\b|\bzaehlt\b.*\bhoch\b|\bincrementa\w*|\b(?:suma|anade|soma|aumenta|ajoute|aggiunge)\s+(?:1|uno?|un|um)\b|\baumenta\b/;
const counting = /\b(?:counts?|counted|gezaehlt|zaehlt|cuenta|conta|compte|contado)\b/;
const every =
  /\b(?:each|every|whenever|when|per|on)\b.*\b(?:opens?|opened|visits?|redirects?|clicks?|requests?|access|time)\b|\b(?:jede\w*|cada|chaque|ogni)\b/;
