import { denying } from "../../../../text/denial.ts";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { isSale, speaksOfAnother } from "../people/asks-whose.ts";

/**
 * The words in which it is told that an endpoint looks whether a key is in the cache, where nothing that is told of it compares what the key
 * holds with what is sent, or that is denied. Null where something may, and where nothing is told of a look.
 */
export function onlyWhetherThere(told: string): string | null {
  const sentences = sentencesIn(told.replaceAll(keyOfRequest, " "));
  const denied = sentences.find((one) => deniedCompared.test(one) || whosever.test(one));
  if (denied !== undefined) return asSaid(denied);
  const looked = sentences.find((one) => ofKey.test(one) && whether.test(one));
  const others = sentences.filter((one) => namesKey.test(one) || !isSale(one));
  return looked === undefined || others.some((one) => compared.test(one) || speaksOfAnother(one))
    ? null
    : asSaid(looked);
}

/** By its key a repeated request is known, and no hold. */
const keyOfRequest = /idempot\p{L}{1,8}[-_ ]?\p{L}{0,12}/giu;

const ofKey =
  /(?<![\p{L}_])(?:keys?|redis|valkey|cache|memcached|get|exists|has_?key|contains_?key|holds?|schlüssel|reservierung|clave|llave|reserva|chave|clé|clef|chiave|sleutel|klucz\p{L}{0,2})(?![\p{L}_])/iu;

/** A sentence about a sale is about the key as well where it names it: "a booking with the same hold id exists" compares no key. */
const namesKey =
  /(?<![\p{L}_])(?:keys?|redis|valkey|cache|memcached|schlüssel|clave|llave|chave|clé|clef|chiave|sleutel|klucz\p{L}{0,2})(?![\p{L}_])/iu;

const whether =
  /(?<![\p{L}_])(?:exist\p{L}{0,6}|there|present|gone|missing|absent\p{L}?|vanished|nil|null|none|alive|da|noch|gibt es|vorhanden|weg|fehlt|abgelaufen|falta|sigue|está|ya no|ainda|encore|disparu|là|esiste|manca|ancora|bestaat|nog|ontbreekt|istnieje|jest|brak|nie ma)(?![\p{L}_])/iu;

/** That two values are put side by side, or that the one is somebody's. */
const comparing =
  "(?:compar\\p{L}{1,6}|match\\p{L}{0,3}|equal\\p{L}{0,2}|same|identical|ours?|this hold|this token|that hold|carries|values?|token|vergl[ei]\\p{L}{2,8}|gleich\\p{L}{0,3}|stimm\\p{L}{1,2}|übereinstimm\\p{L}{0,3}|unser\\p{L}{0,2}|gehört|passt|wert|coincid\\p{L}{1,4}|igual\\p{L}{0,3}|nuestr[oa]|mism[oa]|pertene?ce|valor|confere|bate|noss[oa]|mesm[oa]|correspond\\p{L}{0,3}|égal\\p{L}{0,2}|nôtre|notre|même|appartient|valeur|jeton|confront\\p{L}{1,4}|corrispond\\p{L}{1,3}|ugual\\p{L}|nostr[oa]|stess[oa]|appartiene|valore|vergelijk\\p{L}{0,3}|overeen\\p{L}{0,6}|gelijk|onze|dezelfde|waarde|porówn\\p{L}{1,4}|zgadza|równ\\p{L}{1,3}|nasz\\p{L}?|wartość|należy)";
const compared = new RegExp(`(?<![\\p{L}_])${comparing}(?![\\p{L}_])|[!=~]==?|<>|~=`, "iu");
const deniedCompared = new RegExp(
  `${denying(["not", "no", "nothing", "without"])}[^.;,:\\n]{0,30}(?<![\\p{L}_])(?:compar\\p{L}{1,6}|vergl[ei]\\p{L}{2,8}|confront\\p{L}{1,4}|vergelijk\\p{L}{0,3}|porówn\\p{L}{1,4})`,
  "iu",
);
const whosever =
  /(?<!\p{L})(?:whoever['’]?s|whose ?ever|(?:no matter|regardless of|not|never|whatever) (?:by )?who(?:se|m)?|egal,? (?:wessen|von wem|wem)|(?:sin|no) (?:importar?|mirar) (?:de )?quién|peu importe (?:à|de) qui|sans regarder (?:à|de) qui|(?:não importa|sem olhar) de quem|non importa di chi|ongeacht van wie|nieważne,? (?:kto|czyj\p{L}?))(?!\p{L})/iu;
