import { integerBits, keySpaceOf, lastsFor, rowSizeOf, secondsAYear, writesOf, claimOf } from "../arithmetic.ts";
import type { DesignView } from "../design-view.ts";
import { placeOf } from "../design-view.ts";
import { endpointOf } from "../facts/api.ts";
import { byteWords, countWords, exactWords, power, spanWords } from "../figures.ts";
import type { TopicKind } from "./kind.ts";
import { tick, where } from "./words.ts";

/** Ten years of seconds. */
const decade = 315_360_000;

const rateWords = ({ value, isStated }: { value: number; isStated: boolean }): string =>
  `${countWords(value)} writes a second${isStated ? "" : " (assumed; you state none)"}`;

/** Whether a year of the rates may be reckoned with; those of a few busy minutes say nothing about it. */
const isLasting = ({ reading }: DesignView): boolean => reading.subject?.isLasting ?? true;

/** The values run out too soon. */
export const keySpace: TopicKind = {
  name: "key-space",
  source: "challenge",
  find({ view, claims }) {
    if (!isLasting(view)) return [];
    const { lookup } = view;
    const space = keySpaceOf(view);
    const writes = writesOf(claims);
    if (lookup === null || space === null) return [];
    const seconds = lastsFor(space.keys, writes.value);
    if (seconds >= decade) return [];
    const { table, column } = lookup;
    const made = view.create?.acts.find((act) => act.table === table.name && act.kind === "insert");
    const isMade = space.by === "maker" && made !== undefined;
    const place = isMade ? placeOf(view, "api", made.line) : placeOf(view, "schema", column.line);
    const what = isMade ? tick(column.name) : tick(`${column.name} ${column.type}`);
    const verb = isMade ? "is given one of" : "holds";
    const rate = rateWords(writes);
    const lasts = spanWords(seconds);
    return [
      {
        subject: `${table.name}.${column.name}`,
        facts: ["key-space-enough"],
        place,
        strength: seconds < secondsAYear ? 0.95 : 0.8,
        ...(writes.isStated ? { owedFrom: "api-data" as const } : {}),
        wordings: [
          `${what}${where(place)} ${verb} ${countWords(space.keys)} values; at ${rate} that is ${lasts}. Then?`,
          `There are ${space.formula} = ${exactWords(space.keys)} values for ${what}${where(place)}. At ${rate} they are used up after ${lasts}: what does the next client get?`,
          `At ${rate}, ${what}${where(place)} lasts ${lasts} before every value is taken. How long should it last, and what would that change?`,
        ],
      },
    ];
  },
  mended(subject, { view }) {
    const { lookup } = view;
    const space = keySpaceOf(view);
    if (lookup === null || `${lookup.table.name}.${lookup.column.name}` !== subject) return "";
    const { column } = lookup;
    if (space === null) return `${tick(column.name)} is ${tick(column.type)} now: its type sets no bound any more.`;
    const isMade = space.by === "maker";
    return `${tick(column.name)} is ${isMade ? `one of ${space.formula}` : tick(column.type)} now: ${countWords(space.keys)} values.`;
  },
};

/** Values that are drawn at random meet, and nothing says what then. */
export const alike: TopicKind = {
  name: "alike",
  source: "challenge",
  find({ view, claims }) {
    if (!isLasting(view)) return [];
    const { lookup, create } = view;
    const space = keySpaceOf(view);
    const act = create?.acts.find(({ kind, table }) => kind === "insert" && table === lookup?.table.name);
    if (lookup === null || space === null || create === null || act === undefined || !space.isDrawn) return [];
    const { column, table } = lookup;
    const isHandled = "insert" in act.step && act.step.onConflict?.[column.name] !== undefined;
    if (isHandled || space.keys > 1e20) return [];
    const rows = claimOf(claims, "rows")?.value ?? writesOf(claims).value * secondsAYear;
    const pairs = (rows * rows) / (2 * space.keys);
    if (pairs < 1) return [];
    const place = placeOf(view, "api", act.line);
    const endpoint = tick(endpointOf(create.operation));
    const kept = `${countWords(rows)} rows`;
    return [
      {
        subject: `${table.name}.${column.name}`,
        facts: ["collision-said", "key-is-unique"],
        place,
        strength: 0.75,
        wordings: [
          `${endpoint}${where(place)} makes ${tick(column.name)} out of ${exactWords(space.keys)} values. By ${kept} about ${countWords(pairs)} pairs have met: what happens to the second of a pair?`,
          `Two of ${endpoint}'s values for ${tick(column.name)}${where(place)} can be the same, and by ${kept} about ${countWords(pairs)} pairs are. What does the client of the second one see?`,
          `At ${kept} one new ${tick(column.name)} in ${countWords(Math.max(1, space.keys / rows))} is taken already${where(place)}. What does ${endpoint} do then?`,
        ],
      },
    ];
  },
  mended: (subject, { view }) =>
    view.lookup !== null && `${view.lookup.table.name}.${view.lookup.column.name}` === subject
      ? `What a taken ${tick(view.lookup.column.name)} leads to is settled now.`
      : "",
};

