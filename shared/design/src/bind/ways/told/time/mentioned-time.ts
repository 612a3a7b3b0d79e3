import { sentencesIn } from "../../../../text/sentences.ts";
import { isNamedIn } from "../statement/statement.ts";
import { namesEnd } from "./looked-at.ts";

/** How a sentence does something about a time: it compares it, asks of it, makes a condition of it, or refuses. */
const looksHow: readonly RegExp[] = [
  /(?<!\d)4\d\d(?!\d)|[<>≤≥?？]|→|\bnow\b|\bbetween\b/iu,
  /(?<!\p{L})(?:refus|reject|throw|raise|abort|fail|den(?:y|ie)|late|abgelehnt|abgewiesen|verfällt|verweiger|spät|rechaz|tarde|rejet|tard|rifiut|recus|geweiger|laat|odrzuc|późn|отказ|поздно)/iu,
  /(?<!\p{L})(?:check|compar|verif|test|look|read|guard|condition|where|prüf|schau|kontroll|mira|revis|compr[ou]|vérifi|contrôl|regard|controll|verific|confer|olha|sprawd|kijk|bak|провер|смотр|guarda)/iu,
  /(?<!\p{L})(?:if|unless|while|when|until|must|has to|have to|needs?|still|valid|in time|wenn|falls|sofern|solange|noch|muss|si|mientras|aún|siempre que|debe|tant que|encore|doit|se|enquanto|ainda|deve|finché|ancora|als|zolang|nog|moet|jeśli|gdy|póki|om|medan|eğer|ise|если|пока|ещё|еще)(?!\p{L})/iu,
];

/** A text without the sentences that name a time, or that something ends, and do nothing about it: "`expires_at` is for the others". */
export const withoutMentions = (told: string, column: string): string =>
  sentencesIn(told)
    .filter((one) => !(isNamedIn(one, column) || namesEnd(one)) || looksHow.some((how) => how.test(one)))
    .join("\n");
