import { keyName } from "../../../design/key-words.ts";
import type { Operation } from "../../../design/model.ts";
import { isRedirect, statusesOf } from "../design-view.ts";
import { endpointOf, fieldsOf } from "../facts/api.ts";
import type { FactName } from "../../facts.ts";
import type { Act } from "../acts.ts";
import { tick } from "../topics/words.ts";
import type { Ask, Asker } from "./ask.ts";

interface Given {
  operation: Operation;
  acts: readonly Act[];
  it: string;
}

interface Template {
  id: string;
  strength: number;
  facts: FactName[];
  when: (given: Given) => boolean;
  words: (given: Given) => [string, string, string];
}

const method =
  (...methods: Operation["method"][]) =>
  ({ operation }: Given) =>
    methods.includes(operation.method);

/** What its steps answer, where it says them; a run shows that, whatever its responses promise. */
function redirectOf(operation: Operation): number | undefined {
  const declared = statusesOf(operation).find(isRedirect);
  if (operation.steps.length === 0) return declared;
  const [step] = operation.steps.flatMap((one) => ("redirect" in one ? [one] : []));
  return step === undefined ? undefined : (step.status ?? declared ?? 302);
}

const hasStatus =
  (...wanted: number[]) =>
  ({ operation }: Given) =>
    operation.responses.some(({ status }) => wanted.includes(status));

