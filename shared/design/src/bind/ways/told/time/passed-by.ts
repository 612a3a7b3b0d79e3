import type { Table } from "@proofroom/domain/design/model";
import { sentencesIn } from "../../../../text/sentences.ts";
import { inAscii, stems, wordsIn } from "../../../names.ts";
import { ofSentences, remembered, rememberedOf } from "../../../../text/remembered.ts";
import { withoutMentions } from "./mentioned-time.ts";
import { isNamedIn, isTime, literally, withoutSets } from "../statement/statement.ts";
import { namesEnd } from "./looked-at.ts";
import { byJob } from "./by-job.ts";

/** How code and people look at the time. */
const atNow =
  /\bnow\b|\bclock|\bin time\b|\bnot over\b|still running|l[aä]e?uft|rechtzeitig|\bahora\b|maintenant|\badesso\b|\b(?:the|die|el|la|il|o|de) (?:time|zeit|tiempo|hora|tempo|tijd)\b|l['’]heure/i;

/** How people say that a hold's time has come to its end, in the languages in which designs are written here. */
const isOver =
  /(?<!\p{L})(?:(?:is|are|was|has|hold|time) over|(?:has|have|had|hold|which|that|already|or) ended|(?:has|have) run out|ran out|time is up|elapsed|in the past|vorbei|zu ende|beendet|verstrichen|überschritten|termin[oó]|ha terminado|(?:est|soit) (?:terminée?|finie?)|dépassée?|è (?:finit|terminat)[oa]|acabou|terminou|voorbij|afgelopen|minęł[aoy]|upłyn\p{L}*|gått ut|bitmiş|doldu|истек\p{L}*|закончил\p{L}*)(?!\p{L})/iu;

/** As `isOver`, of what no job brings to its end. */
export const tellsOver = (text: string): boolean =>
  sentencesIn(text).some((one) => isOver.test(one) && !byJob.test(one));

/** Whether a text speaks of a time by its column, of an end that it has, of now, or of its being over. */
export const speaksOfTime = (text: string, column: string): boolean =>
  isNamedIn(text, column) || namesEnd(text) || atNow.test(text) || tellsOver(text);

/** What is told of an endpoint, and of none in particular, and the words by which that would speak of this one. */
export interface Around {
  told: string;
  apart: string;
  deeds: ReadonlySet<string>;
}

/**
 * Of a row that is kept as it was read, whether by a lock or by its version, what is told passes a time by: it says in which state
 * the row has to be, and nothing of its end. A state that is called `Expired` is no end, though whoever is late may find it.
 */
export function passesBy(
  { told, apart, deeds }: Around,
  column: string,
  table: Table,
  states: readonly string[],
): boolean {
  const around = withoutMentions(withoutSets(told), column);
  const looks = (text: string): boolean => speaksOfTime(text, column);
  const isSeen =
    looks(withoutStates(around, states)) ||
    sentencesIn(apart).some((one) => speaksOfDeed(one, deeds) && looksElsewhere(one));
  return isTime(column, table) && !isSeen && states.some((state) => isNamedIn(around, state));

  function looksElsewhere(sentence: string): boolean {
    if (byJob.test(sentence)) return false;
    const left = withoutStates(sentence, states);
    return isNamedIn(left, column) || (left === sentence && looks(left));
  }
}

/** Whether a sentence has one of the words by which it would speak of an endpoint, or one that begins as such a one of five letters or more. */
export const speaksOfDeed = (sentence: string, deeds: ReadonlySet<string>): boolean => speakingOfDeed(deeds)(sentence);

const speakingOfDeed = rememberedOf((deeds: ReadonlySet<string>) =>
  remembered(
    (sentence): boolean =>
      stemsSaid(sentence).some((word) => {
        if (deeds.has(word)) return true;
        for (let end = 5; end < word.length; end += 1) if (deeds.has(word.slice(0, end))) return true;
        return false;
      }),
    ofSentences,
  ),
);

const stemsSaid = remembered(
  (sentence: string): readonly string[] => [
    ...new Set(wordsIn(sentence).flatMap((word) => stems(word).flatMap((stem) => [stem, inAscii(stem)]))),
  ],
  ofSentences,
);

/** Without the names of states, where it is plain that these are meant: in quotes, behind an equals sign, or spelled as nobody would write a word. */
function withoutStates(text: string, states: readonly string[]): string {
  const names = states.map(literally).join("|");
  if (names === "") return text;
  const quoted = new RegExp(
    `["'\`](?:${names})["'\`]|(?<=(?:status|state|estado|statut|etat|stato)\\b["\`]?\\s{0,2}(?:==?=?|is|:|in|→|->)\\s{0,2})(?:${names})\\b`,
    "gi",
  );
  const capitals = states.filter((state) => state !== state.toLowerCase()).map(literally);
  const left = text.replace(quoted, " ");
  return capitals.length === 0
    ? left
    : left.replace(new RegExp(`(?<=[^.!?\\n]\\s|[.(>])\\b(?:${capitals.join("|")})\\b`, "g"), " ");
}

/** As `withoutStates`, and without what is answered to a state that alone speaks of an end: `expired` → 410. */
export const withoutEndedStates = (text: string, states: readonly string[]): string =>
  text
    .split(/(?<=[.;!?]\s|\n)/)
    .map((one) => {
      const left = withoutStates(one, states);
      return namesEnd(one) && !namesEnd(left) ? left.replace(/\b410\b/g, " ") : left;
    })
    .join("");
