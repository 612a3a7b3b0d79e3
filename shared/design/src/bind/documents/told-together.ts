import { sentencesIn } from "../../text/sentences.ts";
import { inAscii, singular, wordsIn } from "../names.ts";
import { doneSections } from "../ways/told/done/not-done.ts";
import { doings, eachOf } from "../ways/told/done/told-of-all.ts";
import { denying } from "../../text/denial.ts";

/** No sentence lists more. */
const longest = 400;

/**
 * Of what is told of no endpoint in particular those sections that name several at once as what does something: "Hold, confirm and release all take
 * it". `subjects` are the words of each.
 */
export function toldTogether(
  toldOfAll: string,
  subjects: ReadonlyMap<string, readonly string[]>,
): (subject: string) => string {
  const subjectOf = subjectsByWord(subjects);
  const found = new Map<string, string[]>();
  for (const section of doneSections(toldOfAll)) {
    const named = new Set(sentencesIn(section).flatMap((one) => (takes.test(one) ? namedIn(one) : [])));
    for (const subject of named) found.set(subject, [...(found.get(subject) ?? []), section]);
  }
  return (subject) => (found.get(subject) ?? []).join("\n\n");

  /** What stands in a list: each word that only one subject has, beside another's, or all where it is of all that is done. */
  function namedIn(sentence: string): string[] {
    const text = sentence.slice(0, longest);
    if (denied.test(text)) return [];
    if (everything.test(text) || (eachOf.test(text) && doings.test(text))) return [...subjects.keys()];
    const listed = wordsIn(text)
      .filter((word) => !joining.has(word))
      .map((word) => (takes.test(word) ? undefined : subjectOf(word)));
    return listed.filter(
      (own, n): own is string =>
        own !== undefined && [listed[n - 1], listed[n + 1]].some((other) => other !== undefined && other !== own),
    );
  }
}

/** Whose word a word is, whatever its ending; undefined where it is nobody's, or several's. */
function subjectsByWord(subjects: ReadonlyMap<string, readonly string[]>): (word: string) => string | undefined {
  const begun = new Map<string, [word: string, subject: string][]>();
  for (const [subject, words] of subjects) {
    for (const word of new Set(words.map((one) => singular(inAscii(one))))) {
      const start = word.slice(0, ending);
      begun.set(start, [...(begun.get(start) ?? []), [word, subject]]);
    }
  }
  return (said) => {
    const word = singular(inAscii(said));
    const near = (begun.get(word.slice(0, ending)) ?? []).filter(
      ([own]) => own === word || (own.length >= ending && word.startsWith(own) && word.length - own.length <= 5),
    );
    const [first] = near;
    return near.every(([, subject]) => subject === first?.[1]) ? first?.[1] : undefined;
  };
}

/** A word shorter than this has no other ending. */
const ending = 4;

const joining = new Set([
  "and",
  "or",
  "as",
  "well",
  "the",
  "a",
  "und",
  "y",
  "e",
  "et",
  "i",
  "en",
  "och",
  "ve",
  "oraz",
  "la",
  "le",
  "el",
  "il",
  "der",
  "die",
  "das",
]);

/** That something is taken, and not only spoken of. */
const takes =
  /(?<!\p{L})(?:(?:acquir|grab|obtain|start|lock|nehm|benutz|nutz|sperr|prend|prenn|utilis|verrou|usa|coge|bloque|trav|prend|gebruik|bior)\p{L}*|tak(?:es?|ing)|begins?|us(?:es?|ing)|shares?|runs?|goes|go|under|behind|inside|within|first|nimmt|unter|sous|tom\p{L}{1,3}|bajo|peg\p{L}{1,3}|sob|sotto|nem\p{L}{1,3})(?!\p{L})/iu;

const denied = new RegExp(denying(["not", "no", "without"], "ni"), "iu");

/** Whatever changes something. */
const everything =
  /(?<!\p{L})(?:everything|anything|whatever|alles|todo lo que|tout ce qui|tudo o que|tutto ciò che)\s[^.;\n]{0,40}\b(?:chang|writ|touch|modif|ändert|schreib|cambi|escrib|chang|écrit|escrev|mud|scriv)/iu;
