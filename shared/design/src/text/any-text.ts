import { denying } from "./denial.ts";
import { writtenItems } from "./written-items.ts";

/** The sentence that tells that whatever text is sent is taken for a URL; null where none does. */
export function takesAnyText(text: string): string | null {
  const isTold = (one: string): boolean =>
    !refused.test(one) &&
    ((nonsense.test(one) && taken.test(one)) ||
      anyString.test(one) ||
      (unasked.test(one) && !furtherOnly.test(one)) ||
      uncheckedForm.test(one));
  return writtenItems(text).find(isTold) ?? null;
}

/** The rules of a field called as a URL is, `validate(['url' => 'required|max:2048'])`, `validates :url, presence: true`. */
const rulesOfField =
  /\bvalidat\w{0,12}(?:\(\[?|\s)\s{0,3}(?:[:'"]|=>)\s?\w{0,20}ur[il]\w{0,20}['"]?\s{0,3}(?:=>|,)([^\n]{0,160})/gi;
const ofForm = /ur[il]|https?|format|regex|pattern|match|with\b/i;

/** The same text without the rules of a field that ask nothing of its form: that it is there, and how long. */
export const withoutFormlessRules = (text: string): string =>
  text.replaceAll(rulesOfField, (rules, asked: string) => (ofForm.test(asked) ? rules : ""));

/** Whether a field called as a URL is has rules in code that ask nothing of its form. */
export const hasFormlessRules = (text: string): boolean => withoutFormlessRules(text) !== text;

/** What is no URL, as people show it. */
const nonsense =
  /["'`“”„«‘「](?:banana|banane|foo(?: ?bar)?|hello(?:[ -]world)?|hallo|hola|olá|ciao|asdf\w{0,8}|qwerty|lorem ipsum|blah?(?: blah)?|bla ?bla|abc|xyz|nope|potato|(?:not|no|kein|pas|nie|non|não)[- _](?:(?:an?|une?|uma|eine?)[- _])?(?:ur[il]|link|lien))["'`“”„»’」]/iu;
const taken =
  /(?<!\d)20[01](?!\d)|(?<!\p{L})(?:accept\p{L}*|stor(?:e|ed|es|ing)|sav(?:e|ed|es)|kept|gets? a code|guarda\p{L}{0,3}|salv\p{L}{1,3}|gespeichert|speicher\p{L}{1,3}|angenommen|aceit\p{L}{1,3}|acepta\p{L}{0,3}|accett\p{L}{1,3}|enregistr\p{L}{1,4}|zapisuj\p{L}{1,3}|przyjm\p{L}{1,4}|сохран\p{L}{1,4}|приним\p{L}{1,4})(?!\p{L})|保存|接受|入库|受け付け|저장/iu;
const anyString = new RegExp(
  [
    String.raw`(?<!\p{L})(?:every|any|arbitrary)\s(?:\p{L}{1,10}[- ]){0,3}(?:string|text)s?(?!\p{L})[^.;]{0,50}(?<!\p{L})(?:accepted|fine|ok(?:ay)?|taken|allowed|stored|goes|valid|will do)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:accept|take|allow|store)s?\s(?:every|any|arbitrary)\s(?:\p{L}{1,10}[- ]){0,3}(?:string|text)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:jede[rnms]?\s(?:beliebige[rn]?\s)?(?:text|string|zeichenkette)|(?:cualquier|qualquer|qualsiasi)\s(?:texto|testo|cadena|string|stringa)|n['’]importe quel(?:le)?\s(?:texte|chaîne)|dowolny\s(?:tekst|ciąg)|люб\p{L}{2,3}\s(?:текст|строк\p{L}))(?!\p{L})`,
    "任何(?:字符串|文本)|任意(?:の文字列|字符串|文本)|아무 (?:문자열|텍스트)",
  ].join("|"),
  "iu",
);
/** Whether it is a URL is what nobody asks: `we don't check whether it really is a URL`. */
const isOne = String.raw`[^.;]{0,40}?(?:is|are|be|it['’]s|sei|ist|é|es|sea|seja|est|soit|sia|è|jest|to)\s(?:\p{L}{1,9}\s){0,3}(?:valid\p{L}*|v[áa]lid[ao]s?|gültig\p{L}*|well-formed|ur[il]s?|links?|address\p{L}*)(?!\p{L})`;
const looks = String.raw`(?:check\p{L}*|valid\p{L}*|verif\p{L}*|judg\p{L}*|car(?:e|es|ing)|test\p{L}*|look\p{L}*|polic\p{L}*|prüf\p{L}*|julg\p{L}*|juzg\p{L}*|verifi\p{L}*|confir\p{L}*|comprob\p{L}*|comprueb\p{L}*|vérifi\p{L}*|controll?\p{L}*|contrôl\p{L}*|sprawdz\p{L}*|провер\p{L}*)`;
const unasked = new RegExp(
  String.raw`${denying(["not", "no", "nothing", "without"])}\s(?:\p{L}{1,9}\s){0,3}${looks}\s(?:\p{L}{1,9}\s){0,2}?(?:whether|if|that|ob|dass|se|si|que|czy)\s${isOne}|是不是\s?url.{0,6}不(?:管|检查|校验)|不(?:检查|校验|验证|判断)(?:是不是|是否|它是不是|它是否).{0,8}(?:url|链接|网址)|url(?:か|かどうか)[^。]{0,12}(?:検証|チェック|確認)(?:は)?し(?:ない|ません)`,
  "iu",
);
/** `URLs are not validated`, `no URL validation`. */
const uncheckedForm = new RegExp(
  String.raw`(?<!\p{L})(?:no|without any|without)\s(?:ur[il]|link)[ -](?:validation|check)(?:s|ing)?(?!\p{L})(?![^.;]{0,40}(?:needed|necessary|here|again))`,
  "iu",
);
/** Of a URL something else is not asked, or not again. */
const furtherOnly =
  /(?<!\p{L})(?:reach\p{L}*|exist\p{L}*|alive|respond\p{L}*|answers?|online|safe|beyond|further|again|twice|already|erreichbar|existiert|nochmal|wieder|alcan\p{L}*|responde\p{L}*|existe\p{L}*|accessible|joignable|raggiung\p{L}*|osiągaln\p{L}*|istnie\p{L}*)(?!\p{L})/iu;
const refused =
  /(?<!\d)4(?:00|22|xx)(?!\d)|(?<!\p{L})(?:refus\p{L}*|reject\p{L}*|rejet\p{L}*|abgelehnt|abgewiesen|rechaz\p{L}*|recus\p{L}*|rifiut\p{L}*|odrzuc\p{L}*)(?!\p{L})|拒绝/iu;
