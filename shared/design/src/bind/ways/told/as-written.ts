import type { Idempotency } from "@proofroom/domain/design/step";
import type { ByWay, Fitting } from "../fitting.ts";
import { endInWords } from "./cache/end-in-words.ts";
import { asKeptInCache, withoutKeyEnd } from "./cache/kept-in-cache.ts";
import { placeOf } from "./place.ts";
import { lookedInWords } from "./two-statements/looked-in-words.ts";
import { letGoAtSale } from "./again/let-go-at-sale.ts";
import { keyWrittenAnew } from "./again/key-written-anew.ts";
import { refusingAgain } from "./again/refused-again.ts";
import { refusedAgainIn } from "./again/repeated.ts";
import { unlookedKey } from "./again/unlooked-key.ts";
import { asStated } from "./stated.ts";
import type { Texts } from "./texts.ts";
import { withoutTidying } from "./statement/stated-rows.ts";
import { inWrittenOrder } from "./statement/updated-first.ts";

/** The way that the schema shows, as far as the candidate's own statement and commands do the same; else it is asked. */
export const asWritten = (fitting: Fitting, others: Fitting[], texts: Texts): ByWay =>
  asPut(asOwnStatement(fitting, others, texts), texts);

function asOwnStatement(fitting: Fitting, others: Fitting[], texts: Texts): ByWay {
  const { tables } = fitting.stage;
  const tidied = withoutTidying(fitting.flow.steps, texts.code, tables);
  const left = inWrittenOrder(tidied, [texts.beside, texts.told], tables);
  const kept = asKeptInCache(left, texts);
  const flow = { ...fitting.flow, steps: kept.steps };
  const first = { ...fitting, flow, because: [...fitting.because, ...kept.said] };
  const stated = asStated(first.flow.steps, texts, first.stage);
  if (stated === null) return asMeant(first, others, texts);
  const { steps, unseen, said } = stated;
  const place = isDescription(texts) ? placeOf(true) : stated.place;
  const own = { ...first.flow, steps };
  const because = [...first.because, `${place.replace("about it ", "")} stands: ${said}`];
  if (unseen.length === 0) return { taken: { ...first, flow: own, because }, others };
  const passed = unseen.join(" and ");
  const statement = `the statement ${place}`;
  const title = `does as ${statement} says, which does not look at ${passed}`;
  const written: Fitting = { ...first, way: { ...first.way, title }, flow: own, because };
  return {
    taken: null,
    others: [written, first, ...others],
    why: `T${statement.slice(1)} does not look at ${passed}, which the schema keeps.`,
  };
}

/** The way that is taken, unless it ends a key to which the command that puts it there gives no end; then it is asked. */
function asPut(by: ByWay, texts: Texts): ByWay {
  const endless = by.taken === null ? null : withoutKeyEnd(by.taken.flow.steps);
  const said = endless === null ? null : endInWords(texts);
  if (by.taken === null || endless === null || said === null) return by;
  const title = `${by.taken.way.title}, by a command that gives it no end`;
  const written: Fitting = {
    ...by.taken,
    way: { ...by.taken.way, title },
    flow: { ...by.taken.flow, steps: endless },
  };
  return {
    taken: null,
    others: [written, by.taken, ...by.others],
    why: `That a hold ends is told in words, and the command gives its key no end: ${said}`,
  };
}

/** Whether what is told of an endpoint is the description that stands beside it. */
function isDescription({ beside, told }: Texts): boolean {
  const flat = (text: string): string => text.replace(/^\s*(?:#+|[>*-])\s/gm, "").replace(/\s+/g, " ");
  const begins = flat(told.slice(0, 60)).trim();
  return begins !== "" && flat(beside).includes(begins);
}

/** A way that is offered, as far as the candidate's own statement tells what it asks. */
export function asItsStatement(fitting: Fitting, texts: Texts): Fitting {
  const stated = asStated(fitting.flow.steps, texts, fitting.stage);
  return stated === null ? fitting : { ...fitting, flow: { ...fitting.flow, steps: stated.steps } };
}

/** The way that is taken, unless what is told of it may mean two statements; then it is asked. */
function asMeant(first: Fitting, others: Fitting[], texts: Texts): ByWay {
  const looked = lookedInWords(first.flow.steps, texts, first.stage);
  if (looked === null) return { taken: first, others };
  const apart: Fitting = {
    ...first,
    way: {
      ...first.way,
      title: "reads first, and writes what it has read by a statement of its own, whoever else has read it",
    },
    flow: { ...first.flow, steps: looked.steps },
  };
  return {
    taken: null,
    others: [apart, first, ...others],
    why: `Nothing says whether it looks and writes in one statement, so that two at once cannot both: ${looked.said}`,
  };
}

/** The way that is taken, unless the documents refuse what comes again under its key; then it is asked. */
export function asRepeated({ taken, others, why }: ByWay, whole: string, texts: Texts): ByWay {
  const idempotency = taken?.flow.idempotency;
  const reason = taken === null || idempotency === undefined ? null : refusedAs(taken, idempotency, whole, texts);
  if (taken === null || reason === null) return { taken, others, ...(why === undefined ? {} : { why }) };
  const title = `${taken.way.title}, and refuses what comes again under its key`;
  const written: Fitting = { ...taken, way: { ...taken.way, title }, flow: refusingAgain(taken.flow) };
  return { taken: null, others: [written, taken, ...others], why: reason };
}

/** Why what comes again under its key may be refused; null where nothing tells so. */
function refusedAs({ flow }: Fitting, idempotency: Idempotency, whole: string, texts: Texts): string | null {
  const said = refusedAgainIn(whole) ?? unlookedKey(texts, idempotency) ?? keyWrittenAnew(texts.told);
  if (said !== null) return `What comes again is refused as it is told: ${said}`;
  const gone = letGoAtSale({ steps: flow.steps, idempotency }, texts);
  return gone === null ? null : `Nothing says that a key is looked for before its hold, which is gone by then: ${gone}`;
}
