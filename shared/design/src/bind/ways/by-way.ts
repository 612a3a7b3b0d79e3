import type { Column, Endpoint, Operation, Table } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Way } from "@proofroom/domain/problem/way";
import type { Known } from "../convention/convention.ts";
import { type Endless, endlessIn } from "./told/time/endless.ts";
import type { ByWay, Fitting } from "./fitting.ts";
import { flowOf } from "./flow.ts";
import { shows, type Shown } from "./needs.ts";
import { asProgrammed } from "../program/as-programmed.ts";
import { speakingOf } from "../../text/speaking-of.ts";
import { keyHeader } from "../key/idempotency.ts";
import { keyMadeHere } from "../key/key-made-here.ts";
import { liveMarkFor } from "./cast/live-mark.ts";
import { aloneIn, aloneSomehow, alwaysAloneIn } from "./told/locks/alone.ts";
import { withoutOwnLocks } from "./told/locks/own-locks.ts";
import { lockedIn, lockedSomehow } from "./told/locks/locked.ts";
import { lockedAnywhere, lockedElsewhere } from "./told/locks/locked-elsewhere.ts";
import { answeredWhereSold } from "./told/again/answered-where-sold.ts";
import { asItsStatement, asRepeated, asWritten } from "./told/as-written.ts";
import { secondSuccess } from "./told/again/second-success.ts";
import { repeatedIn } from "./told/again/repeated.ts";
import { cachedFor } from "./told/cache/cached-for.ts";
import { ignoredIn } from "./told/cache/ignored.ts";
import { onlyWhetherThere } from "./told/cache/only-whether-there.ts";
import { ownCacheKey } from "./told/cache/own-cache-key.ts";
import { withAnsweredName } from "./cast/answered-name.ts";
import type { Cast } from "./cast/played.ts";
import { castsOf } from "./cast/roles.ts";
import { insertedRow } from "./told/statement/inserted-row.ts";
import { looksIn, updatesIn } from "./told/statement/statement.ts";
import { stayingIn } from "./told/time/staying.ts";
import { isLeftOut, rowDeleted, rowLookedFor } from "./told/statement/row-told.ts";
import { sweptIn, sweptWhereFree } from "./told/time/swept.ts";
import type { Texts } from "./told/texts.ts";
import { aboutBy, referenceTo, type Stage } from "./stage.ts";

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
    handlerOf,
    retold,
    toldOfAll: toldOfEach,
    togetherOf,
    design,
    all,
  }: Known,
): ByWay {
  const { ways } = capability;
  if (ways === undefined) return { taken: null, others: [] };
  const otherwise = ways.lasts === undefined ? null : howLong(ways.lasts);
  const lasts = otherwise?.duration ?? ways.lasts?.usual ?? null;
  const heard = (text: string): string => withoutOwnLocks(text, design);
  const code = heard(codeOf(endpoint.line));
  const beside = [heard(besideOf(endpoint.line)), code].join("\n\n");
  const toldOfAll = heard(toldOfEach);
  const { line } = endpoint;
  const texts: Texts = {
    beside,
    code,
    told: heard(toldOf(line)),
    handler: heard(handlerOf(line)),
    toldOfAll,
    design,
    all,
  };
  const both = [texts.beside, texts.told].join("\n\n");
  const whole = [both, retold].join("\n\n");
  const designAndBeside = [texts.beside, design].join("\n\n");
  const calledOf = (role: string): string[] => ways.roles[role]?.names.filter((name) => name.length > 3) ?? [];
  const lockedBy = (table: Table, role: string): string | null =>
    lockedIn(texts.beside, table, tables, calledOf(role)) ??
    lockedIn(texts.told, table, tables, calledOf(role)) ??
    lockedIn(heard(togetherOf(endpoint.line)), table, tables, calledOf(role)) ??
    lockedElsewhere(texts.told, toldOfAll, (one) => lockedIn(one, table, tables, calledOf(role))) ??
    aloneIn(texts.beside, table) ??
    aloneIn(texts.told, table) ??
    alwaysAloneIn(toldOfAll, table);
  const tellsOf = speakingOf(texts.beside, texts.told);
  const isKeyed = keyHeader(endpoint, capability.idempotentBy) !== undefined;
  const toldTwice = isKeyed ? null : secondSuccess(endpoint, inputs, [texts.beside, texts.told]);
  const repeatedBy = repeatedIn(whole, { isKeyed }) ?? toldTwice;
  const isEndless = (column: Column): Endless | undefined => endlessIn(all, column);
  const casts = castsOf(ways.roles, tables, isPutIn).map((cast) =>
    withAnsweredName(cast, { endpoint, senses, capability }),
  );
  const fitting = casts.flatMap((cast) => {
    const made = { endlessIn: isEndless, keyMade: (column: Column) => keyMadeHere(column, [texts.beside, design]) };
    const stage: Stage = { endpoint, capability, cast, tables, inputs, senses, keepsWho, ...made, lasts };
    const shown: Shown = {
      cast,
      endpoint,
      speaksOf,
      tellsOf,
      isKeyed,
      repeatedBy: repeatedBy ?? answeredWhereSold(both, cast),
      cachedBy: (role, per) => ownCacheKey(all, ways.roles[role]?.names ?? [], ways.roles[per]?.names ?? []),
      cachedFor: (field) => (isOf(field, stage) ? cachedFor(all, capability.find.fields[field] ?? []) : null),
      comparesCached: (field) =>
        referenceTo(field, stage) === undefined || onlyWhetherThere(both) !== null
          ? null
          : cachedFor(all, capability.find.fields[field] ?? []),
      ignores: (names) => ignoredIn(both, names),
      lockedBy,
      lockedSomehow: (table, role) =>
        lockedSomehow(both, table, tables, calledOf(role)) ??
        aloneSomehow(toldOfAll, table) ??
        lockedAnywhere(toldOfAll, (one) => lockedIn(one, table, tables, calledOf(role))),
      leavesOut: (table) => isLeftOut(both, table),
      lookedIn: (table) => rowLookedFor(both, table),
      insertsInto: (table) => insertedRow(texts.beside, table) ?? insertedRow(texts.told, table),
      setsIn: (table) => [texts.beside, texts.told].flatMap((text) => updatesIn(text, table).map(({ sets }) => sets)),
      deletedFrom: (table) => rowDeleted(both, table),
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
  // What a state means is asked before anything is run by it.
  const programmed = first.isGuess ? null : asProgrammed(first, others, texts);
  if (isClear || programmed !== null)
    return asRepeated(programmed ?? asWritten(first, others, texts), whole, {
      ...texts,
      toldOfAll: [texts.toldOfAll, retold].join("\n\n"),
    });
  const asked = [...new Set([...likelier, first, ...others])].map((one) => asItsStatement(one, texts));
  return { taken: null, others: asked, ...(first.kept === undefined ? {} : { why: first.kept }) };
}

/** Whether a field is sent or answered. */
const isOf = (field: string, stage: Stage): boolean =>
  referenceTo(field, stage) !== undefined || Object.hasOwn(stage.capability.out, field);

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
