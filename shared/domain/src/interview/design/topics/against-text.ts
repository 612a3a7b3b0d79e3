import type { ComponentKind } from "../../../design/model.ts";
import { kindWords } from "../../../design/kinds.ts";
import { isRedirect, placeOf, statusesOf } from "../design-view.ts";
import { lengthOf } from "../arithmetic.ts";
import { endpointOf } from "../facts/api.ts";
import { remembered } from "../../language/remembered.ts";
import type { TopicKind } from "./kind.ts";
import { lineOf, statementsOf } from "./statements.ts";
import { cited, tick, where } from "./words.ts";

const spelled = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const numberOf = (word: string): number =>
  spelled.includes(word.toLowerCase()) ? spelled.indexOf(word.toLowerCase()) : Number(word);
const countPattern = `(\\d{1,2}|${spelled.slice(1).join("|")})`;
const characters = new RegExp(
  `\\b${countPattern}[ -](?:random |base ?-?62 |alphanumeric )*(characters?|chars?|letters|symbols)\\b`,
  "i",
);
const copies = new RegExp(
  `\\b${countPattern} (?:\\w+ ){0,2}?(?:services?|instances|replicas|servers|copies|nodes)\\b`,
  "i",
);
const copiesAre = new RegExp(
  `\\b(?:services|instances|replicas|servers|copies|nodes) (?:are|is) ${countPattern}\\b`,
  "i",
);

/** The counted characters and services of a sentence; sentences are mostly those of the reading before. */
const charactersIn = remembered((sentence): readonly string[] => [...(characters.exec(sentence) ?? [])]);
const copiesIn = remembered((sentence): readonly string[] => [
  ...(copies.exec(sentence) ?? copiesAre.exec(sentence) ?? []),
]);

/** The text counts other characters than the schema or the endpoint. */
export const length: TopicKind = {
  name: "length",
  source: "contradiction",
  find({ view }) {
    const { lookup, create } = view;
    if (lookup === null) return [];
    const { table, column } = lookup;
    const act = create?.acts.find((one) => one.kind === "insert" && one.table === table.name);
    const value = act !== undefined && "insert" in act.step ? act.step.values[column.name] : undefined;
    const made = typeof value === "object" && value !== null && "base62" in value ? value.base62 : null;
    const holds = lengthOf(column.type);
    for (const { sentence, paragraph } of statementsOf(view)) {
      const found = charactersIn(sentence);
      const [counted] = found;
      if (counted === undefined || !/code|slug|alias|short|key|base ?62/i.test(`${paragraph.heading} ${sentence}`))
        continue;
      const said = numberOf(found[1] ?? "");
      const other = made !== null && made !== said ? made : holds !== null && isOtherLength(said, holds) ? holds : null;
      if (other === null || said === 0) continue;
      const text = lineOf(view, paragraph, counted);
      const isMade = other === made;
      const place = isMade && act !== undefined ? placeOf(view, "api", act.line) : placeOf(view, "schema", column.line);
      const what = isMade
        ? `the length of ${tick(column.name)} is ${other}${where(place)}`
        : `${tick(`${column.name} ${column.type}`)} takes no more than ${other}${where(place)}`;
      return [
        {
          subject: `${table.name}.${column.name}`,
          facts: ["key-space-enough"],
          place,
          strength: 0.9,
          wordings: [
            `The design says ${cited(counted)}${where(text)}, but ${what}. Which of the two holds?`,
            `${what[0]?.toUpperCase() ?? ""}${what.slice(1)}, and design ${text.line} speaks of ${said}. Which one do clients get to see?`,
            `A value of ${said} characters, as in design ${text.line}, meets ${tick(`${table.name}.${column.name}`)}${where(place)}. What happens?`,
          ],
        },
      ];
    }
    return [];
  },
  mended(subject, { view: { lookup } }) {
    if (lookup === null || `${lookup.table.name}.${lookup.column.name}` !== subject) return "";
    return `Text and schema agree on ${tick(`${lookup.column.name} ${lookup.column.type}`)} now.`;
  },
};

