import type { Column, Endpoint, Operation, Table } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Way } from "@proofroom/domain/problem/way";
import type { Known } from "../convention.ts";
import { type Endless, endlessIn } from "./endless.ts";
import { type Flow, flowOf } from "./flow.ts";
import { shows, type Shown } from "./needs.ts";
import { speakingOf } from "../../text/speaking-of.ts";
import { keyHeader } from "../idempotency.ts";
import { liveMarkFor } from "./live-mark.ts";
import { aloneIn, aloneSomehow, alwaysAloneIn } from "./alone.ts";
import { lockedIn, lockedSomehow } from "./locked.ts";
import { lockedAnywhere, lockedElsewhere } from "./locked-elsewhere.ts";
import { secondSuccess } from "./second-success.ts";
import { refusedAgainIn, repeatedIn } from "./repeated.ts";
import { refusingAgain } from "./refused-again.ts";
import { cachedFor } from "./cached-for.ts";
import { ownCacheKey } from "./own-cache-key.ts";
import type { Cast } from "./played.ts";
import { castsOf } from "./roles.ts";
import { looksIn } from "./statement.ts";
import { stayingIn } from "./staying.ts";
import { sweptIn, sweptWhereFree } from "./swept.ts";
import { asStated, type Texts } from "./stated.ts";
import { aboutBy, referenceTo, type Stage } from "./stage.ts";

/** A way that fits this design, with what in the design shows it. */
export interface Fitting {
  way: Way;
  flow: Flow;
  because: string[];
  /** What the values of a state mean is told by their order alone. */
  isGuess: boolean;
  /** Where it is asked, this is offered first. */
  isLikelier: boolean;
  /** As a sentence, where it is shown that what is over stays. */
  kept?: string;
  /** What the way is played on. */
  stage: Stage;
}

export interface ByWay {
  /** The one that the design's own evidence shows; null where several fit alike, or none. */
  taken: Fitting | null;
  /** Every other one that fits, the likeliest first. */
  others: Fitting[];
  /** Why it is asked, where it is not for that the schema leaves it open. */
  why?: string;
}

/** What an endpoint does by the ways of its capability, as far as this schema shows them. */
export function byWay(
  endpoint: Endpoint,
  capability: Capability,
  inputs: Operation["inputs"],
  {
    tables,
    senses,
    isSaid: speaksOf,
    isPutIn,
    keepsWho,
    howLong,
    besideOf,
    codeOf,
    toldOf,
    retold,
    toldOfAll,
    togetherOf,
    design,
    all,
  }: Known,
): ByWay {
  const { ways } = capability;
  if (ways === undefined) return { taken: null, others: [] };
  const otherwise = ways.lasts === undefined ? null : howLong(ways.lasts);
  const lasts = otherwise?.duration ?? ways.lasts?.usual ?? null;
  const code = codeOf(endpoint.line);
  const beside = [besideOf(endpoint.line), code].join("\n\n");
  const texts: Texts = { beside, code, told: toldOf(endpoint.line), toldOfAll, design, all };
  const both = [texts.beside, texts.told].join("\n\n");
  const whole = [both, retold].join("\n\n");
  const designAndBeside = [texts.beside, design].join("\n\n");
  const calledOf = (role: string): string[] => ways.roles[role]?.names.filter((name) => name.length > 3) ?? [];
  const lockedBy = (table: Table, role: string): string | null =>
    lockedIn(texts.beside, table, tables, calledOf(role)) ??
    lockedIn(texts.told, table, tables, calledOf(role)) ??
    lockedIn(togetherOf(endpoint.line), table, tables, calledOf(role)) ??
    lockedElsewhere(texts.told, toldOfAll, (one) => lockedIn(one, table, tables, calledOf(role))) ??
    aloneIn(texts.beside, table) ??
    aloneIn(texts.told, table) ??
    alwaysAloneIn(toldOfAll, table);
  const tellsOf = speakingOf(texts.beside, texts.told);
  const isKeyed = keyHeader(endpoint, capability.idempotentBy) !== undefined;
  const toldTwice = isKeyed ? null : secondSuccess(endpoint, inputs, [texts.beside, texts.told]);
  const repeatedBy = repeatedIn(whole, { isKeyed }) ?? toldTwice;
  const isEndless = (column: Column): Endless | undefined => endlessIn(all, column);
  const fitting = castsOf(ways.roles, tables, isPutIn).flatMap((cast) => {
    const stage: Stage = { endpoint, capability, cast, tables, inputs, senses, keepsWho, endlessIn: isEndless, lasts };
    const shown: Shown = {
      cast,
      endpoint,
      speaksOf,
      tellsOf,
      isKeyed,
      repeatedBy,
      cachedBy: (role, per) => ownCacheKey(all, ways.roles[role]?.names ?? [], ways.roles[per]?.names ?? []),
      cachedFor: (field) =>
        referenceTo(field, stage) === undefined ? null : cachedFor(all, capability.find.fields[field] ?? []),
      lockedBy,
      lockedSomehow: (table, role) =>
        lockedSomehow(both, table, tables, calledOf(role)) ??
        aloneSomehow(toldOfAll, table) ??
        lockedAnywhere(toldOfAll, (one) => lockedIn(one, table, tables, calledOf(role))),
      looksAt: (table) => [...looksIn(texts.beside, table), ...looksIn(texts.told, table)],
      isEndless: (column) => isEndless(column) !== undefined,
      stayingIn: (player) => stayingIn(designAndBeside, player),
      sweptIn: (role) => {
        const isThere = Object.keys(ways.roles[role]?.idle ?? {}).length > 0;
        return (isThere ? sweptWhereFree : sweptIn)(design, both);
      },
      liveBy: (table, role) => liveMarkFor(table, role, stage)?.unique,
      aboutBy: (table, role) => aboutBy(table, role, stage),
    };
    return ways.list.flatMap((way) => fits(way, stage, shown));
  });
  const best = ways.list
    .map((way) => fitting.filter((one) => one.way === way && !way.offered))
    .find((some) => some.length > 0);
  const [first, ...rivals] = best ?? [];
  if (first === undefined) return { taken: null, others: fitting };
  const likelier = fitting.filter(({ isLikelier }) => isLikelier);
  const isAlike = fitting.some(({ way }) => way !== first.way && first.way.alike.includes(way.name));
  const isClear = rivals.length === 0 && !isAlike && !first.isGuess;
  const others = fitting.filter((one) => one !== first);
  if (isClear) return asRepeated(asWritten(first, others, texts), whole);
  const asked = [...new Set([...likelier, first, ...others])];
  return { taken: null, others: asked, ...(first.kept === undefined ? {} : { why: first.kept }) };
}