const templates: readonly Template[] = [
  {
    id: "repeat",
    strength: 0.85,
    facts: ["create-is-idempotent"],
    when: (given) => method("POST")(given) && given.operation.idempotency === undefined,
    words: ({ it }) => [
      `${it} is called, the answer gets lost, and the client calls again. What is there afterwards?`,
      `A phone sends ${it} twice because the train went into a tunnel. How many things were made?`,
      `How does ${it} know that it has seen this very request before?`,
    ],
  },
  {
    id: "kept-key",
    strength: 0.8,
    facts: ["create-is-idempotent", "idempotency-column-unique"],
    when: ({ operation }) => operation.idempotency !== undefined,
    words: ({ it, operation }) => {
      const key = tick(operation.idempotency === undefined ? "" : keyName(operation.idempotency));
      return [
        `The first ${it} with a ${key} is still under way when the second arrives. What does the second one get?`,
        `${it} comes with a known ${key} and another body. What do you answer?`,
        `For how long does ${it} remember a ${key}, and what does a repeat after that do?`,
      ];
    },
  },
  {
    id: "redirect",
    strength: 0.8,
    facts: ["redirect-temporary"],
    when: ({ operation }) => operation.method === "GET" && redirectOf(operation) !== undefined,
    words: ({ it, operation }) => {
      const status = redirectOf(operation) ?? 302;
      return [
        `${it} answers ${status}. What do browsers and proxies in between make of that the second time?`,
        `You answer ${status} at ${it}. How would you count visits then, and how change a target?`,
        `What would be different for a visitor if ${it} answered another status than ${status}?`,
      ];
    },
  },
  {
    id: "lookup",
    strength: 0.7,
    facts: ["lookup-by-key", "lookup-has-index"],
    when: (given) => method("GET")(given) && given.acts.some(({ kind }) => kind === "get"),
    words: ({ it, acts }) => {
      const act = acts.find(({ kind }) => kind === "get");
      const by = tick(`${act?.table ?? ""}.${act?.by[0] ?? ""}`);
      return [
        `${it} looks for ${by}. Follow one such request from the client to the row and back: who does what?`,
        `${it} is called a thousand times for the same ${by}. What does the last of these calls cost?`,
        `What does ${it} answer when ${by} has no such value, and what does that answer cost?`,
      ];
    },
  },
  {
    id: "list",
    strength: 0.7,
    facts: ["list-is-paginated"],
    when: (given) => given.acts.some(({ kind }) => kind === "list"),
    words: ({ it }) => [
      `In which order does ${it} answer, and what does a client see when something is added while it reads on?`,
      `How much can ${it} answer at once, and how does a client get the rest?`,
      `Who may see what ${it} lists, and where is that checked?`,
    ],
  },
  {
    id: "input",
    strength: 0.6,
    facts: ["bad-input-is-4xx"],
    when: ({ operation }) => fieldsOf(operation.body).length > 0,
    words: ({ it, operation }) => {
      const field = tick(fieldsOf(operation.body)[0]?.[0] ?? "");
      return [
        `Which values of ${field} does ${it} refuse, and with what?`,
        `Somebody sends ${it} a ${field} of five megabytes. Where does that end?`,
        `What does ${it} do with a field that it doesn't know?`,
      ];
    },
  },
  {
    id: "created",
    strength: 0.55,
    facts: ["create-answers-key"],
    when: (given) => method("POST", "PUT")(given) && hasStatus(200, 201, 202)(given),
    words: ({ it, operation }) => {
      const status = operation.responses.find((one) => one.status < 300)?.status ?? 201;
      return [
        `${it} answers ${status}. What exactly is safe at the moment when the client reads that?`,
        `With what ${it} answers, what can the client do next without asking again?`,
        `The service dies right after ${it} answered ${status}. What is left of it?`,
      ];
    },
  },
  {
    id: "conflict",
    strength: 0.65,
    facts: ["collision-said"],
    when: hasStatus(409),
    words: ({ it }) => [
      `${it} answers 409. What should a client do then, and what must it not do?`,
      `Between which two requests can the 409 of ${it} come about?`,
      `Who finds out first that ${it} has to answer 409, the service or the database?`,
    ],
  },
  {
    id: "delete",
    strength: 0.75,
    facts: ["unknown-is-404"],
    when: method("DELETE"),
    words: ({ it }) => [
      `${it} is sent twice. What does the second one answer?`,
      `After ${it}, who still has what was deleted?`,
      `Who may call ${it}, and how do you know that it is them?`,
    ],
  },
  {
    id: "change",
    strength: 0.75,
    facts: ["redirect-temporary", "cache-has-invalidation-text"],
    when: method("PUT", "PATCH"),
    words: ({ it }) => [
      `Two people send ${it} at the same time. Whose change stays?`,
      `After ${it}, when does the last reader see the new value?`,
      `Who may call ${it}, and where is that checked?`,
    ],
  },
  {
    id: "caller",
    strength: 0.35,
    facts: ["abuse-said"],
    when: () => true,
    words: ({ it }) => [
      `Who calls ${it}, how often, and what if one of them calls it a thousand times as often?`,
      `${it} takes ten seconds one day. What do its callers do?`,
      `Which of your numbers decides how ${it} has to be built?`,
    ],
  },
];

/** Questions about endpoints of which some line was just written, for each the three that fit best. */
export const endpointAsks: Asker = (view, isNew) =>
  view.operations.flatMap(({ operation, acts }, n): Ask[] => {
    const next = view.operations.map((one) => one.operation.line).filter((line) => line > operation.line);
    const end = Math.max(operation.line, Math.min(view.lines.api.length, ...next.map((line) => line - 1)));
    if (!isNew("api", operation.line, Math.min(end, operation.line + 60))) return [];
    const given = { operation, acts, it: `${tick(endpointOf(operation))} (api ${operation.line})` };
    return asksOf(given).map((ask) => ({ ...ask, strength: ask.strength - n * 0.001 }));
  });

/** The three questions that fit an endpoint best; `it` is how a sentence calls it. */
export function asksOf(given: Given): Ask[] {
  const { operation } = given;
  const fitting = templates.filter(({ when }) => when(given)).toSorted((a, b) => b.strength - a.strength);
  return fitting.slice(0, 3).map(({ id, strength, facts, words }) => ({
    id: `endpoint:${endpointOf(operation)}:${id}`,
    document: "api" as const,
    line: operation.line,
    facts,
    strength,
    wordings: words(given),
  }));
}
