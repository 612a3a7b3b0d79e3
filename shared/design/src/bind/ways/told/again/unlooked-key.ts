import { declared } from "../asked/only-named.ts";
import type { Idempotency } from "@proofroom/domain/design/step";
import { denying } from "../../../../text/denial.ts";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { isElided } from "../asked/looked-in-code.ts";
import { literally } from "../statement/statement.ts";
import { besideCode, type Texts } from "../texts.ts";

/**
 * Where code writes the key of a request into a row and never looks for it: what comes again finds what the first one has left. Null where
 * code asks for the key, takes up what the database refuses, or is not whole, and where words tell of repeats other than that they are refused.
 */
export function unlookedKey({ told, handler, toldOfAll }: Texts, { column }: Idempotency): string | null {
  if (handler === "" || isElided.test(told) || takesUp.test(handler)) return null;
  const name = literally(column.slice(column.lastIndexOf(".") + 1));
  if (!new RegExp(name, "i").test(handler)) return null;
  const read = [...handler.matchAll(intoVariable)].map(([, variable = ""]) => literally(variable));
  const names = new RegExp(`${name}|idempotency|(?<![a-z])(?:${[...read, "key"].join("|")})(?![a-z])`, "i");
  const left = [declared, headers, writes].reduce((text, one) => text.replaceAll(one, " "), handler);
  if (names.test(left)) return null;
  const around = [besideCode({ told, handler }), toldOfAll].join("\n\n");
  const spoken = sentencesIn(around).filter((one) => ofRepeats.test(one) && !ofPayment.test(one));
  if (spoken.some((one) => !refused.test(one) || answered.test(one))) return null;
  const [first] = spoken;
  return first === undefined ? "the key is written, and nothing looks for it" : asSaid(first);
}

/** What the database refuses is read then, or was never written twice. */
const takesUp =
  /\b(?:on\s+conflict|catch|rescue|except|recover)\b|unique_?(?:violation|constraint)|duplicate|integrity_?error|23505|get_or_create|first_?or_?create|find_or_create|upsert|merge\s+into|replay|remember|idempotent|@\w*idempot/i;

/** `key = request.headers["Idempotency-Key"]` */
const intoVariable = /(?<![\w.])(\w{1,40})\s?:?=\s?[^\n;=,]{0,80}idempotency[-_]?key/gi;

const headers = /(?:\w{1,30}\s?:?=\s?)?[\w.$>-]{0,60}headers?\w{0,10}[^\n;]{0,10}idempotency[-_]?key["'`\])]{0,4}/gi;

/** What is written into a row. */
const writes =
  /\binsert\s+into\s[^;]{1,500}(?:;|$)|(?:\bcreate!?|\binsert!?|\bsave!?|\bnew\s\w{1,40}|%\w{1,40})\s?[({][^;(){}]{0,300}[)}]/gi;

const ofRepeats =
  /(?<!\p{L})(?:idempot\p{L}*|\p{L}{0,12}key|again|twice|repeat\p{L}*|retr(?:y|ies|ied|ying)|second time|duplicat\p{L}*|unique|copies|same request|wiederhol\p{L}*|nochmal\p{L}*|zweimal|schlüssel|eindeutig\p{L}*|otra vez|reintent\p{L}*|repetid\p{L}*|clave|única?|à nouveau|réessa\p{L}*|clé|de novo|chave|di nuovo|chiave|ponow\p{L}*|klucz\p{L}*|opnieuw|sleutel)(?!\p{L})/iu;

/** With what key is paid says nothing of what is answered. */
const ofPayment =
  /(?<!\p{L})(?:payments?|authoris\p{L}*|authoriz\p{L}*|charg\p{L}*|captur\p{L}*|card|zahlung\p{L}*|bezahl\p{L}*|pagos?|cobr\p{L}*|paiements?|pagament\p{L}|betaling\p{L}*|płatno\p{L}*)(?!\p{L})/iu;

const refused =
  /(?<!\d)4\d\d(?!\d)|(?<!\p{L})(?:conflict|refused?|rejected|abgelehnt|rechaz\p{L}*|refusée?|recusad\p{L}*|rifiutat\p{L}*|odrzuc\p{L}*|geweigerd)(?!\p{L})/iu;

const answered = new RegExp(
  `(?<!\\d)20\\d(?!\\d)|(?<!\\p{L})(?:same|returns?|reads?|first|existing|selbe\\p{L}?|mism[ao]|même|mesm[ao]|stess[ao]|zelfde)(?!\\p{L})|${denying(["instead"])}`,
  "iu",
);
