import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { mapPlain, tableIn } from "@proofroom/domain/design/steps-within";
import { codeApart } from "../../../../text/code-apart.ts";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { singular } from "../../../names.ts";
import { allWords } from "../../../score.ts";
import type { Stage } from "../../stage.ts";
import { isTimeLookedAtInCode } from "../asked/looked-in-code.ts";
import type { Added } from "../statement/stated-rows.ts";
import { isNamedIn, withoutSets } from "../statement/statement.ts";
import { besideCode, type Texts } from "../texts.ts";
import { byJob } from "./by-job.ts";
import { isDeniedIn } from "./denied-time.ts";
import { speaksOfDeed, speaksOfTime } from "./passed-by.ts";

/**
 * What is told of an endpoint in detail, its tables by name, and nothing of the time that a row has to have left, which no other sentence
 * about what it does speaks of either: it asks for the row and not for its time. What is answered to whoever has no row is no look.
 */
export function withoutUnspokenTime(
  steps: Step[],
  { beside, told, handler, toldOfAll, design }: Texts,
  stage: Stage,
): Added | null {
  if (told.length < least) return null;
  const deeds = allWords(stage.capability);
  const prose = withoutDenied(withoutAnswers(handler === "" ? told : besideCode({ told, handler })));
  const elsewhere = [
    ...sentencesIn(toldOfAll),
    ...sentencesIn(codeApart(design, () => "")).filter((one) => speaksOfDeed(one, deeds) && !told.includes(one)),
  ].filter((one) => !byJob.test(one));
  const isSpoken = (column: string, table: Table): boolean =>
    speaks(prose, column) ||
    speaks(withoutAnswers(beside), column) ||
    (handler !== "" && isTimeLookedAtInCode(handler, column, table)) ||
    elsewhere.some((one) => speaks(withoutAnswers(one), column));
  const unseen = new Set<string>();
  let said: string | undefined;
  const changed = mapPlain(steps, (step) => {
    const where = "update" in step ? step.where : "get" in step && step.else !== undefined ? step.by : undefined;
    const table = stage.tables.find(({ name }) => name === tableIn(step));
    if (where === undefined || table === undefined) return step;
    const telling = sentencesIn(told).find((one) => isNamedIn(one, table.name) || isNamedIn(one, singular(table.name)));
    const passed = telling === undefined ? [] : lastingIn(where).filter((column) => !isSpoken(column, table));
    if (passed.length === 0) return step;
    said ??= telling;
    for (const column of passed) unseen.add(column);
    const left = Object.fromEntries(Object.entries(where).filter(([column]) => !passed.includes(column)));
    if ("update" in step) return { ...step, where: left };
    return "get" in step ? { ...step, by: left } : step;
  });
  return said === undefined ? null : { steps: changed, unseen: [...unseen], said: asSaid(said) };
}

/** A text without what it says of what nobody looks at: "its end is not looked at again". */
const withoutDenied = (text: string): string =>
  text
    .split(/(?<=[.;!?])\s/)
    .filter((one) => !isDeniedIn(one))
    .join(" ");

/** Less than this tells nothing in detail. */
const least = 120;

/** Columns of which a condition asks that their time is still to come. */
const lastingIn = (where: Where): string[] =>
  Object.entries(where).flatMap(([column, part]) =>
    typeof part === "object" &&
    part !== null &&
    (("gte" in part && part.gte === "$now") || ("gt" in part && part.gt === "$now"))
      ? [column]
      : [],
  );

const speaks = (text: string, column: string): boolean => speaksOfTime(withoutSets(text), column) || lasting.test(text);

/** That something goes on, in the languages in which designs are written here; the beginnings of words. */
const lasting =
  /(?<!\p{L})(?:still|valid|li?ves?\b|alive|active|running|lasts\b|lasting|to be had|(?:un)?availab|no longer|any ?more|verfügbar|nicht mehr|disponib|disponív|dostępn|beschikbaar|until|window|minutes?|late|ends?\b|ended|ending|deadline|stale|noch|solange|gültig|gueltig|minuten|spät|rechtzeitig|encore|valable|vivant|tant que|minutes|tard|aún|todavía|vigen|mientras|minutos|tarde|ainda|enquanto|válid|ancora|valid|finch|minuti|tardi|jeszcze|ważn|dopóki|minut|nog|geldig|zolang|laat|fortfarande|giltig|ещё|еще|действ|минут|позд|süre|geçer|dakika|hâlâ|dosud|ještě|platn|trvá|stále|fortsat|gyldig|stadig|endnu|ennå|vielä|voimassa|még|érvényes|percig|încă|valabil|masih|berlaku|fresh|remaining|seconds|ago\b)|[時时]|期限|有効|切れ|有效|[过過]期|到期|超[时時]|分[钟鐘]|만료|유효|시간/iu;

/** A status with what it is called: `410 hold_expired`, `410: too late`, `-> 410`. */
const withoutAnswers = (text: string): string => text.replaceAll(answer, " ");

const answer =
  /\b(?:404|409|410|422|4xx)\b(?![`"']?[\s:(=-]{0,4}(?:if|when|once|after|unless|where|wenn|falls|sobald|nach|si|cuando|tras|quand|après|se|quando|após|dopo|als|na|jeśli|gdy|po)\s)[`"']?[\s:(=-]{0,4}[`"'{ ]{0,3}(?:(?:error|code|description)["']?\s?:\s?["']?)?(?:[A-Za-z]\w{0,30}(?:[_ ]\w{1,20}){0,2}(?=\s?[`"'}).,;\n]|$))?/g;