/** A numbering key that ends. */
export const idSpace: TopicKind = {
  name: "id-space",
  source: "challenge",
  find({ view, claims }) {
    if (!isLasting(view)) return [];
    const writes = writesOf(claims);
    return [...view.tables.values()].flatMap((table) => {
      const column = table.columns.find(({ name }) => table.primaryKey.length === 1 && name === table.primaryKey[0]);
      const bits = column === undefined ? null : integerBits(column.type);
      const isFed = view.operations.some(({ acts }) =>
        acts.some((act) => act.kind === "insert" && act.table === table.name),
      );
      if (column === undefined || bits === null || !isFed || column.name === view.lookup?.column.name) return [];
      const keys = 2 ** bits - 1;
      const seconds = lastsFor(keys, writes.value);
      if (seconds >= decade) return [];
      const place = placeOf(view, "schema", column.line);
      const what = tick(`${table.name}.${column.name} ${column.type}`);
      return [
        {
          subject: `${table.name}.${column.name}`,
          facts: ["table-for-links" as const],
          place,
          strength: 0.7,
          wordings: [
            `${what}${where(place)} counts to ${countWords(keys)}; at ${rateWords(writes)} that is ${spanWords(seconds)}. What fails on the day after?`,
            `At ${rateWords(writes)} the last value of ${what}${where(place)} is given out after ${spanWords(seconds)}. Who notices first?`,
            `${what}${where(place)} ends at ${exactWords(keys)}. With ${rateWords(writes)}, when is that, and what does an insert answer then?`,
          ],
        },
      ];
    });
  },
  mended(subject, { view }) {
    const [table = "", name = ""] = subject.split(".");
    const column = view.tables.get(table)?.columns.find((one) => one.name === name);
    const bits = column === undefined ? null : integerBits(column.type);
    if (column === undefined) return "";
    return bits === null
      ? `${tick(subject)} is ${tick(column.type)} now.`
      : `${tick(subject)} is ${tick(column.type)} now: it counts to ${countWords(2 ** bits - 1)}.`;
  },
};

function mainTable({ lookup, create, tables }: DesignView) {
  const named = create?.acts.find(({ kind }) => kind === "insert")?.table;
  const [only, ...others] = tables.values();
  const alone = others.length === 0 ? only : undefined;
  return lookup?.table ?? (named === undefined ? undefined : tables.get(named)) ?? alone ?? null;
}

/** How much a year of writes weighs. */
export const growth: TopicKind = {
  name: "growth",
  source: "challenge",
  find({ view, claims }) {
    if (!isLasting(view)) return [];
    const table = mainTable(view);
    const writes = writesOf(claims);
    if (table === null || table.columns.length < 2 || (view.operations.length === 0 && !writes.isStated)) return [];
    const row = rowSizeOf(table);
    const bytes = row.bytes * writes.value * secondsAYear;
    if (bytes < 1e9 || claimOf(claims, "bytes", /^bytes(?: a (?:year|month|day))?$/) !== null) return [];
    const place = placeOf(view, "schema", table.line);
    const rows = writes.value * secondsAYear;
    const wide = row.widest === null ? "" : `, ${row.widest.bytes} of them ${tick(row.widest.column)}`;
    const guess = row.isAssumed ? "about " : "";
    return [
      {
        subject: table.name,
        facts: ["volume-stated"],
        place,
        strength: writes.isStated ? 0.6 : 0.45,
        ...(writes.isStated ? { owedFrom: "api-data" as const } : {}),
        wordings: [
          `A row of ${tick(table.name)}${where(place)} is ${guess}${row.bytes} bytes${wide}, so ${rateWords(writes)} make ${byteWords(bytes)} a year. Where do they lie in year three?`,
          `${countWords(rows)} rows a year go into ${tick(table.name)}${where(place)} at ${rateWords(writes)}, ${guess}${row.bytes} bytes each with ${row.overhead} of overhead. How much of that does one machine keep at hand?`,
          `At ${rateWords(writes)} ${tick(table.name)}${where(place)} grows by ${power(bytes)} bytes a year. What becomes slow first?`,
        ],
      },
    ];
  },
  mended: () => "",
};

/** What is kept by the end of the stated time. */
export const kept: TopicKind = {
  name: "kept",
  source: "challenge",
  find({ view, claims }) {
    if (!isLasting(view)) return [];
    const days = claimOf(claims, "retention");
    const writes = writesOf(claims);
    const table = mainTable(view);
    if (days === null || table === null || !writes.isStated) return [];
    const rows = writes.value * days.value * 86_400;
    if (rows < 1e7) return [];
    const place = placeOf(view, "schema", table.line);
    const span = spanWords(days.value * 86_400);
    return [
      {
        subject: table.name,
        facts: ["retention-stated", "partitioning-said"],
        place,
        strength: 0.5,
        wordings: [
          `${rateWords(writes)}, kept for ${span}, are ${countWords(rows)} rows in ${tick(table.name)}${where(place)}. What does the design do then that it doesn't do at a million?`,
          `After ${span} ${tick(table.name)}${where(place)} holds ${countWords(rows)} rows at ${rateWords(writes)}. How do the old ones leave without slowing the new ones down?`,
          `You keep ${span} of ${rateWords(writes)}: ${exactWords(rows)} rows in ${tick(table.name)}${where(place)}. Which statement of yours notices that first?`,
        ],
      },
    ];
  },
  mended: () => "",
};