/** The endpoint makes more characters than the column takes. */
export const fit: TopicKind = {
  name: "fit",
  source: "contradiction",
  find({ view }) {
    const { lookup, create } = view;
    const act = create?.acts.find((one) => one.kind === "insert" && one.table === lookup?.table.name);
    if (lookup === null || create === null || act === undefined || !("insert" in act.step)) return [];
    const value = act.step.values[lookup.column.name];
    const made =
      typeof value === "object" && value !== null
        ? "base62" in value
          ? value.base62
          : "uuid" in value
            ? 36
            : null
        : null;
    const holds = lengthOf(lookup.column.type);
    if (made === null || holds === null || made <= holds) return [];
    const column = tick(`${lookup.column.name} ${lookup.column.type}`);
    const place = placeOf(view, "schema", lookup.column.line);
    const endpoint = tick(endpointOf(create.operation));
    return [
      {
        subject: `${lookup.table.name}.${lookup.column.name}`,
        facts: ["key-space-enough"],
        place,
        strength: 0.95,
        wordings: [
          `${endpoint} makes ${made} characters (api ${act.line}), ${column} takes ${holds}${where(place)}. What does the first request get?`,
          `${made} characters from api ${act.line} go into ${column}${where(place)}. What does the database say to that?`,
          `Which is right, the ${made} characters of ${endpoint} (api ${act.line}) or ${column}${where(place)}?`,
        ],
      },
    ];
  },
  mended: (_subject, { view: { lookup } }) =>
    lookup === null ? "" : `${tick(`${lookup.column.name} ${lookup.column.type}`)} takes what is made now.`,
};

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

/** The text answers another redirect than the API. */
export const redirectStatus: TopicKind = {
  name: "redirect-status",
  source: "contradiction",
  find({ view }) {
    const operation = view.operations.find((one) => statusesOf(one.operation).some(isRedirect))?.operation;
    const own = new Set(operation === undefined ? [] : statusesOf(operation));
    const status = [...own].find(isRedirect);
    if (operation === undefined || status === undefined) return [];
    const said = statementsOf(view).flatMap(({ sentence, paragraph }) =>
      Array.from(sentence.matchAll(/\b3\d\d\b/g), ([word]) => ({ word, sentence, paragraph })).filter(({ word }) =>
        isRedirect(Number(word)),
      ),
    );
    const [other] = said;
    if (other === undefined || said.some(({ word }) => own.has(Number(word)))) return [];
    const text = lineOf(view, other.paragraph, other.word);
    const line = operation.responses.find((one) => one.status === status)?.line ?? operation.line;
    const place = placeOf(view, "api", line);
    const endpoint = tick(endpointOf(operation));
    return [
      {
        subject: endpointOf(operation),
        facts: ["redirect-temporary"],
        place,
        strength: 0.85,
        wordings: [
          `${endpoint} answers ${status}${where(place)}, design ${text.line} says ${other.word}. Which of them do you want, and what follows from it?`,
          `Design ${text.line} speaks of ${other.word} and the API answers ${status}${where(place)}. What would a browser do differently?`,
          `${status} in api ${place.line}, ${other.word} in design ${text.line}: which one did you decide on?`,
        ],
      },
    ];
  },
  mended(endpoint, { view }) {
    const operation = view.operations.find((one) => endpointOf(one.operation) === endpoint)?.operation;
    const status = operation === undefined ? undefined : statusesOf(operation).find(isRedirect);
    return status === undefined ? "" : `Text and API agree on ${status} now.`;
  },
};

/** A column that takes fewer characters than are said, or that is as short as codes are and takes some more. */
const isOtherLength = (said: number, holds: number): boolean =>
  said > holds || (holds <= longestOfCodes && holds - said > 1);

const longestOfCodes = 8;
