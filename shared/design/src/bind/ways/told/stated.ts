import type { Step } from "@proofroom/domain/design/step";
import { successIn } from "../../../api/success.ts";
import { allWords } from "../../score.ts";
import { asAsked } from "./asked/as-asked.ts";
import { withoutDenied } from "./done/denied-look.ts";
import { withoutEntryTime } from "./time/last-entry.ts";
import { deletedAsWritten } from "./statement/deleted-as-written.ts";
import { deletedInWords } from "./statement/deleted-in-words.ts";
import { endedAsWritten } from "./statement/ended-as-written.ts";
import { freedWhateverState } from "./time/freed-whatever-state.ts";
import { lookedBefore } from "./two-statements/looked-before.ts";
import { placeOf } from "./place.ts";
import { sellingAgain } from "./asked/selling-again.ts";
import { type Added, withoutLook, withoutRoom } from "./statement/stated-rows.ts";
import { asToldInWords } from "./asked/told-condition.ts";
import { statesOf } from "./asked/states-of.ts";
import { withoutUnaskedHolder } from "./people/unasked-holder.ts";
import { stealing } from "./people/stealing.ts";
import { withoutEnd } from "./time/late-accepted.ts";
import { successForNone } from "./statement/success-for-none.ts";
import { heldWhateverTime } from "./compared/held-whatever-time.ts";
import { withTurnedTimes } from "./compared/turned-times.ts";
import { versionsInCode } from "./asked/version-in-code.ts";
import { withoutJobs } from "./time/swept-by-job.ts";
import { withoutUnspokenTime } from "./time/unspoken-time.ts";
import type { Stage } from "../stage.ts";
import type { Stated, Texts } from "./texts.ts";
import { withoutRefusal } from "./statement/untold-refusal.ts";
import { withoutUnspokenSale } from "./statement/unspoken-sale.ts";

/**
 * `UPDATE seats SET … WHERE …`, as the candidate wrote it, is stronger than what the schema shows: what it does not look at is
 * not looked at, and who it asks for has to be that one. What is told around a statement in the design document may look at
 * more than the statement itself. Null where nothing is stated, or the same.
 */
export function asStated(steps: Step[], written: Texts, stage: Stage): Stated | null {
  const texts = { ...written, told: withoutJobs(written.told) };
  const before = lookedBefore(steps, texts, stage);
  const own = before?.steps ?? steps;
  const stated = withVersions(eachStated(own, texts, stage), own, texts, stage);
  const unseen = [...new Set([...(before?.unseen ?? []), ...(stated?.unseen ?? [])])];
  const whole =
    before === null
      ? stated
      : { steps: stated?.steps ?? before.steps, unseen, said: before.said, place: placeOf(before.isBeside) };
  return withTimes(whole, steps, texts, stage);
}

/** What is stated, looking at times as the code of the service does: in its direction, or not at all. */
function withTimes(stated: Stated | null, steps: Step[], texts: Texts, { tables }: Stage): Stated | null {
  const { beside, told, handler } = texts;
  const own = stated?.steps ?? steps;
  const code = handler.trim() === "" ? [beside, told].join("\n\n") : handler;
  const turned = withTurnedTimes(own, code, tables);
  const changed = turned === null ? heldWhateverTime(own, texts, tables) : { ...turned, unseen: [] };
  if (changed === null) return stated;
  const unseen = [...new Set([...(stated?.unseen ?? []), ...changed.unseen])];
  return { place: placeOf(code !== handler), ...changed, unseen };
}

/** As far as one statement after the other is looked at. */
function eachStated(steps: Step[], texts: Texts, stage: Stage): Stated | null {
  const asked = withSoldRows(asAsked(steps, texts, stage), steps, texts, stage);
  const { beside, told, toldOfAll, design, all } = texts;
  const own = asked?.steps ?? steps;
  const withAdded = ({ steps: left, unseen, said }: Added, isBeside: boolean): Stated => ({
    steps: left,
    unseen: [...new Set([...(asked?.unseen ?? []), ...unseen])],
    said: asked?.said ?? said,
    place: asked?.place ?? placeOf(isBeside),
  });
  const taken = stealing(own, texts, stage);
  if (taken !== null) return withAdded(taken, !told.replace(/\s+/g, " ").includes(taken.said));
  const success = successIn(stage.endpoint.responses)?.status ?? 200;
  for (const text of [beside, told]) {
    const added =
      successForNone(own, text, stage.tables, success) ??
      deletedAsWritten(own, text, stage) ??
      endedAsWritten(own, text, stage) ??
      withoutRoom(own, text, { design, all }, stage.tables) ??
      withoutLook(own, text, stage.tables) ??
      withoutDenied(own, text, stage.tables);
    if (added !== null) return withAdded(added, text === beside);
  }
  const freed = freedWhateverState(own, all, stage.tables);
  if (freed !== null) return withAdded(freed, false);
  const deeds = allWords(stage.capability);
  const late =
    withoutEntryTime(own, { told, apart: toldOfAll, deeds }, stage.tables, (one) => statesOf(one, stage)) ??
    withoutEnd(own, { told, apart: all, deeds }, stage.tables);
  if (late !== null) return withAdded(late, false);
  const around = [beside, told, toldOfAll].join("\n\n");
  // What takes over a row of a table is about whatever adds rows to it, wherever it stands.
  const added = withoutRefusal(own, { text: all, around }, stage);
  if (added !== null) return withAdded(added, !design.includes(added.said));
  const unspoken =
    asToldInWords(own, texts, stage) ??
    deletedInWords(own, texts, stage) ??
    withoutUnspokenTime(own, texts, stage) ??
    withoutUnspokenSale(own, texts, stage) ??
    withoutUnaskedHolder(own, texts, stage);
  return unspoken === null ? asked : withAdded(unspoken, false);
}

/** What is stated, with the rows that a statement takes although they are sold. */
function withSoldRows(asked: Stated | null, steps: Step[], texts: Texts, { tables }: Stage): Stated | null {
  for (const text of [texts.beside, texts.told]) {
    const again = sellingAgain(asked?.steps ?? steps, text, tables);
    if (again !== null) return { ...again, unseen: asked?.unseen ?? [], place: placeOf(text === texts.beside) };
  }
  return asked;
}

/** What is stated, with the versions that code compares and raises. */
function withVersions(stated: Stated | null, steps: Step[], texts: Texts, stage: Stage): Stated | null {
  for (const text of [texts.beside, texts.told]) {
    const versioned = versionsInCode(stated?.steps ?? steps, text, stage);
    if (versioned === null) continue;
    const { said, place, unseen } = stated ?? {
      said: versioned.said,
      place: placeOf(text === texts.beside),
      unseen: [],
    };
    return { steps: versioned.steps, unseen, said, place };
  }
  return stated;
}
