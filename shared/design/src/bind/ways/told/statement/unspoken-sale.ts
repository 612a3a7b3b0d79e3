import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { asSaid } from "../../../../text/sentences.ts";
import { singular } from "../../../names.ts";
import type { Stage } from "../../stage.ts";
import { isElided } from "../asked/looked-in-code.ts";
import type { Texts } from "../texts.ts";
import { withoutRefusing } from "./refusing-look.ts";
import { sentencesOf, speaksOfRows } from "./speaks-of-rows.ts";
import type { Added } from "./stated-rows.ts";
import { isNamedIn } from "./statement.ts";
import { isOnce } from "./untold-refusal.ts";

/**
 * Where what refuses is told in detail, the tables by name, and neither that nor anything that is told of all speaks of what is sold, or of
 * what is free: whoever asks is not refused for it. What is answered beside an endpoint, `409 held or sold`, is no look where code tells what is done.
 */
export function withoutUnspokenSale(
  steps: Step[],
  { beside, told, handler, toldOfAll, all }: Texts,
  stage: Stage,
): Added | null {
  const said = detailIn(handler === "" ? told : handler, stage);
  if (said === undefined || isElided.test(told) || triggers.test(all)) return null;
  const written = plainSteps(steps).flatMap((step) => ("insert" in step ? [step.insert] : []));
  const own = lineByLine(handler === "" ? [beside, told].join("\n\n") : told.replaceAll(taken, " "));
  const unseen = new Set<string>();
  const left = withoutRefusing(steps, (name, by, meaning) => {
    const table = stage.tables.find((one) => one.name === name);
    const ofHold = Object.entries(by).flatMap(([column, value]) =>
      typeof value === "string" && written.some((one) => value.startsWith(`$${one}.`)) ? [column] : [],
    );
    // What a hold keeps for good is booked once.
    if (table === undefined || meaning !== "sold" || isOnce(table, ofHold)) return false;
    const isOfSeveral = written.includes(name);
    const isSpoken =
      isNamed(own, table, isOfSeveral) ||
      [meaning, "free"].some(
        (one) =>
          sentencesOf(own, table, one, stage, { isOfSeveral }).length > 0 || speaksOfRows(toldOfAll, table, one, stage),
      ) ||
      (isOfSeveral && otherThan.test(own));
    if (!isSpoken) unseen.add(isOfSeveral ? `what is ${meaning}` : name);
    return !isSpoken;
  });
  return unseen.size === 0 ? null : { steps: left, unseen: [...unseen], said: asSaid(said) };
}

/** Less than this tells nothing in detail. */
const least = 100;

/** The first of several clauses that name tables, where any of what is told says what is refused. */
function detailIn(told: string, { tables }: Stage): string | undefined {
  const telling = told
    .split(/[.;；。\n]/)
    .filter((one) => tables.some(({ name }) => isNamedIn(one, name) || isNamedIn(one, singular(name))));
  const isDetail = telling.length > 1 && (steps.test(told) || statement.test(told) || unspaced.test(told));
  return told.length >= least && isDetail && refuses.test(told) ? telling[0] : undefined;
}

/** Three steps of a list; a sentence or two may leave anything out. */
const steps = /(?:^|\n)\s{0,8}(?:[-*+]|\d{1,2}[.)])\s(?:[^\n]{1,400}\n\s{0,8}(?:[-*+]|\d{1,2}[.)])\s){2}/;
/** What is put in as code or SQL puts it. */
const statement = /\binsert\s+into\b|\bcreate!?\s?\(|\bsave!?\s?\(|\badd\s?\(/i;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

const refuses = /(?<!\d)4\d\d(?!\d)|conflict|refus|reject|taken|raise|throw|abort|error/i;

/** In code what is taken is held as well as sold: `abort_if($taken, 409, 'seat taken')`. */
const taken = /(?<!\p{L})(?:taken|occupied|unavailable)(?![\p{L}_]|\s{1,3}for good\b)/giu;

/** A line of code says something of its own. */
const lineByLine = (text: string): string => text.replaceAll("\n", "\n\n");

const isNamed = (text: string, { name }: Table, isOfSeveral: boolean): boolean =>
  !isOfSeveral && (isNamedIn(text, name) || isNamedIn(text, singular(name)));

/** Any state but some is that of what is sold, too. */
const otherThan = /!==?|<>|~=|\bnot\s+in\b|\bwhere_?not|\bexclude\b|\bnicht\b|\bother than\b|\bunless\b/i;

/** What the database looks at by itself. */
const triggers = /\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\b/i;
