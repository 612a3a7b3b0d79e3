import type { Component } from "../../../design/model.ts";
import { type DesignView, placeOf } from "../design-view.ts";
import { isConsumed } from "../facts/drawn.ts";
import type { FactName } from "../../facts.ts";
import { says } from "../../language/negation.ts";
import { outagesOf } from "../what-if.ts";
import type { TopicKind } from "./kind.ts";
import { listed, tick, where } from "./words.ts";

const lineOf = (view: DesignView, component: Component | undefined) =>
  component?.line === undefined ? null : placeOf(view, "design", component.line);
const componentOf = (view: DesignView, id: string): Component | undefined =>
  view.reading.model.components.find((one) => one.id === id);
const drawn = (view: DesignView, kind: Component["kind"]): Component[] =>
  view.reading.model.components.filter((one) => one.kind === kind && one.from !== "default");

/** What fails when one box stops. */
export const whatIf: TopicKind = {
  name: "what-if",
  source: "challenge",
  find({ view, facts }) {
    const isSaid = facts.get("failure-of-database-said")?.holds === true;
    const doors = new Set(view.reading.model.components.filter(({ kind }) => kind === "client").map(({ id }) => id));
    return outagesOf(view).flatMap(({ component, fails, answers, cached, cache }) => {
      if (component.kind === "database" && isSaid) return [];
      const place = lineOf(view, component);
      const box = tick(component.id);
      const ends = [...fails, ...cached].map(tick);
      const holds = cache === null ? "" : `what ${tick(cache.id)} still holds`;
      const what = [
        ...(fails.length === 0 ? [] : [`${listed(fails.map(tick), "endpoints")} ${failing(fails.length)}`]),
        ...(cached.length === 0 ? [] : [`${listed(cached.map(tick), "endpoints")} ${answering(cached)} only ${holds}`]),
      ].join(", and ");
      const still =
        answers.length === 0 ? "" : `only ${listed(answers.map(tick), "endpoints")} still ${answering(answers)}`;
      const rest =
        cached.length > 0
          ? `${still === "" ? "nothing answers" : still}, except ${holds}`
          : still === ""
            ? "nothing answers any more"
            : still;
      const who = [...doors].slice(0, 1).map(tick)[0] ?? "whoever asks";
      const choose = ends.length > 1 ? "which must still answer" : "must it still answer, and with what";
      const found = {
        subject: component.id,
        facts: whatIfFacts(component),
        place,
        strength: component.kind === "database" ? 0.85 : component.kind === "service" ? 0.8 : 0.6,
        ...(component.kind === "database" ? { owedFrom: "deep-dive" as const } : {}),
        wordings: [
          `If ${box}${where(place)} stops, ${what}: ${choose}?`,
          `Suppose ${box}${where(place)} dies in the middle of a request to ${ends[0] ?? "the service"}. What does ${who} see, and for how long?`,
          `Without ${box}${where(place)} ${rest}. How long may that last, and who brings it back?`,
        ],
      };
      return [found];
    });
  },
  mended(subject, { view, facts }) {
    const component = componentOf(view, subject);
    if (component === undefined) return "";
    const place = where(lineOf(view, component));
    const said = component.kind === "database" ? facts.get("failure-of-database-said") : undefined;
    if (said?.holds === true) return `What happens without ${tick(subject)} is said now${where(said.place)}.`;
    if (component.replicas > 1)
      return `${tick(subject)}${place} is drawn ${component.replicas} times now: one of them may stop.`;
    return `Without ${tick(subject)}${place} requests have another way now.`;
  },
};

const failing = (count: number): string =>
  count === 1 ? "fails" : count === 2 ? "both fail" : count === 3 ? "all fail" : "fail";

const answering = (some: readonly string[]): string => (some.length === 1 ? "answers" : "answer");

function whatIfFacts({ kind }: Component): FactName[] {
  if (kind === "database") return ["failure-of-database-said", "backup-said"];
  if (kind === "service") return ["no-single-service", "service-replicated"];
  return kind === "cache" ? ["failure-of-cache-said"] : ["no-single-service", "gateway-drawn"];
}

/** A cache may stop: nothing fails by the arrows, but the load moves. */
export const coldCache: TopicKind = {
  name: "cold-cache",
  source: "challenge",
  find({ view, claims, facts }) {
    const [cache] = drawn(view, "cache");
    const [database] = drawn(view, "database");
    if (cache === undefined || database === undefined || facts.get("failure-of-cache-said")?.holds === true) return [];
    const place = lineOf(view, cache);
    const box = tick(cache.id);
    const db = tick(database.id);
    const reads = claims.findLast(({ quantity }) => quantity === "reads");
    const rate = reads === undefined ? "every read" : cutRate(reads.quote);
    return [
      {
        subject: cache.id,
        facts: ["failure-of-cache-said"],
        place,
        strength: 0.65,
        wordings: [
          `${box}${where(place)} restarts and is empty. What reaches ${db} in the next minute?`,
          `If ${box}${where(place)} stops, ${rate === "every read" ? rate : `the load you stated (${rate})`} goes to ${db}. Does it bear that?`,
          `Nothing answers at ${box}${where(place)} for 30 seconds. Do requests wait, fail or go on to ${db}?`,
        ],
      },
    ];
  },
  mended: (subject, { view }) =>
    componentOf(view, subject) === undefined ? "" : `What happens without ${tick(subject)} is said now.`,
};

