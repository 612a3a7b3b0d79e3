import type { Component } from "../../../design/model.ts";
import { claimOf } from "../arithmetic.ts";
import { type DesignView, placeOf } from "../design-view.ts";
import { endpointOf } from "../facts/api.ts";
import { countWords } from "../figures.ts";
import type { TopicKind } from "./kind.ts";
import { tick, where } from "./words.ts";

const drawn = (view: DesignView, kind: Component["kind"]): Component[] =>
  view.reading.model.components.filter((one) => one.kind === kind && one.from !== "default");
const lineOf = (view: DesignView, component: Component) =>
  component.line === undefined ? null : placeOf(view, "design", component.line);
const isWritten = (view: DesignView, words: RegExp): boolean => view.prose.some(({ text }) => words.test(text));

/** Slow is worse than gone: what waits for a database that takes seconds. */
export const slow: TopicKind = {
  name: "slow",
  source: "challenge",
  find({ view, claims }) {
    const [database] = drawn(view, "database");
    const caller = view.reading.model.edges.find(({ to, async }) => to === database?.id && !async)?.from;
    if (database === undefined || caller === undefined || isWritten(view, /time-?outs?|deadline|circuit/i)) return [];
    const place = lineOf(view, database);
    const db = tick(database.id);
    const reads = claimOf(claims, "reads");
    const waiting = reads === null ? null : countWords(reads.value * 3);
    return [
      {
        subject: database.id,
        facts: ["retry-said", "failure-of-database-said"],
        place,
        strength: 0.58,
        wordings: [
          `${db}${where(place)} is not gone but takes three seconds for each query. ${waiting === null ? "How many requests" : `By then ${waiting} requests`} wait in ${tick(caller)}${waiting === null ? " after a minute" : ": what does the next one get"}?`,
          `${tick(caller)} asks ${db}${where(place)} and hears nothing for three seconds. When does it stop waiting, and who decided that?`,
          `Which is worse for ${tick(caller)}: ${db}${where(place)} refusing at once, or answering after three seconds?`,
        ],
      },
    ];
  },
  mended: (subject, { view }) =>
    drawn(view, "database").some(({ id }) => id === subject)
      ? `How long one waits for ${tick(subject)} is said now.`
      : "",
};

/** What the others bear when one of several dies. */
export const oneDown: TopicKind = {
  name: "one-down",
  source: "challenge",
  find({ view, claims }) {
    const service = drawn(view, "service").find(({ replicas }) => replicas >= 2);
    if (service === undefined) return [];
    const place = lineOf(view, service);
    const n = service.replicas;
    const it = tick(service.id);
    const reads = claimOf(claims, "reads");
    const more = Math.round(100 / (n - 1));
    const shares =
      reads === null
        ? `each of the others takes ${more} % more`
        : `${countWords(reads.value / n)} reads a second for each become ${countWords(reads.value / (n - 1))}`;
    return [
      {
        subject: service.id,
        facts: ["service-replicated", "observability-said"],
        place,
        strength: 0.52,
        wordings: [
          `One of ${n} ${it}${where(place)} dies and ${shares}. How do you know that they can?`,
          `When one of ${n} ${it}${where(place)} goes, ${shares}. What did you size them for?`,
          `${n} of ${it}${where(place)} are deployed anew, one after the other: in each step ${shares}. What do clients notice?`,
        ],
      },
    ];
  },
  mended: () => "",
};

/** One row is wanted by everybody. */
export const hotRow: TopicKind = {
  name: "hot-row",
  source: "challenge",
  find({ view, claims, facts }) {
    const reads = claimOf(claims, "reads");
    const { lookup } = view;
    if (reads === null || reads.value < 100 || lookup === null || lookup.operation === null) return [];
    if (facts.get("hot-key-said")?.holds === true) return [];
    const place = placeOf(view, "api", lookup.operation.line);
    const endpoint = tick(endpointOf(lookup.operation));
    const tenth = countWords(reads.value / 10);
    const table = tick(lookup.table.name);
    return [
      {
        subject: lookup.table.name,
        facts: ["hot-key-said"],
        place,
        strength: 0.56,
        wordings: [
          `One row of ${table} takes a tenth of your ${countWords(reads.value)} reads: ${tenth} times a second ${endpoint}${where(place)} asks for it. Who does that work each time?`,
          `${tenth} calls a second of ${endpoint}${where(place)} want the same row of ${table}. What is different from ${tenth} different ones?`,
          `Everybody wants one row of ${table} at once: ${tenth} calls a second of ${endpoint}${where(place)}. Which box feels that, and which doesn't?`,
        ],
      },
    ];
  },
  mended: (_subject, { facts }) => {
    const place = facts.get("hot-key-said")?.place ?? null;
    return place === null ? "" : `What happens with a row that everybody wants is said now${where(place)}.`;
  },
};

/** Ten times as much, by the stated rate. */
export const tenfold: TopicKind = {
  name: "tenfold",
  source: "challenge",
  find({ view, claims }) {
    const reads = claimOf(claims, "reads");
    const boxes = view.reading.model.components.filter(({ kind, from }) => kind !== "client" && from !== "default");
    const [database] = drawn(view, "database");
    if (reads === null || boxes.length < 2 || database === undefined) return [];
    const place = lineOf(view, database);
    const rate = `${countWords(reads.value * 10)} reads a second`;
    const names = boxes
      .slice(0, 3)
      .map(({ id }) => tick(id))
      .join(", ");
    return [
      {
        subject: "reads",
        facts: ["partitioning-said", "observability-said"],
        place,
        strength: 0.4,
        wordings: [
          `Next year it is ${rate}. Of ${names}, which one do you have to change first, ${tick(database.id)}${where(place)} included?`,
          `At ${rate}, what in ${tick(database.id)}${where(place)} is used up first?`,
          `How would you find out, before it happens, that ${tick(database.id)}${where(place)} can't bear ${rate}?`,
        ],
      },
    ];
  },
  mended: () => "",
};
