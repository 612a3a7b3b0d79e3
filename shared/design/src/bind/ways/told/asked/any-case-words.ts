import { denying } from "../../../../text/denial.ts";
import { ofReading, remembered } from "../../../../text/remembered.ts";

const ignoring = new RegExp(
  [
    // English
    String.raw`(?<!\p{L})case[- ]?insensitiv\p{L}*|ignor\p{L}*\s(?:the\s)?(?:letter\s)?(?:upper\s?(?:\/|and|or)\s?lower\s?)?case(?!\p{L})`,
    String.raw`(?:regardless|irrespective|independent)\s(?:of|from)\s(?:the\s|their\s|its\s)?(?:letter\s)?case(?!\p{L}|\s(?:they|it|we|you)\s)`,
    String.raw`without\s(?:regard|respect)\s(?:to|for)\s(?:the\s)?(?:upper|lower|letter|case)`,
    String.raw`(?:do|does)(?:n['’]t|\snot)\s(?:care\sabout|look\sat|distinguish|tell\sapart|mind)\s[^.;,]{0,20}(?<!\p{L})case(?!\p{L})`,
    String.raw`(?<!\p{L})case\s(?:of\s(?:an?\s|the\s)?\p{L}{1,10}\s)?(?:does|do)(?:n['’]t|\snot)\smatter|upper\s?(?:-?case)?\s?(?:or|and|\/)\s?lower(?:-?\s?case)?[^.;]{0,20}(?:do(?:es)?(?:n['’]t|\snot)\smatter|both\s(?:work|open)|no\smatter)`,
    // French
    String.raw`(?:sans\stenir\scompte|ne\stient\spas\scompte|sans\sdistinction|ne\sdistingue\spas|ind[ée]pendamment)\sd?(?:es|e|u)?\s?(?:la\s|les\s)?(?:casse|majuscules)|insensibles?\s[àa]\sla\scasse|quelle\sque\ssoit\sla\scasse`,
    String.raw`(?:majuscules?\s(?:ou|et)\sminuscules?|minuscules?\s(?:ou|et)\smajuscules?)[^.;]{0,12}(?:peu\simporte|indiff[ée]rent)`,
    // German
    String.raw`gro(?:ß|ss)-?\s?(?:\/|und|oder)?\s?-?klein\p{L}*\s(?:ist\s|spielt\s|wird\s)?(?:egal|keine\srolle|ignoriert|nicht\s(?:beachtet|unterschieden|relevant))|(?:ohne\s(?:rücksicht|beachtung|unterscheidung)|unabhängig|ungeachtet)[^.;,]{0,12}gro(?:ß|ss)`,
    // Spanish, Portuguese, Italian
    String.raw`(?:sin|sem|senza|no|não|non)\s(?:distinguir|diferenciar|distinguere|distinguimos|distingue|diferencia|diferenciamos|importar?|considerar|importa)\s(?:entre\s|tra\s|se\s)?(?:las\s|as\s|le\s)?ma[iy]?[uú]sc\p{L}*`,
    String.raw`insensible\sa\s(?:las\s)?may[uú]sculas|indipendentemente\sdal\s?l[e']\s?ma[iy]uscol\p{L}*`,
    // Dutch, Polish, Russian, Turkish
    String.raw`hoofdletterongevoelig|zonder\s(?:onderscheid|rekening)[^.;,]{0,20}hoofdletters|bez\swzględu\sna\swielkość|niezależnie\sod\swielkości|без\sуч[её]та\sрегистра|регистр\p{L}*\s(?:букв\s)?не\s(?:важен|имеет|учитыва\p{L}+)|(?:независимо|не\sзависит)\sот\sрегистра|büyük[-/\s]{0,3}küçük\sharf[^.;]{0,12}(?:duyarsız|fark\setmez|önemli\sdeğil)`,
    // Chinese, Japanese, Korean
    String.raw`不区分大小写|不區分大小寫|忽略大小写|忽略大小寫|大小写不敏感|大文字.{0,2}小文字.{0,3}区別(?:しない|せず|しません|なし)|대소문자.{0,3}(?:구분\s?(?:하지|없이|안)|무시)`,
  ].join("|"),
  "giu",
);
/** What is opened, by whoever has typed it. */
const ofCode =
  /(?<![\p{L}_])(?:\w{0,12}_?codes?|slugs?|alias(?:es)?|short[- _]?(?:links?|urls?|ids?)|kürzel\p{L}{0,2}|c[oó]digos?|codici?e?|kod\p{L}{0,3}|код\p{L}{0,3})(?!\p{L})|\{\w{1,30}\}|短码|短碼|コード|코드|短縮/iu;
const ofOpening =
  /(?<![\p{L}_])(?:open\p{L}{0,3}|look\p{L}{0,3}[- ]?ups?|look\p{L}{0,3}|resol\p{L}{0,5}|redirect\p{L}{0,4}|cherch\p{L}{0,4}|ouvr\p{L}{0,4}|ouverture|such\p{L}{0,4}|gesucht|öffn\p{L}{0,3}|busca\p{L}{0,3}|abr\p{L}{0,4}|cerc\p{L}{0,4}|apr\p{L}{1,5}|ищ\p{L}{1,3}|откр\p{L}{1,6})(?!\p{L})/iu;
const ofOthers =
  /(?<![\p{L}_])(?:schem[ae]s?|schéma|protocols?|hosts?|hostnames?|hôte|domains?|headers?|e-?mails?|users?|usernames?|hex\p{L}*|urls?|uris?|long_?urls?|keys?|mime|bearer)(?!\p{L})/iu;
const denied = new RegExp(`${denying(["not", "instead", "supposed"], "no\\s(?:es|son)")}[^.;]{0,24}$`, "iu");

/** Where a text says of codes, or of what opens them, that they are found in whatever case they are sent; null where it does not. */
export const saidInAnyCase = remembered((text): { from: number; to: number } | null => {
  for (const { index, 0: found } of text.matchAll(ignoring)) {
    const before =
      text
        .slice(Math.max(0, index - reach), index)
        .split(ends)
        .at(-1) ?? "";
    const behind = text.slice(index + found.length, index + found.length + reach).split(ends)[0] ?? "";
    const around = `${before} ${behind}`;
    const isOfCode = ofCode.test(`${before}${found}${behind}`)
      ? !ofOthers.test(behind)
      : ofOpening.test(around) && !ofOthers.test(around);
    if (isOfCode && !denied.test(before)) return { from: index, to: index + found.length };
  }
  return null;
}, ofReading);

const reach = 160;
const ends = /[.;!?。]\s|。|\n\s*(?:\n|[-*|#>]|\d+[.)])/;
