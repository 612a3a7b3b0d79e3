import { withoutFormlessRules } from "./any-text.ts";
import { checksUrls } from "./checked-urls.ts";

const address =
  /(?<!\p{L})(?:ur[il]s?|links?|enlaces?|liens?|adress?\p{L}*|address(?:es)?|endereços?|direcci[oó]n|web-?adresse|indirizz[oi]|odkaz\p{L}{0,2}|адрес\p{L}{0,2}|ссылк\p{L}{1,3})(?!\p{L})/iu;
const web =
  /https?:\/\/|http\(s\)|http\[s\]|\bhttps?\?|\bhttps?\s?(?:\/|,|and|or|und|oder|y|o|et|ou|e)\s?https?\b|\bhttps?[- ](?:ur[il]|adress|address)/iu;
/** In whatever refuses URLs one of these is; most texts of other designs have none. */
const anyAddress = /ur[il]|http|link|enlace|lien|adres|address|endereço|direcci|indirizz|odkaz|адрес|ссылк/iu;
/** What is no URL, as people say it of one. */
const wrong =
  /(?<!\p{L})(?:(?:in-?v[aáà]lid|mal[- ]?form|ung(?:ü|ue)ltig|fehlerhaft)\p{L}*|ill-formed|incorrect\p{L}{0,3}|z[łl]y|niepoprawn\p{L}{1,3}|nieprawid[łl]ow\p{L}{1,3}|b[łl][ęe]dn\p{L}{1,3}|neplatn\p{L}{1,3}|chybn\p{L}{1,3}|ongeldige?|ogiltig\p{L}{0,2}|ugyldige?|érvénytelen|geçersiz|(?:невалидн|некорректн|неверн|неправильн|недопустим)\p{L}{1,3}|bad|broken|unparse?able|(?:not|isn't|aren't|nicht|keine?|no|non|não|nao|pas)\s(?:an?\s|es\s|sea\s|un[ae]?\s|uma\s|è\s|é\s){0,2}(?:real|proper|valid\p{L}*|v[áa]lid\p{L}*|absol\p{L}*|well-?formed|parse?able|https?|g(?:ü|ue)ltig\p{L}*)|(?:not|isn't|nicht|ist keine?|es|sea|pas|è|é)\s(?:an?|una?|une|uma|eine?|keine?)\s(?:real\s|proper\s)?ur[il]|not\sur[il]s?|(?:not|no|isn['’]t|nicht|keine?|pas|non|não)\s(?:an?\s|es\s|é\s|è\s|eine?\s|una?\s|une\s|um\s){0,2}(?:real\s)?(?:web[- ]?(?:address|adresse)|adresse web|direcci[oó]n web|indirizzo web|endereço web))(?!\p{L})/iu;
/** `INVALID_URL`, `url_invalid`, `urlInvalid`. */
const errorCode =
  /(?:invalid|bad|malformed|not_?an?)[_-]?(?:\w{1,12}_)?(?:ur[il]|link)(?![a-z])|(?<![a-z])(?:ur[il]|link)[_-]?(?:is_?|not_?)?(?:invalid|malformed|valid)(?![a-z])/i;
/** Something else that is wrong: a body, a key. */
const anotherWrong =
  /(?<!\p{L})(?:in-?v[aá]lid\p{L}*|malformed|bad|broken|missing\sor\sinvalid)\s(?:json|body|request|payload|key|uuid|token|codes?|alias|slug|cursor|page\p{L}*|headers?|idempotency\S{0,20})(?!\s?(?:\/|or|and|oder|o|ou|y|e)\b)/giu;
const demands =
  /(?<!\p{L})(?:only|must|ha(?:s|ve) to|required|ensure\p{L}*|verif\p{L}*|validat\p{L}*|check(?:s|ed)?|reject\p{L}*|refus\p{L}*|accept\p{L}*|allow\p{L}*|nur|muss|(?:ge|über)?prüf\p{L}*|erlaubt|s[oó]lo|debe|únicamente|seulement|uniquement|doit|apenas|somente|deve|só|soltanto|vérifi\p{L}*|comprueb\p{L}*)(?!\p{L})/iu;
