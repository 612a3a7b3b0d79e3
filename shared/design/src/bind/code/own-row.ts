import { withoutDots } from "../../text/sentences.ts";
import { literally } from "../ways/told/statement/statement.ts";

/** Where a code is kept, and the column of what it stands for. */
export interface Kept {
  table: string;
  code: string;
  main: string;
}

/** Whether a text looks whose row has a code that is taken, and only makes the next where it is another's. */
export const looksWhose = (kept: Kept, text: string): boolean =>
  isCompared(kept.main, text) || isReadBack(kept, text) || isSaid(kept.main, text) || isTwoWays(kept.main, text);

/** `row.url === url`, `row["url"] == url`, `found.getUrl().equals(url)`, `if same url`. */
function isCompared(column: string, text: string): boolean {
  const called = `(?:get)?${literally(column)}`;
  return new RegExp(
    `\\b(?:if|is it|it is|when)\\s(?:it['’]s\\s)?(?:the\\s)?same\\s${called}\\b|[\\w)\\]](?:\\.|->|\\[["'])${called}(?:["']\\]|\\(\\))?\\s{0,3}(?:[!=]={1,2}(?!=)|\\.(?:equals|eq)\\()`,
    "i",
  ).test(text);
}

const farthest = { insert: 700, comparison: 240 };
const comparing =
  /[!=]={1,2}|<>|(?<!\p{L})(?:equal\p{L}*|matches|same|ours|other|another|different|else's|mine|gleich\p{L}*|dieselbe\p{L}?|ander\p{L}*|même|autre|mism[oa]|igual|otr[oa]|mesm[oa]|outr[oa]|stess[oa]|altr[oa]|ten sam|tak[ai] sam\p{L}?|inn\p{L}{1,3})(?!\p{L})|(?<=\s)=(?=\s)/iu;

/** An insert that is content with what is there, behind it a read of what the row of that code stands for, and a comparison of it. */
function isReadBack({ table, code, main }: Kept, text: string): boolean {
  const [own, at, read] = [table, code, main].map(literally);
  const select = new RegExp(
    `\\bselect\\s(?:[^;]{0,120}?[\\s,.])?(?:"?${read}"?|\\*)[\\s,][^;]{0,120}?\\bfrom\\s+(?:"?\\w{1,60}"?\\.)?"?${own}"?\\s[^;]{0,30}?\\bwhere\\s+(?:\\w{1,60}\\.)?"?${at}"?\\s?=`,
    "gi",
  );
  const insert = new RegExp(
    `\\binsert\\s(?:or\\signore\\s|ignore\\s)?into\\s+(?:"?\\w{1,60}"?\\.)?"?${own}"?(?!\\w)`,
    "gi",
  );
  return [...text.matchAll(select)].some(({ 0: statement, index }) => {
    const before = text.slice(Math.max(0, index - farthest.insert), index);
    const between = before.slice([...before.matchAll(insert)].at(-1)?.index ?? before.length);
    const after = text.slice(index + statement.length, index + statement.length + farthest.comparison);
    return /\b(?:do\s+nothing|ignore)\b/i.test(between) && !/\n#|\bGET\s+[`/]/.test(between) && comparing.test(after);
  });
}

/** `same customer and same url: it is a retry. Otherwise attempt + 1`: the next try is what is left where the row is its own. */
function isTwoWays(column: string, text: string): boolean {
  const same = `(?<!\\p{L})(?:same|identical|equal|gleiche[rns]?|dieselbe|même|mism[oa]|mesm[oa]|stess[oa]|ten sam|ta sama|zelfde)\\s${whatOf(column)}(?!\\p{L})`;
  const otherwise =
    "(?<!\\p{L})(?:otherwise|else|if not|sonst|andernfalls|sinon|si no|de lo contrario|senão|caso contrário|altrimenti|inaczej|anders)(?!\\p{L})";
  return new RegExp(`${same}[^#]{0,160}?${otherwise}[^#]{0,80}?${nextTry}`, "iu").test(text.replaceAll(/\s+/g, " "));
}

/** `if the code belongs to another URL, take n + 1`: the next try is made for somebody else's row alone. */
function isSaid(column: string, text: string): boolean {
  const what = whatOf(column);
  const other = `(?<!\\p{L})(?:an)?other(?: (?:people|person)['’]s)?|different|foreign|(?:some(?:one|body) )?else['’]s|andere[nrs]?|fremde[nrs]?|autre|otr[oa]|outr[oa]|altr[oa]|un['’]altr[oa]|inn\\p{L}{1,3}`;
  const unlike = `${what}(?!\\p{L})[^.\\n]{0,30}?(?<!\\p{L})(?:differs?|is (?:not|n['’]t)|isn['’]t|does(?: not|n['’]t) match|weicht|difiere|diffère|≠|!=)`;
  const another = `(?:${other})[*_\`]{0,2}\\s${what}(?!\\p{L})`;
  return new RegExp(`(?:${another}|${unlike})[^.\\n]{0,80}?${nextTry}`, "iu").test(withoutDots(text));
}

const whatOf = (column: string): string =>
  `(?:ur[il]|link|target|address|adresse|destination|row|zeile|ziel|enlace|lien|adres\\p{L}{0,2}|${literally(column).replaceAll("_?", "[_ ]?")})`;

const nextTry =
  "(?<!\\p{L})(?:next|attempt|again|increment\\p{L}*|append\\p{L}*|until|re-?hash\\p{L}*|nächste[nrs]?|weiter\\p{L}*|suivante?|siguiente|pr[oó]xim[oa]|seguinte|successiv[oa]|następn\\p{L}{1,3}|kolejn\\p{L}{1,3}|\\w+\\s?(?:\\+=|\\+|=)\\s?1)(?!\\p{L})";