const cutRate = (quote: string): string =>
  /[\d.,]+ ?\w+ (?:\w+ )?(?:a|per|\/) ?\w+/.exec(quote)?.[0].slice(0, 40) ?? "every read";

/** A cache beside the truth, and nothing says when it lets go. */
export const staleCache: TopicKind = {
  name: "stale-cache",
  source: "challenge",
  find({ view, facts }) {
    const fact = facts.get("cache-has-invalidation-text");
    const [cache] = drawn(view, "cache");
    if (fact === undefined || fact.holds || cache === undefined) return [];
    const place = lineOf(view, cache);
    const box = tick(cache.id);
    const table = view.lookup === null ? "the row" : `the row of ${tick(view.lookup.table.name)}`;
    return [
      {
        subject: cache.id,
        facts: ["cache-has-invalidation-text"],
        place,
        strength: 0.75,
        wordings: [
          `${box}${where(place)} holds a copy, and ${table} changes. Until when does a reader get the old one?`,
          `The design doesn't say when ${box}${where(place)} lets go of what it holds. For how long may what was changed or deleted still be read there?`,
          `${box}${where(place)} is full and one more entry comes. Which of those inside goes, and who decides?`,
        ],
      },
    ];
  },
  mended: (subject, { view, facts }) => {
    const place = facts.get("cache-has-invalidation-text")?.place ?? null;
    return componentOf(view, subject) === undefined ? "" : `When ${tick(subject)} lets go is said now${where(place)}.`;
  },
};

/** A queue that nobody reads. */
export const unreadQueue: TopicKind = {
  name: "unread-queue",
  source: "challenge",
  find({ view }) {
    return drawn(view, "queue")
      .filter(({ id }) => !isConsumed(view, id))
      .map((queue) => {
        const place = lineOf(view, queue);
        const box = tick(queue.id);
        return {
          subject: queue.id,
          facts: ["queue-has-consumer" as const],
          place,
          strength: 0.8,
          wordings: [
            `Arrows lead into ${box}${where(place)} and none leads out. Who takes from it?`,
            `${box}${where(place)} only grows in this diagram. Where does what lies in it end up?`,
            `A message has been in ${box}${where(place)} for an hour. Which box should have had it, and how does it learn of it?`,
          ],
        };
      });
  },
  mended(subject, { view }) {
    const edge = view.reading.model.edges.find(({ from }) => from === subject);
    if (componentOf(view, subject) === undefined) return "";
    return edge === undefined ? `${tick(subject)} is read now.` : `${tick(edge.to)} takes from ${tick(subject)} now.`;
  },
};

const redelivery = [
  "dead letter",
  "dead-letter",
  "dlq",
  "redeliver",
  "redelivered",
  "at least once",
  "at-least-once",
  "acknowledge",
  "acknowledged",
  "lost",
  "poison",
];

/** A queue that is read, and nothing says what happens to a message that cannot be worked on. */
export const lostMessage: TopicKind = {
  name: "lost-message",
  source: "challenge",
  find({ view }) {
    const isSaid = view.prose.some(
      ({ text }) =>
        /queue|kafka|message|event|worker|consumer|click/i.test(text) && redelivery.some((word) => says(text, word)),
    );
    if (isSaid) return [];
    return drawn(view, "queue")
      .filter(({ id }) => isConsumed(view, id))
      .slice(0, 1)
      .map((queue) => {
        const place = lineOf(view, queue);
        const box = tick(queue.id);
        const edge = view.reading.model.edges.find(
          ({ from, to }) => from === queue.id || (to === queue.id && componentOf(view, from)?.kind === "worker"),
        );
        const reader = tick(edge === undefined ? queue.id : edge.from === queue.id ? edge.to : edge.from);
        return {
          subject: queue.id,
          facts: ["queue-has-consumer" as const, "retry-said" as const],
          place,
          strength: 0.6,
          wordings: [
            `${reader} takes a message from ${box}${where(place)} and dies halfway. Is its work done never, once or twice?`,
            `One message in ${box}${where(place)} makes ${reader} crash each time. What happens to those behind it?`,
            `${reader} is slower than ${box}${where(place)} fills for an hour. What is lost, and who finds out?`,
          ],
        };
      });
  },
  mended: (subject, { view }) =>
    componentOf(view, subject) === undefined
      ? ""
      : `What happens to a message of ${tick(subject)} that fails is said now.`,
};
