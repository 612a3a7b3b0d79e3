import { claimOf } from "../arithmetic.ts";
import { placeOf } from "../design-view.ts";
import { countWords } from "../figures.ts";
import { graphOf, isStore, longestChain } from "../graph.ts";
import type { DesignView } from "../design-view.ts";
import type { Component } from "../../../design/model.ts";
import type { TopicKind } from "./kind.ts";
import { tick, where } from "./words.ts";

const graphOfView = ({ reading: { model } }: DesignView) => graphOf(model.components, model.edges);
const lineOf = (view: DesignView, component: Component | undefined) =>
  component?.line === undefined ? null : placeOf(view, "design", component.line);
const drawn = (view: DesignView, kind: Component["kind"]): Component[] =>
  view.reading.model.components.filter((one) => one.kind === kind && one.from !== "default");

/** A request waits for many, one after the other. */
export const chain: TopicKind = {
  name: "chain",
  source: "challenge",
  find({ view, claims }) {
    const path = longestChain(graphOfView(view));
    const hops = path.length - 1;
    const goal = claimOf(claims, "latency");
    const isLong = hops >= 4 || (hops === 3 && goal !== null && goal.value <= 30);
    if (!isLong && (hops < 2 || goal === null || isAllotted(view, path))) return [];
    const components = view.reading.model.components;
    const ends = [path[0] ?? "", path.at(-1) ?? ""].map(tick);
    const place = lineOf(
      view,
      components.find(({ id }) => id === path.at(-2)),
    );
    const between = path.slice(1).map(tick).join(", ");
    const each = goal === null ? "" : countWords(goal.value / hops);
    const allowed = goal === null ? "" : `${countWords(goal.value)} ${goal.unit}`;
    const wordings =
      goal === null
        ? [
            `From ${ends[0]} to ${ends[1]} a request waits for ${hops} calls in a row${where(place)}. How long may all of it take, and how much of that has each?`,
            `A request passes ${between} one after the other${where(place)}. Which of these ${hops} calls could it do without?`,
            `${hops} calls wait for each other between ${ends[0]} and ${ends[1]}${where(place)}. If each is slow once in a hundred, how often is the request slow?`,
          ]
        : [
            `From ${ends[0]} to ${ends[1]} a request waits for ${hops} calls in a row${where(place)}, and you allow ${countWords(goal.value)} ms: ${each} ms each. Which of them takes longer?`,
            `${allowed} over ${hops} calls (${between}) leaves ${each} ms for each${where(place)}. ${isLong ? "Which call could a request do without?" : "Which of them needs more than that, and when?"}`,
            `If each of the ${hops} calls between ${ends[0]} and ${ends[1]}${where(place)} is slow once in a hundred, how often do you miss your ${countWords(goal.value)} ms?`,
          ];
    return [
      {
        subject: `${path[0] ?? ""}-${path.at(-1) ?? ""}`,
        facts: ["latency-goal-stated"],
        place,
        strength: isLong ? 0.65 : 0.5,
        ...(goal === null ? {} : { owedFrom: "high-level" as const }),
        wordings,
      },
    ];
  },
  mended(_subject, { view }) {
    const hops = longestChain(graphOfView(view)).length - 1;
    return hops < 1 ? "" : `The longest way of a request is ${hops} ${hops === 1 ? "call" : "calls"} now.`;
  },
};

/** Whether the text shares the time out among parts of the way already. */
const isAllotted = ({ prose }: DesignView, path: readonly string[]): boolean =>
  prose.some(({ text }) => {
    const shares = text.match(/\d\s?(?:ms|milliseconds)\b/gi) ?? [];
    return shares.length >= 2 && path.some((id) => text.toLowerCase().includes(id.toLowerCase()));
  });

/** All reads reach the one store that also takes the writes. */
export const readsReach: TopicKind = {
  name: "reads-reach",
  source: "challenge",
  find({ view, claims }) {
    const reads = claimOf(claims, "reads");
    const writes = claimOf(claims, "writes");
    const [database] = drawn(view, "database");
    const isRelieved = (["cache", "replicadb", "cdn"] as const).some((kind) => drawn(view, kind).length > 0);
    if (reads === null || database === undefined || isRelieved || reads.value < 1_000) return [];
    const place = lineOf(view, database);
    const db = tick(database.id);
    const rate = `${countWords(reads.value)} reads a second`;
    const ratio = writes === null || writes.value <= 0 ? null : reads.value / writes.value;
    return [
      {
        subject: database.id,
        facts: ["cache-drawn", "replica-database-drawn"],
        place,
        strength: 0.75,
        wordings: [
          `Every one of your ${rate} ends at ${db}${where(place)}${ratio === null || ratio < 2 ? "" : `, ${countWords(ratio)} for each write`}. What keeps it from being the first to give in?`,
          `In the diagram ${rate} all go to ${db}${where(place)}. How many can it answer, and what happens at twice that?`,
          `${rate} reach ${db}${where(place)}, a few rows far more often than the rest. Which work does it do again and again for nothing?`,
        ],
      },
    ];
  },
  mended(_subject, { view }) {
    const [relief] = (["cache", "replicadb", "cdn"] as const).flatMap((kind) => drawn(view, kind));
    return relief === undefined
      ? ""
      : `${tick(relief.id)}${where(lineOf(view, relief))} takes reads off the database now.`;
  },
};