const form = /(?<!\p{L})(?:absolut\p{L}*|absolue?s?|well-?formed|scheme|esquema|schéma)(?!\p{L})/iu;
/** `422 url refusée`, `400 abgelehnte URL`: what is turned down with a status of its own. */
const turnedDown =
  /\b4(?:00|22)\b[^.,;|\n]{0,12}\s["'`*_]{0,3}(?:(?:ur[il]s?|links?|liens?|enlaces?|adress?e)["'`*_]{0,3}\s(?:is\s|est\s|es\s|wird\s|not\s|non\s|nicht\s|no\s)?(?:refus|reject|rejet|rechaz|recus|rifiutat|abgelehnt|accept|admi|akzeptiert|support|erlaubt|unacceptable|inacceptable|unsupported)|(?:refused|rejected|unacceptable|unsupported|abgelehnte)\s(?:ur[il]|link|adress?e))/iu;
/** What is no matter of a URL's form. */
const forItsPlace =
  /(?<!\p{L})(?:block|black|deny|phish|malware|spam|abus|unsafe|bann|sperr|liste noire|lista negra)\p{L}*/iu;
const validates =
  /(?<!\p{L})valid(?:e[rz]?|ons|amos|iamo|ar|a(?:-se)?)\s(?:que\s)?(?:l['’]|la\s|les\s|el\s|as?\s|os\s|une?\s|una\s|chaque\s|cada\s)(?:\p{L}{1,12}\s){0,2}["'`]?ur[il]s?(?!\p{L})|(?<!\p{L})validat\p{L}*[^.;]{0,30}(?<!\p{L})ur[il]s?(?!\p{L})|(?<!\p{L})ur[il]s?(?!\p{L})[^.;]{0,30}(?:validat(?:ed|ion)|validier\p{L}*|überprüft|geprüft|validad[ao]|validée?s?|vérifiée?s?)(?!\p{L})|(?:must|only|has to be|muss)[^.;]{0,20}valid\p{L}*\s(?:https?\s)?ur[il]/iu;
/** What a URL is read by in code, and which refuses what is none. */
const inCode =
  /\bnew URL\(|\bURL\.(?:canParse|parse)\(|\b(?:Any)?HttpUrl\b|\bAnyUrl\b|\bURLValidator\b|FILTER_VALIDATE_URL|\bParseRequestURI\b|\bUri\.TryCreate\b|\bIsWellFormedUriString\b|@IsUrl\b|\bAssert\\Url\b|\bstring\(\)\.ur[il]\(|\bisURL\(|\bz\.(?:string\(\)\.)?url\(/;
/** The rule of a field, `'required|url'` of Laravel and `validate:"required,url"` of Go. */
const ruled =
  /\b(?:required|string|bail)\|(?:[\w:]{1,20}\|){0,3}url\b|\b(?:validate|binding):"(?:[^"\n]{0,60},)?ur[il]\b/;
const denied =
  /(?<!\p{L})(?:accepts?\s(?:every|any)\p{L}*|stored too|anyway|later|todo|out of scope|(?:not|never|no|don't|doesn't|without|nicht|keine?|sin|sans|sem|senza)\s(?:\p{L}{1,12}\s){0,2}(?:validat|check|verif|prüf|valid[aé]|comprob|vérif)\p{L}*|(?:ne|non|não|sans|sem|senza)\s(?:\p{L}{1,12}\s){0,2}valid(?:er|ons|amos|iamo|ar)|ne\s(?:\p{L}{1,12}\s){0,2}(?:valid|vérifi|contrôl)\p{L}*\spas|pas\s(?:validé|vérifié)e?s?)(?!\p{L})/iu;
/** What happens to what is refused. */
const refusal =
  /\b4(?:00|22|xx)\b|(?<!\p{L})(?:refus\p{L}*|reject\p{L}*|error\p{L}*|denied|abgelehnt|abgewiesen|rechaz\p{L}*|recus\p{L}*|rifiut\p{L}*)(?!\p{L})/iu;

const most = { characters: 20_000, ofOne: 400 };

/** Whether what is written about an endpoint tells that it refuses what is no URL: that one has to be sent is another thing. */
export const refusesUrls = (text: string): boolean =>
  anyAddress.test(text) &&
  (isRuled(text) ||
    clausesIn(withoutFormlessRules(text).replaceAll(anotherWrong, "")).some(
      (one) => isWrong(one) || isDemanded(one) || (turnedDown.test(one) && !forItsPlace.test(text)),
    ));

/** The same of a text about everything: where it speaks of what is wrong, it has to say what becomes of it. */
export const tellsToRefuseUrls = (text: string): boolean =>
  isRuled(text) ||
  checksUrls(text) ||
  withoutFormlessRules(text.slice(0, most.characters))
    .split(/(?<=[.!?])\s|\n/)
    .map((one) => one.slice(0, most.ofOne))
    .some((one) => {
      const clauses = clausesIn(one.replaceAll(anotherWrong, ""));
      return clauses.some(isDemanded) || (refusal.test(one) && clauses.some(isWrong));
    });

const isRuled = (text: string): boolean => ruled.test(text.slice(0, most.characters));

const clausesIn = (text: string): string[] =>
  text
    .slice(0, most.characters)
    .split(/[;,|{}\n]|[.!?]\s|\s[/–—]\s/)
    .map((one) => one.slice(0, most.ofOne));

const isWrong = (clause: string): boolean =>
  (errorCode.test(clause) || (wrong.test(clause) && (address.test(clause) || /\bhttps?/i.test(clause)))) &&
  !denied.test(clause);

const isDemanded = (clause: string): boolean =>
  (inCode.test(clause) ||
    validates.test(clause) ||
    (demands.test(clause) && (web.test(clause) || (address.test(clause) && form.test(clause))))) &&
  !denied.test(clause);
