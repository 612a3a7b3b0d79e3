import { writtenItems } from "./written-items.ts";

/** What reads a URL, or says whether a text is one, in whatever language: `URI.new`, `url::Url::parse`, `urlsplit`, `validates_url`. */
const read =
  /(?<![\p{L}\d])(?:(?:http_?)?ur[il](?:_?(?:utils?|helper|parser|valid\w{2,5}))?(?:\.|::|->)(?:new!?|parse\w*|try_?\w+|create\w*|(?:is_?)?(?:valid|absolute|well_?formed)\w*|can_?parse\w*|from_?\w+|split|regexp?|https?)|new\s+(?:\w+[.\\]){0,3}ur[il](?=\()|java\.net\.ur[il]|parse_?ur[il]|ur[il]_?(?:parse|split|lib)|filter_var|validat\w{1,4}(?:[._\s]:?|_of_)?(?:https?_?)?ur[il]s?|ur[il]_?valid\w{2,5}|is_?(?:valid_?|https?_?|absolute_?|well_?formed_?|web_?)?ur[il](?:_?string)?|to_?http_?url\w*|(?:http|any)_?url|ur[il]_?field)(?![\p{L}\d])|\bur[il]:\s?true\b|\.ur[il]\(/iu;
/** `http/https`, `http or https`, `%w[http https]`, `http(s)`. */
const schemes = /\bhttps?["'`]?[^\p{L}\n]{1,6}(?:\p{L}{1,6}\s)?["'`]?https?\b|\bhttp(?:\(s\)|\[s\]|s\?)/iu;
const ofUrl =
  /(?<!\p{L})(?:ur[il]s?|links?|address?e?s?|adres\p{L}{0,2}|schemes?|schema\p{L}?|schéma|esquema|protoco\p{L}{1,3}|proto[ck]ol\p{L}?|target|destination|destino|ziel|lien|enlace|host)(?!\p{L})/iu;
const refusal =
  /\b4(?:00|22|xx)\b|(?<!\p{L})(?:refus\p{L}*|reject\p{L}*|rejet\p{L}*|abgelehnt|abgewiesen|rechaz\p{L}*|recus\p{L}*|rifiut\p{L}*|odrzuc\p{L}*|bad request|unprocessable)(?!\p{L})/iu;
/** `sonst 422`, a sentence of its own that says what becomes of the others. */
const others =
  /^[\s\-*•→>]{0,6}(?:else|otherwise|if not|not ok|any(?:thing)? else|everything else|sonst|andernfalls|alles andere|sinon|autrement|si no|de lo contrario|en otro caso|altrimenti|se no|caso contrário|senão|inaczej|w przeciwnym|w innym|anders|annars|иначе)(?!\p{L})/iu;
/** What keeps it from being asked, or asks something else of a URL. */
const denied =
  /(?<!\p{L})(?:later|todo|out of scope|anyway|(?:not|never|no|don't|doesn't|without|nicht|ohne|keine?|sin|sans|sem|senza|bez)\s(?:\p{L}{1,12}\s){0,2}(?:validat|check|verif|prüf|valid[aé]|comprob|vérif|parse|spraw)\p{L}*|(?:block|black|deny)\s?-?list\p{L}*|blocked|phish\p{L}*|malware|spam|normali[sz]\p{L}*)(?!\p{L})/iu;

/**
 * Whether a text reads the URL that is sent as one, or asks for its scheme, and says beside it what becomes of what is none, in code or
 * in the words of any language.
 */
export function checksUrls(text: string): boolean {
  const sentences = writtenItems(text);
  return sentences.some((one, index) => {
    if (denied.test(one)) return false;
    const isAsked = read.test(one) || (schemes.test(one) && ofUrl.test(one));
    const next = sentences[index + 1] ?? "";
    return isAsked && (refusal.test(one) || (others.test(next) && refusal.test(next)));
  });
}
