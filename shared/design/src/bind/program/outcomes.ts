import { repeatedIn } from "../ways/told/again/repeated.ts";

/** What a text says comes of a statement: the status of an answer, and whether it comes of a row that was found or of none. */
export interface Outcome {
  of: "found" | "none";
  status: number;
  text: string;
  /** Whether it is said, and not told by the answer alone, what it comes of. */
  isSaid: boolean;
}

export const isSuccess = (status: number): boolean => status < 300;

/** Whether what introduces a statement says that it is asked where the one before has found nothing, or something. */
export function introduces(text: string): "none" | "found" | null {
  const above = text.replace(/[\s`(]+$/, "");
  const isApart = /\n\s*\n[\s`(]*$/.test(text) && !/[:,]$/.test(above);
  const last =
    above
      .replace(/[\s:]+$/, "")
      .split(between)
      .at(-1) ?? "";
  // An item of a list is about what the line above the list says.
  const fragment = /\p{L}/u.test(last) ? last : (above.match(listed)?.at(-1) ?? "");
  return isApart || /\b[45]\d\d\b/.test(fragment) ? null : caseOf(fragment);
}

/** A line behind which a list stands. */
const listed = /^[^\n]{0,200}(?::|->|→)(?=[ \t]*\n\s*[-*](?:\s|$))/gm;

/** What comes of the statement that a text stands right behind; `isLook` of one that only reads. */
export function outcomesIn(text: string, isLook: boolean): Outcome[] {
  const near = nearOf(text);
  const outcomes: Outcome[] = [];
  let last: Outcome["of"] | null = null;
  for (const fragment of near.split(between)) {
    const own = caseOf(fragment);
    last = own ?? (isOption.test(fragment) ? last : null);
    for (const [said] of fragment.matchAll(status)) {
      const code = Number(said);
      outcomes.push({
        of: own ?? (last === "none" && isLook && code < 400 ? null : last) ?? caseBy(code, isLook),
        status: code,
        text: fragment,
        isSaid: own !== null,
      });
    }
  }
  // That it is answered again may be told without a status.
  const given = isLook && outcomes.length === 0 ? repeatedIn(near, { isKeyed: false }) : null;
  return given === null ? outcomes : [{ of: "found", status: 200, text: given, isSaid: true }];
}

/** An answer of which it is not said what it comes of: a success of what was found, save that a look may find what is in the way. */
const caseBy = (code: number, isLook: boolean): Outcome["of"] =>
  code < 400 || (isLook && code === 409) ? "found" : "none";

/** Of `-> 409` nothing more is asked. */
export const isBare = (fragment: string): boolean => (fragment.match(/\p{L}{2,}/gu) ?? []).length <= 2;

/** `doesn't exist → 404; mine → 200; else 409`: they go on with what has been said before them. */
const isOption = /^[\s,;:–—-]*\S{0,40}[^→>]{0,80}(?:→|->|=>|:)\s{0,3}\d/u;

/** Whether a text refuses more than what stands right behind a statement says, other than who cannot pay or asks for what is not there. */
export const refusesMore = (text: string): boolean => refusalsIn(text) > refusalsIn(nearOf(text));

const refusalsIn = (text: string): number =>
  (text.match(/(?<![\d.,])4(?!02|04)(?:0\d|1\d|2[0-9])(?!\d)/g) ?? []).length;

/** What stands right behind a statement: its block, or the list below it. */
function nearOf(text: string): string {
  // The next step of a list is about something else.
  const [own = ""] = text.replace(/^[\s;`]+/, "").split(/\n[ \t]{0,8}(?=\d{1,2}[.)]\s)/);
  const blocks = own.split(/\n\s*\n/).filter((one) => one.trim() !== "");
  const [first = "", second = ""] = blocks;
  const isMore = !/\d{3}/.test(first) && /^\s*(?:[-*]\s|→|->|\d{1,2}[.)]\s|\p{L}+\s\p{L}+\s(?:→|->))/u.test(second);
  return (isMore ? `${first}\n${second}` : first).slice(0, 600);
}

const between =
  /\n|(?<=[.;])\s|,\s(?=(?:else|otherwise|sonst|sinon|si no|senão|altrimenti|anders)(?!\p{L}))|\s[–—]\s|(?<=\d{3}[^,;.\n]{0,60}),\s(?=[^,;.\n]{1,80}(?:→|->|=>)\s{0,3}`?\d{3})/u;

const status = /(?<![\d.,])(?:20[0-4]|30[1-8]|40[0-9]|41[0-9]|42[0-9])(?![\d.,]\d|\d| ?(?:ms|s|%|holds|rows|k)\b)/g;

/** What a fragment of a text is about: that a row was found, or that none was. */
function caseOf(fragment: string): Outcome["of"] | null {
  if (noRow.test(fragment)) return "none";
  const [missed, there] = [none, found].map((words) => words.exec(fragment)?.index ?? Infinity);
  if (missed === Infinity && there === Infinity) return null;
  return (missed ?? Infinity) <= (there ?? Infinity) ? "none" : "found";
}

const row = String.raw`(?:rows?|records?|hits?|results?|match(?:es)?|linhas?|filas?|lignes?|zeilen?|righ?[ae]|rij(?:en)?|wierszy|wiersz|satır|rader|rad|строк\p{L}?)`;

const noRow = new RegExp(
  String.raw`(?<![\p{L}\d])(?:0|zero|zéro|no|kein\p{L}{0,2}|nenhuma?|ninguna?|aucune?|nessuna?|geen|żaden)\s${row}(?!\p{L})`,
  "iu",
);

const none = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:0|zero|zéro|no|nul|kein\p{L}{0,2}|nenhuma?|ningun[ao]?|ningún|aucune?|nessuna?|geen|żaden|hiç|sıfır|cero|inga|ноль)\s(?:(?:affected|updated|matching|such)\s)?${row}|not (?:found|there)|none|nothing|missing|no such|rien|pas trouvé\p{L}*|nicht (?:gefunden|da|vorhanden)|nichts|sonst|(?<!(?:one|body|who)\s)else(?!['’])|otherwise|sinon|senão|si no|altrimenti|anders|no (?:encontrad\p{L}{1,3}|hay|existe)|não (?:encontrad\p{L}{1,3}|há|existe|voltou)|nada|non (?:trovat\p{L}|c'è)|niente|niets|(?:row_?count|affected(?:_?rows)?)\s{0,2}(?:={1,3}|is|:)\s{0,2}0|does(?:n't| not) exist|if (?:not|it (?:is|was) refused))(?!\p{L})`,
  "iu",
);

const found = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:1|one|a|une?|eine?|una?|um|uma|bir|jeden)\s${row}|row back|found|trouvé\p{L}{0,2}|gefunden|encontrad\p{L}{1,2}|trovat\p{L}|gevonden|exists?|existe|there (?:is|already)|vorhanden|c['’]è|già|already|yes|ja|oui|sim|si|sí|voltou linha|(?<!(?:no|0|zero)\s)${row}\s{0,2}(?:→|->|=>))(?!\p{L})`,
  "iu",
);
