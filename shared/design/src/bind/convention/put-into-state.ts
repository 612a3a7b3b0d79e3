import type { Mark } from "./gone-marks.ts";
import { denied, verb } from "./soft-words.ts";

const puts = `${verb}|turns?|switch(?:es)?|flags?|moves?|puts?|changes?|leaves?`;
const into = "as|to|into|als|auf|como|a|comme|à|en|come|su|para|na|som|naar|op|in";
const deletes =
  /\bDELETE\b|(?<!\p{L})(?:delet|remov|lösch|gelösch|borr|elimin|supprim|supress|suppression|apag|exclu|remo[cç]|cancell|rimo|verwijder|usu[nw]|radera|sil(?:me|in|er)|удал)\p{L}*/iu;

/**
 * Whether a sentence tells that deleting a row puts it into the state that says it is gone: "DELETE sets `state = 'disabled'`", "marks it as
 * disabled", "DELETE only disables the link", and not that the state is looked at.
 */
export function isPutInto(sentence: string, { column, value }: Mark): boolean {
  const { name } = column;
  const written = String(value);
  const end = "(?![\\p{L}\\p{N}_])";
  const begin = "(?<![\\p{L}\\p{N}_])";
  const set = `${begin}${name}["\`]?\\s{0,3}(?:[:=]{1,2}|->|→|${into}|becomes|is set to|wird auf)\\s{0,3}["'\`]{0,3}${written}${end}`;
  const put = `${begin}(?:${puts})${end}[^.;]{0,40}?\\s(?:${into})\\s["'\`]{0,3}${written}${end}`;
  const forms = value === false ? [set] : [set, put, `${begin}${written.replace(/e?d$/, "")}e?s${end}`];
  return (
    deletes.test(sentence) &&
    forms.some((form) => {
      const found = new RegExp(form, "iu").exec(sentence);
      const before = found === null ? "" : sentence.slice(Math.max(0, found.index - 60), found.index);
      return found !== null && !looks.test(before) && !denied.test(before.slice(-40));
    })
  );
}

/** What is behind these words is asked, and not done. */
const looks =
  /(?<!\p{L})(?:where|if|when|while|select|having|filter|wenn|falls|donde|si|quando|se|où)(?!\p{L})[^.;]{0,50}$/iu;