/** Requests under way at one moment, by Little's law. */
export const inFlight: TopicKind = {
  name: "in-flight",
  source: "challenge",
  find({ view, claims }) {
    const reads = claimOf(claims, "reads");
    const goal = claimOf(claims, "latency");
    const called = new Set(view.reading.model.edges.map(({ to }) => to));
    const services = drawn(view, "service");
    const service = services.find(({ id }) => called.has(id)) ?? services[0];
    if (reads === null || goal === null || service === undefined) return [];
    const under = (reads.value * goal.value) / 1_000;
    if (under < 50) return [];
    const place = lineOf(view, service);
    const share = countWords(under / service.replicas);
    const rate = `${countWords(reads.value)} reads a second`;
    return [
      {
        subject: service.id,
        facts: ["service-replicated"],
        place,
        strength: 0.5,
        wordings: [
          `${rate} at ${countWords(goal.value)} ms are ${countWords(under)} requests under way at any moment; ${tick(service.id)}${where(place)} is drawn ${timesWords(service.replicas)}. What does each hold open for its ${share}?`,
          `At ${rate} and ${countWords(goal.value)} ms, ${share} requests wait inside each ${tick(service.id)}${where(place)} at once. What runs out first there?`,
          `If ${tick(service.id)}${where(place)} answers in twice ${countWords(goal.value)} ms, ${countWords(under * 2)} requests are under way instead of ${countWords(under)}. What happens to those that come then?`,
        ],
      },
    ];
  },
  mended: () => "",
};

const timesWords = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

/** Connections that replicas open to the one database. */
export const connections: TopicKind = {
  name: "connections",
  source: "challenge",
  find({ view }) {
    const service = drawn(view, "service").find(({ replicas }) => replicas >= 2);
    const [database] = drawn(view, "database");
    if (service === undefined || database === undefined) return [];
    const said = view.prose.find(({ text }) => /pool|connection/i.test(text));
    const size = /pool(?: size)?(?: of|:| is)? (\d{1,5})\b|(\d{1,5}) (?:db |database )?connections/i.exec(
      said?.text ?? "",
    );
    const each = Number(size?.[1] ?? size?.[2] ?? Number.NaN);
    if (said !== undefined && !(each > 0)) return [];
    const place = said === undefined ? lineOf(view, service) : placeOf(view, "design", said.line, said.endLine);
    const n = service.replicas;
    const wordings = Number.isFinite(each)
      ? [
          `${n} of ${tick(service.id)} with ${each} connections each${where(place)} are ${countWords(n * each)} at ${tick(database.id)}. How many does it take?`,
          `${countWords(n * each)} connections reach ${tick(database.id)} from ${n} of ${tick(service.id)}${where(place)}. What does a deploy that starts ${n} more do to it?`,
          `With ${each} connections in each of ${n} ${tick(service.id)}${where(place)}, how long does request number ${countWords(each + 1)} wait?`,
        ]
      : [
          `${n} of ${tick(service.id)}${where(place)} talk to one ${tick(database.id)}. How many connections does each hold, and how many does ${tick(database.id)} take?`,
          `Each of the ${n} ${tick(service.id)}${where(place)} opens connections to ${tick(database.id)}. What happens when a deploy starts ${n} more beside them?`,
          `If ${tick(database.id)} takes 100 connections, ${Math.floor(100 / n)} are left for each of the ${n} ${tick(service.id)}${where(place)}. What does the next request do?`,
        ];
    return [{ subject: service.id, facts: ["service-replicated"], place, strength: 0.35, wordings }];
  },
  mended: () => "",
};

/** A read replica is behind, and nothing says what a reader may see. */
export const lag: TopicKind = {
  name: "lag",
  source: "challenge",
  find({ view }) {
    const [replica] = drawn(view, "replicadb");
    const isSaid = view.prose.some(({ text }) =>
      /\blag|\bstale|behind|read[- ]your|eventual|primary for|not yet there/i.test(text),
    );
    if (replica === undefined || isSaid || !isStore(replica)) return [];
    const place = lineOf(view, replica);
    const id = tick(replica.id);
    const made =
      view.create === null
        ? "A row"
        : `What ${tick(`${view.create.operation.method} ${view.create.operation.path}`)} wrote`;
    return [
      {
        subject: replica.id,
        facts: ["replica-database-drawn"],
        place,
        strength: 0.55,
        wordings: [
          `${made} is on ${id}${where(place)} a moment later. What does a reader get who asks there before that?`,
          `A client makes something and reads it back at once from ${id}${where(place)}. What does it see?`,
          `${id}${where(place)} is two seconds behind. Which of your requests gives a wrong answer then?`,
        ],
      },
    ];
  },
  mended: (subject, { view }) =>
    drawn(view, "replicadb").some(({ id }) => id === subject)
      ? `What a reader of ${tick(subject)} may miss is said now.`
      : "",
};
