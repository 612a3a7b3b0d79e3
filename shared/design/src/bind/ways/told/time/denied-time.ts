import { ofSentences, remembered } from "../../../../text/remembered.ts";
import type { Table } from "@proofroom/domain/design/model";
import { denying } from "../../../../text/denial.ts";
import { sentencesIn } from "../../../../text/sentences.ts";
import { isNamedIn, isTime, literally } from "../statement/statement.ts";
import { namesEnd } from "./looked-at.ts";

/**
 * The sentence that tells that nobody looks at a row's time: "it looks at the status only, not at expires_at", "the expiry is
 * ignored", "la scadenza qui non la guardo". A statement or code that asks for the column says more than any sentence.
 */
export function timeDeniedIn(told: string, column: string, table: Table): string | undefined {
  if (!isTime(column, table) || asksFor(told, column)) return undefined;
  const isNamed = (text: string): boolean => isNamedIn(text, column) || namesEnd(text);
  return sentencesIn(told).find((sentence) => {
    const one = untilRefused(sentence, isNamed);
    return isNamed(one) && !compares.test(one) && !endedCounts.test(one) && (isDeniedIn(one) || isLeftOut(one, column));
  });
}

/** A sentence that refuses because of a time, up to there: "over: 410, no matter whether anybody else wants the seat". */
function untilRefused(sentence: string, isNamed: (text: string) => boolean): string {
  const [before = ""] = sentence.split(/(?<!\d)4\d\d(?!\d)/);
  return isNamed(before) && !neverAnswers.test(before) ? before : sentence;
}

const neverAnswers = new RegExp(`${denying(["not", "no", "without"])}\\s(?:\\p{L}{1,12}\\s){0,3}\\W{0,2}$`, "iu");