function fits(way: Way, stage: Stage, shown: Shown): Fitting[] {
  const evidence = way.needs.map((need) => shows(need, shown));
  if (evidence.includes(null) || way.lacks.some((need) => shows(need, shown) !== null)) return [];
  const flow = flowOf(way, stage, shown);
  if (flow === null) return [];
  const because = [...new Set([...evidence.flatMap((one) => one ?? []), ...flow.because])];
  const isGuess = way.needs.some((need) => typeof need === "string" && isGuessed(need, shown.cast));
  const [kept] = way.needs.flatMap((need, n) =>
    typeof need === "object" && ("stays" in need || "swept" in need) ? (evidence[n] ?? []) : [],
  );
  return [
    {
      way,
      flow,
      because,
      isGuess,
      isLikelier: way.likelier.some((need) => shows(need, shown) !== null),
      stage,
      ...(kept === undefined ? {} : { kept: `${kept}${/[.!?]$/.test(kept) ? "" : "."}` }),
    },
  ];
}

/** Whether what is meant by a state is told by the order of its values alone. */
function isGuessed(need: string, cast: Cast): boolean {
  const [role = "", column = ""] = need.split(".");
  return cast.get(role)?.columns.get(column)?.isGuess === true;
}

/** The way that the schema shows, as far as the candidate's own statement does the same; else it is asked. */
function asWritten(first: Fitting, others: Fitting[], texts: Texts): ByWay {
  const stated = asStated(first.flow.steps, texts, first.stage);
  if (stated === null) return { taken: first, others };
  const { steps, unseen, said, isBeside } = stated;
  const flow = { ...first.flow, steps };
  const because = [...first.because, `${isBeside ? "beside it" : "in the design document"} stands: ${said}`];
  if (unseen.length === 0) return { taken: { ...first, flow, because }, others };
  const kept = unseen.join(" and ");
  const statement = `the statement ${isBeside ? "beside it" : "about it in the design document"}`;
  const title = `does as ${statement} says, which does not look at ${kept}`;
  const written: Fitting = { ...first, way: { ...first.way, title }, flow, because };
  return {
    taken: null,
    others: [written, first, ...others],
    why: `T${statement.slice(1)} does not look at ${kept}, which the schema keeps.`,
  };
}

/** The way that is taken, unless the documents refuse what comes again under its key; then it is asked. */
function asRepeated({ taken, others, why }: ByWay, told: string): ByWay {
  const said = taken?.flow.idempotency === undefined ? null : refusedAgainIn(told);
  if (taken === null || said === null) return { taken, others, ...(why === undefined ? {} : { why }) };
  const title = `${taken.way.title}, and refuses what comes again under its key`;
  const written: Fitting = { ...taken, way: { ...taken.way, title }, flow: refusingAgain(taken.flow) };
  return {
    taken: null,
    others: [written, taken, ...others],
    why: `What comes again is refused as it is told: ${said}`,
  };
}
