import type { Idempotency, Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import type { Texts } from "../texts.ts";

/**
 * "Set the seat to SOLD, insert the booking, delete the hold": what comes again finds no hold any more and is refused, where a hold that is
 * not there is, and nothing that is told speaks of what comes again, or of looking for its key. Null where anything does, or code does it.
 */
export function letGoAtSale(
  { steps, idempotency }: { steps: readonly Step[]; idempotency: Idempotency },
  { told, handler, code, toldOfAll }: Pick<Texts, "told" | "handler" | "code" | "toldOfAll">,
): string | null {
  const found = handler === "" && code === "" ? letsGo.exec(told)?.[0] : undefined;
  if (found === undefined) return null;
  const kept = idempotency.column.slice(0, idempotency.column.lastIndexOf("."));
  const isFoundFirst = plainSteps([...steps]).some(
    (step) => "get" in step && step.get !== kept && step.else !== undefined,
  );
  if (!isFoundFirst || !refuses.test(told)) return null;
  const isSpoken = sentencesIn([told, toldOfAll].join("\n\n")).some((one) =>
    ofRepeats.test(one.replace(keyName, " key ")),
  );
  return isSpoken ? null : asSaid(found);
}

/** That a hold is gone once it is confirmed. */
const letsGo =
  /(?<!\p{L})(?:(?:delet|remov|drop)(?:es?|s|ed|ing)?\s(?:the\s|its\s|that\s)?(?:hold|reservation|claim|lock|row)|(?:the\s)?(?:hold|reservation|claim)\s(?:row\s)?(?:is|gets)\s(?:then\s)?(?:deleted|removed|dropped)|(?:hold|reservierung|halt|sperre|vormerkung)\p{L}{0,4}\s(?:wird\s)?(?:dann\s)?(?:gelöscht|entfernt|löschen)|(?:borra\p{L}{0,2}|elimina\p{L}{0,2}|apaga\p{L}{0,2}|remove|cancella\p{L}{0,2})\s(?:la|el|a|o|il)\s(?:reten\p{L}{3,5}|reserva|bloque\p{L}{1,2}|prenotazione|blocco)|supprim\p{L}{1,4}\s(?:la|le)\s(?:réservation|blocage|option|retenue)|(?:verwijder\p{L}{0,2})\s(?:de\s)?reservering)(?!\p{L})|删除(?:锁|占座|预留|hold)|(?:仮押さえ|hold)\s?を?削除/iu;

/** What writes or carries the key says nothing of what comes again. */
const keyName = /idempotency[-_ ]?keys?|idempotenz\p{L}{0,3}[-_ ]?schlüssel/giu;

const ofRepeats =
  /(?<!\p{L})(?:again|same|twice|repeat\p{L}*|retr(?:y|ies|ied|ying)|second|duplicat\p{L}*|already|replay\p{L}*|idempot\p{L}*|known|seen|conflict\s{0,3}\(|(?:look|find|check|search|read|select|ask|exist|there)\p{L}*[^.;]{0,40}\bkey|\bkey[^.;]{0,40}(?:exist|there|found|known)|nochmal\p{L}*|erneut\p{L}*|wiederhol\p{L}*|dieselbe\p{L}?|denselben|demselben|gleiche\p{L}?|zweit\p{L}*|schon|bereits|otra\svez|reintent\p{L}*|repet\p{L}*|repit\p{L}*|mism\p{L}|ya|même|déjà|réessa\p{L}*|répét\p{L}*|mesm\p{L}|já|stess\p{L}|già|ripet\p{L}*|zelfde|opnieuw|ponown\p{L}*|sam\p{L}{1,2})(?!\p{L})|相同|重复|再次|已经?存在|同じ|再度|再送|既に|같은|다시|이미/iu;

const refuses = /(?<!\d)4(?:04|09|10|22)(?!\d)/;