/** "An expired hold does not count", "una retención vencida no cuenta": what has ended is nothing any more, so that its end is looked at. */
const endedCounts =
  /(?<!\p{L})(?:expired?|ended|lapsed|over|old|abgelaufen|verfallen|vencid|caducad|expirad|périm|expiré|scadut|verlopen|wygas|przetermin)\p{L}{0,4}\s(?:\p{L}{1,12}\s){0,2}(?:no(?!\p{L})|not|\p{L}{2,5}n['’]t|nicht|nicht mehr|ne(?!\p{L})|não|non|niet|nie)\s?(?:\p{L}{1,8}\s){0,2}(?:cuenta|count|zähl|compte|conta|telt|mee|liczy)/iu;

/** Whether a sentence says that something is not looked at, and not only what would be then. */
export const isDeniedIn = remembered(
  (sentence: string): boolean => !isWeighed.test(sentence) && denials.some((denied) => denied.test(sentence)),
  ofSentences,
);

const word = (...words: string[]): string => `(?<!\\p{L})(?:${words.join("|")})`;

/** "I look at the status only and not at the `expires_at`", "olho só o status e não o `expira_em`": looked at is something else. */
function isLeftOut(sentence: string, column: string): boolean {
  const left = new RegExp(
    `${not}\\s(?:\\p{L}{1,5}['’]?\\s){0,3}["'\`*]{0,3}${literally(column)}(?!\\w|\\.\\w)(?!["'\`*]{0,3}\\s?(?:is|=))`,
    "iu",
  );
  return looks.test(sentence) && left.test(sentence) && !isWeighed.test(sentence);
}

const looks = new RegExp(
  `${word("look", "check", "compar", "consider", "decid", "go(?:es)? by", "matter", "count", "read", "only", "just", "alone", "schau", "prüf", "zähl", "nur", "allein", "mir[oa]", "revis", "compr[ou]", "sólo", "solo", "solamente", "únicamente", "olh", "só", "apenas", "somente", "regard", "vérifi", "seul", "uniquement", "guard", "controll", "soltanto", "kijk", "alleen", "enkel", "patrz", "sprawdz", "tylko", "tittar", "bara", "endast", "bak", "yalnızca", "sadece", "смотр", "провер", "только")}`,
  "iu",
);

const not = word("not", "never", "no", "não", "nao", "nicht", "non", "pas", "niet", "nie", "inte", "ikke", "не");

/** Whether a text has `where … expires_at`, or `hold.expires_at <= now` in code. */
export function asksFor(told: string, column: string): boolean {
  const name = `\\b${literally(column)}\\b`;
  const asked = `\\bwhere\\b(?:[^;\`\\n]|\\n(?![ \\t]*\\n)){0,300}?${name}`;
  return new RegExp(`${asked}|[.>]${name}\\)?\\s?[<>]`, "i").test(told.replaceAll(/`(\w{1,60})`/g, "$1"));
}

const compares = /\p{L}["`)]{0,2}\s?(?:[<>≤≥]=?)\s?(?:now|\p{L})/iu;
const isWeighed = /\b(?:would|could|might|if (?:it|we|you)|must(?:n['’]t| not)|should(?:n['’]t| not))\b/i;

/** How people say that they look at something, with "not" before or behind it, or that they pass it by. */
const denials: readonly RegExp[] = [
  `${word("(?:does|do|did|is|are)(?:n['’]t|\\snot)", "never", "without", "not")}\\s(?:even |being )?(?:look|check|compar|read|test|verif|consider|consult|matter|at\\b)`,
  `${word("ignor(?:es?|ed|ing)", "regardless of", "irrespective of", "no matter", "disregard\\p{L}*")}(?!\\p{L})`,
  `${word("unabhängig von", "ungeachtet", "ignorier\\p{L}*")}|${word("prüf", "schau", "beacht", "kontrollier")}\\p{L}*[^.;]{0,30}${word("nicht", "kein\\p{L}*")}(?!\\p{L})|${word("nicht")} (?:ge)?(?:prüft|beachtet|kontrolliert|angeschaut)`,
  `${word("(?:is|are)(?:n['’]t|\\snot)", "not")} (?:a )?(?:part of|in(?!\\s(?:the\\s)?(?:future|past|time|force|effect)(?!\\p{L}))|among)(?!\\p{L})|${word("left out", "leaves? out", "plays? no (?:role|part)", "spiel(?:t|en) (?:hier )?keine rolle", "no (?:cuenta|influye|interviene)", "não (?:conta|influi|entra)", "non (?:conta|c['’]entra)", "ne compte(?:nt)? pas", "n['’]intervien\\p{L}* pas")}(?!\\p{L})`,
  `${word("no|non|não|nao")} (?:(?:se|la|lo|le|il|o|a|ci|é|es|está|foi|è|viene|vengono|são|son|se ha) )?(?:mir|revis|comprueb|compruev|verific|consult|olh|confer|cheg|guard|controll|legg)\\p{L}*`,
  `${word("sin|sem|senza")} (?:mirar|revisar|comprobar|verificar|consultar|olhar|conferir|guardar|controllare|leggere)`,
  `${word("sin importar", "independientemente d", "independente(?:mente)? d", "indipendentemente d", "a prescindere", "ignora")}`,
  `${word("ne|n['’]")}\\s?(?:(?:la|le|l['’]|se|s['’])\\s?)?(?:regard|vérifi|verifi|contrôl|test|lit|consult)\\p{L}* (?:\\p{L}{4,20} )?(?:pas|jamais|ni)(?!\\p{L})|${word("sans (?:regarder|vérifier|contrôler|tester|lire)", "peu importe")}`,
  `${word("n['’]est", "ne sont", "n['’]a")} (?:pas|jamais) (?:été )?(?:regard|vérifi|verifi|contrôl|test|lu|consult)\\p{L}*`,
  `${word("nie")} (?:sprawdza|patrz|kontroluj)\\p{L}*|${word("niezależnie od")}`,
  `${word("kijk|controleer|check")}\\p{L}* [^.;]{0,30}${word("niet", "geen")}(?!\\p{L})|${word("ongeacht")}`,
  `${word("bakm(?:az|ıyor)", "bakılmaz", "bakılmaksızın", "kontrol (?:etmez|etmiyor|edilmez)")}`,
  `${word("не")} (?:провер|смотр|учитыва)\\p{L}*|${word("независимо от")}`,
  "(?:見|確認|チェック|検査|比較|考慮)(?:せ)?(?:ずに|しない|ない)|無視|(?:不|没有?)(?:检查|比较|看|管|校验|考虑)|확인하지|보지\\s?않",
].map((pattern) => new RegExp(pattern, "iu"));
