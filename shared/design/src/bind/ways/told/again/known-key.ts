/** The key of a request, in the languages in which designs are written here. */
const key = String.raw`(?<!\p{L})(?:\p{L}*idempot\p{L}*(?:[-_ ]?(?:key|keys))?|(?:same |used |known |request[-_ ]|an? |the |this |that |its )key|schlüssel|clave|clé|chave|chiave|sleutel|klucz\p{L}*|nyckel\p{L}*|anahtar\p{L}*|ключ\p{L}*)(?!\p{L})`;

/** That it is there already, or that the database refuses it once more. */
const known = String.raw`(?<!\p{L})(?:exists?|existed|known|used|seen|taken|present|stored|unique|uniqueness|unicidad|unicité|unicidade|unicità|violat\p{L}*|viola\p{L}*|duplicat\p{L}*|twice|already|bereits|schon|vorhanden|existiert|ya|existe|déjà|já|già|esiste|bestaat|al|już|istnieje|redan|finns|zaten|var|уже|существует)(?!\p{L})`;

const refused = String.raw`(?<!\d)(?:4(?:09|22|00)|500)(?!\d)|(?<!\p{L})(?:reject\p{L}*|refus\p{L}*|conflict|abgelehnt|abgewiesen|rechaz\p{L}*|rejet\p{L}*|rifiut\p{L}*|recus\p{L}*|geweigerd|odrzuc\p{L}*)(?!\p{L})`;

const between = String.raw`[^.;|]{0,80}?`;

const keyThenKnown = new RegExp(`${key}${between}${known}${between}(?:${refused})`, "iu");
const knownThenKey = new RegExp(`${known}[^.;|]{0,40}?${key}${between}(?:${refused})`, "iu");
const refusedFirst = new RegExp(`(?:${refused})[^.;|]{0,40}?${key}[^.;|]{0,40}?${known}`, "iu");

/** That it is another request, one without a key, or one that is still under way; or that it is answered after all. */
const otherwise =
  /(?<![\p{L}\d])(?:other|another|different|mismatch\p{L}*|differs?|match\p{L}*|hash|new|without|no|missing|unless|expired|late|in[- ]?(?:progress|flight)|processing|pending|running|concurrent\p{L}*|at once|parallel\p{L}*|simultan\p{L}*|meanwhile|ander\p{L}*|fehl\p{L}*|ohne|otr[ao]s?|sin|autre|sans|altr[ao]|senza|outr[ao]s?|sem|zonder|inn\p{L}*|bez|annan|utan|друг\p{L}*|без|20[01]|410)(?![\p{L}\d])/iu;

/** What of a request with a key is there already may be what it asks for. */
const ofRow = /(?<!\p{L})(?:seats?|sold|booked|held|holds?|alias|codes?|slugs?|links?|urls?)(?!\p{L})/iu;

/** Whether a sentence tells that a key which is there already is refused: `if the Idempotency-Key exists already … 409`. */
export const isKnownKeyRefused = (sentence: string): boolean =>
  [keyThenKnown, knownThenKey, refusedFirst].some((one) => {
    const [found] = one.exec(sentence) ?? [];
    return found !== undefined && !ofRow.test(found);
  }) && !otherwise.test(sentence);

/** A key that is looked for, and refused where it is found: `SELECT id FROM bookings WHERE idempotency_key = $1`. There is one: 409. */
const soughtThenRefused = new RegExp(
  `(?<!\\p{L})(?:select|look|find|read|load|check|search|query|fetch|exists?|such|busca|cherch|suche|prüf)\\p{L}*(?!\\p{L})[^.;|\\n]{0,120}?${key}[^.;|?\\n]{0,60}[.;:,?]["'\`)]{0,3}\\s{1,3}(?:(?:if|when|where|wenn|falls|si|se|gibt)\\s)?(?:it|(?<=if\\s)so|one|there|an?y?|found|exists?|that|row|hit|yes|es|sie|hay|existe|trouvée?|gefunden)(?!\\p{L})[^.;|\\n]{0,50}?(?:${refused})`,
  "iu",
);

/** `if (Order::where('idempotency_key', $key)->exists()) abort(409);` */
const soughtInCode =
  /\bif\b\s?\(?[^\n;]{0,120}\b(?:\w{0,20}idempot\w{0,20}|request_?id|request_?key)\b[^\n;]{0,80}[):]\s{0,3}[{:]?\s{0,20}(?:abort|throw|raise|return|halt|head)\b[^\n;]{0,60}\b(?:409|422|500|conflict\w*)/iu;

/** Where a text tells that a key is looked for and refused where it is there; null where it tells of another request, or of none. */
export function soughtAndRefused(text: string): string | null {
  const [coded] = soughtInCode.exec(text) ?? [];
  if (coded !== undefined && !/!|\bnot\b|hash|body|missing|empty|null\b|nil\b|blank/i.test(coded)) return coded;
  const [found] = soughtThenRefused.exec(text.replaceAll(/[`*]/g, "")) ?? [];
  return found === undefined ||
    otherwise.test(found) ||
    answered.test(found) ||
    ofRow.test(found.slice(found.search(behindKey)))
    ? null
    : found;
}

const answered = /(?<!\p{L})(?:replay|return|render|same|give)\p{L}*/iu;
const behindKey = /[.;:,?]["')]{0,3}\s/;

const givenBack = new RegExp(
  `${key}[^.;|]{0,120}?(?:(?<!\\p{L})(?:return\\p{L}*|answer\\p{L}* (?:it|with|the)|replay\\p{L}*|same|stored|first|existing|gibt|zurück\\p{L}*|selbe\\p{L}*|gleiche\\p{L}*|devuelv\\p{L}*|devolv\\p{L}*|mism[ao]|renvo\\p{L}*|même|mesm[ao]|restitu\\p{L}*|stess[ao]|zelfde|zwrac\\p{L}*|t[aąeo] sam\\p{L}|samma|aynı|ту же|верн\\p{L}*)(?!\\p{L})|${known}${between}(?<!\\d)20[01](?!\\d))`,
  "iu",
);
const foundFirst = new RegExp(
  `(?<!\\p{L})(?:return|answer|give|replay|look|find|select|load)\\p{L}*(?!\\p{L})[^.;|]{0,80}?${key}`,
  "iu",
);

/** Whether a sentence may tell that what is there under a key is answered. */
export const isGivenBack = (sentence: string): boolean => givenBack.test(sentence) || foundFirst.test(sentence);
