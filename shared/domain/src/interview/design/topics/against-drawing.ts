import type { ComponentKind } from "../../../design/model.ts";
import { kindWords } from "../../../design/kinds.ts";
import { placeOf } from "../design-view.ts";
import { remembered } from "../../language/remembered.ts";
import { countPattern, numberOf } from "./counted.ts";
import type { TopicKind } from "./kind.ts";
import { lineOf, statementsOf } from "./statements.ts";
import { cited, tick, where } from "./words.ts";

const copies = new RegExp(
  `\\b${countPattern} (?:\\w+ ){0,2}?(?:services?|instances|replicas|servers|copies|nodes)\\b`,
  "i",
);
const copiesAre = new RegExp(
  `\\b(?:services|instances|replicas|servers|copies|nodes) (?:are|is) ${countPattern}\\b`,
  "i",
);

/** The counted services of a sentence; sentences are mostly those of the reading before. */
const copiesIn = remembered((sentence): readonly string[] => [
  ...(copies.exec(sentence) ?? copiesAre.exec(sentence) ?? []),
]);

const undrawnWords: readonly [ComponentKind, RegExp][] = [
  ["cache", /\b(?:redis|memcached?|cache)\b/i],
  ["queue", /\b(?:queue|kafka|rabbitmq|sqs)\b/i],
  ["gateway", /\b(?:load balancer|gateway|reverse proxy)\b/i],
  ["replicadb", /\b(?:read[- ]replicas?)\b/i],
  ["cdn", /\bcdn\b/i],
  ["worker", /\b(?:workers?|consumers?)\b/i],
];

/** The text tells of a part that the diagram doesn't show. */
export const undrawn: TopicKind = {
  name: "undrawn",
  source: "contradiction",
  find({ view }) {
    const drawn = view.reading.model.components.filter(({ from }) => from !== "default");
    if (drawn.length < 2) return [];
    const statements = statementsOf(view);
    return undrawnWords.flatMap(([kind, words]) => {
      if (drawn.some((one) => one.kind === kind || words.test(one.label))) return [];
      const one = statements.find(
        ({ sentence }) =>
          words.test(sentence) && !/(?:browser|http|client|dns|postgres)(?:'s)? cache|cache header/i.test(sentence),
      );
      if (one === undefined) return [];
      const said = words.exec(one.sentence)?.[0] ?? kind;
      const place = lineOf(view, one.paragraph, said);
      const name = kindWords[kind];
      return [
        {
          subject: kind,
          facts:
            kind === "cache"
              ? ["cache-drawn" as const]
              : kind === "queue"
                ? ["queue-drawn" as const]
                : kind === "gateway"
                  ? ["gateway-drawn" as const]
                  : kind === "replicadb"
                    ? ["replica-database-drawn" as const]
                    : [],
          place,
          strength: 0.8,
          wordings: [
            `Design ${place.line} says ${cited(one.sentence, 70)}, and the diagram has no ${name}. Between which two boxes does it stand?`,
            `The text counts on a ${name}${where(place)}; none of the ${drawn.length} boxes drawn is one. Which of the two is your design?`,
            `Follow a request along your arrows: where does it meet the ${name} of design ${place.line}?`,
          ],
        },
      ];
    });
  },
  mended(kind, { view }) {
    const one = view.reading.model.components.find(
      (component) => component.kind === kind && component.from !== "default",
    );
    return one === undefined
      ? ""
      : `${tick(one.id)} is drawn now${one.line === undefined ? "" : ` (design ${one.line})`}.`;
  },
};

/** The text counts other replicas than the diagram. */
export const replicaCount: TopicKind = {
  name: "replica-count",
  source: "contradiction",
  find({ view }) {
    const services = view.reading.model.components.filter(({ kind, from }) => kind === "service" && from !== "default");
    const [service] = services;
    if (service === undefined || service.line === undefined) return [];
    const total = services.reduce((sum, { replicas }) => sum + replicas, 0);
    for (const { sentence, paragraph } of statementsOf(view)) {
      const found = copiesIn(sentence);
      const [counted] = found;
      const said = numberOf(found[1] ?? "");
      if (counted === undefined || /read replica|database|db\b|cache|shard/i.test(sentence) || said < 1) continue;
      if (said === total || said === services.length || services.some(({ replicas }) => replicas === said)) continue;
      const text = lineOf(view, paragraph, counted);
      const place = placeOf(view, "design", service.line);
      const drawn = service.replicas === 1 ? "once" : service.replicas === 2 ? "twice" : `${service.replicas} times`;
      return [
        {
          subject: service.id,
          facts: ["service-replicated"],
          place,
          strength: 0.75,
          wordings: [
            `Design ${text.line} says ${cited(counted)}, and ${tick(service.id)} is drawn ${drawn}${where(place)}. How many are there?`,
            `${tick(service.id)}${where(place)} is drawn ${drawn} and the text counts ${said} (design ${text.line}). Which number do you reckon with when one dies?`,
            `With ${tick(service.id)} drawn ${drawn}${where(place)}, what becomes of ${cited(counted)} in design ${text.line}?`,
          ],
        },
      ];
    }
    return [];
  },
  mended(subject, { view }) {
    const one = view.reading.model.components.find(({ id }) => id === subject);
    return one === undefined ? "" : `Text and diagram agree on ${tick(subject)} now: ${one.replicas}.`;
  },
};
