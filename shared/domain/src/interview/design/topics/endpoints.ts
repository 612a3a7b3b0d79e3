import { keyName } from "../../../design/key-words.ts";
import { keyHeader } from "../key-header.ts";
import type { Operation } from "../../../design/model.ts";
import { type DesignView, placeOf } from "../design-view.ts";
import { endpointOf } from "../facts/api.ts";
import type { FactName } from "../../facts.ts";
import type { Fact } from "../design-facts.ts";
import { countWords } from "../figures.ts";
import type { Found, Given, TopicKind } from "./kind.ts";
import { tick, where } from "./words.ts";

const operationOf = (view: DesignView, endpoint: string): Operation | undefined =>
  view.operations.find(({ operation }) => endpointOf(operation) === endpoint)?.operation;

/** The fact where it is false and an endpoint stands for it. */
function denied({ facts }: Given, name: FactName): { fact: Fact; endpoint: string } | null {
  const fact = facts.get(name);
  const endpoint = fact?.holes["endpoint"];
  return fact === undefined || fact.holds || endpoint === undefined ? null : { fact, endpoint };
}

/** A kind that is nothing but a fact that does not hold. */
function ofFact(
  name: string,
  fact: FactName,
  strength: number,
  words: (given: Given, endpoint: string, at: string) => string[] | null,
  mended: (endpoint: string, now: Omit<Given, "claims">) => string,
): TopicKind {
  return {
    name,
    source: "challenge",
    find(given): Found[] {
      const found = denied(given, fact);
      if (found === null) return [];
      const wordings = words(given, found.endpoint, where(found.fact.place));
      return wordings === null
        ? []
        : [{ subject: found.endpoint, facts: [fact], place: found.fact.place, wordings, strength }];
    },
    mended: (endpoint, now) => (operationOf(now.view, endpoint) === undefined ? "" : mended(endpoint, now)),
  };
}

/** A client that hears nothing sends again. */
export const repeated = ofFact(
  "repeated",
  "create-is-idempotent",
  0.9,
  ({ view }, endpoint, at) => {
    const header = operationOf(view, endpoint)?.parameters.find(
      (one) => one.in === "header" && keyHeader.test(one.name),
    );
    const table = view.create?.acts.find(({ kind }) => kind === "insert")?.table;
    const rows = table === undefined ? "rows" : `rows of ${tick(table)}`;
    if (header !== undefined)
      return [
        `${tick(endpoint)}${at} is sent ${tick(header.name)}, and nothing in the documents keeps it. How does the second request know the first?`,
        `The same ${tick(header.name)} comes twice at ${tick(endpoint)}${at}, one second apart. How many ${rows} are there after that?`,
        `Who remembers ${tick(header.name)} of ${tick(endpoint)}${at}, and for how long?`,
      ];
    return [
      `A client sends ${tick(endpoint)}${at}, hears nothing and sends it again. How many ${rows} are there then?`,
      `The answer of ${tick(endpoint)}${at} is lost on its way back. What does the client do, and what does the server make of it?`,
      `Two requests to ${tick(endpoint)}${at} are the same byte for byte. How does the server tell a repeat from a second wish?`,
    ];
  },
  (endpoint, { view }) => {
    const kept = operationOf(view, endpoint)?.idempotency;
    return kept === undefined
      ? `${tick(endpoint)} can be sent twice now.`
      : `${tick(endpoint)} keeps ${tick(keyName(kept))} in ${tick(kept.column)} now.`;
  },
);

/** A list without an end. */
export const endless = ofFact(
  "endless",
  "list-is-paginated",
  0.7,
  ({ view, claims }, endpoint, at) => {
    const rows = claims.findLast(({ quantity }) => quantity === "rows");
    const many = rows === undefined ? "a million rows" : `${countWords(rows.value)} rows`;
    const table = tableListedBy(view, endpoint);
    return [
      `${tick(endpoint)}${at} answers with all there is. With ${many}${table} behind it, what does a client get, and when?`,
      `How large can one answer of ${tick(endpoint)}${at} become?`,
      `One call of ${tick(endpoint)}${at} finds 100,000 rows${table}. What does it do to the memory of the service that answers it?`,
    ];
  },
  (endpoint) => `${tick(endpoint)} has an end now.`,
);

/** ` of `links``, where the documents say which table an endpoint lists. */
function tableListedBy(view: DesignView, endpoint: string): string {
  const acts = view.operations.find(({ operation }) => endpointOf(operation) === endpoint)?.acts ?? [];
  const table = acts.find(({ kind }) => kind === "list")?.table;
  return table === undefined ? "" : ` of ${tick(table)}`;
}

/** An endpoint that touches no table. */
export const bodiless = ofFact(
  "bodiless",
  "every-endpoint-has-table",
  0.7,
  (_given, endpoint, at) => [
    `Which table does ${tick(endpoint)}${at} read or write?`,
    `${tick(endpoint)}${at} touches no table of your schema. Where does what it answers come from?`,
    `Follow one request to ${tick(endpoint)}${at} down to the data: which line of the schema does it reach?`,
  ],
  (endpoint) => `${tick(endpoint)} has a table now.`,
);

/** A redirect that browsers keep for good. */
export const permanent = ofFact(
  "permanent",
  "redirect-temporary",
  0.75,
  ({ facts }, endpoint, at) => {
    const status = facts.get("redirect-temporary")?.holes["number"] ?? "301";
    return [
      `${tick(endpoint)} answers ${status}${at}. Of one browser's next ten visits to the same address, how many reach you?`,
      `After a ${status} from ${tick(endpoint)}${at} the target has to be changed. Who still goes to the old one, and for how long?`,
      `What does a browser remember after a ${status} of ${tick(endpoint)}${at}, and what does that cost and save you?`,
    ];
  },
  (endpoint, { facts }) =>
    `${tick(endpoint)} answers ${facts.get("redirect-temporary")?.holes["number"] ?? "another status"} now.`,
);

/** Any string is taken. */
export const unchecked = ofFact(
  "unchecked",
  "bad-input-is-4xx",
  0.6,
  ({ facts }, endpoint, at) => {
    const field = tick(facts.get("bad-input-is-4xx")?.holes["column"] ?? "the body");
    return [
      `${tick(endpoint)}${at} takes any text as ${field}. Which texts would you rather not act upon?`,
      `Somebody sends "hello" as ${field} to ${tick(endpoint)}${at}. How far does it get, and what is the client told?`,
      `What does ${tick(endpoint)}${at} refuse as ${field}, and how does the client learn that sending it again won't help?`,
    ];
  },
  (endpoint) => `${tick(endpoint)} checks what it is sent now.`,
);

/** A value that nobody made is answered as if somebody had. */
export const unknownCode = ofFact(
  "unknown-code",
  "unknown-is-404",
  0.7,
  (_given, endpoint, at) => [
    `Somebody calls ${tick(endpoint)}${at} with a value that nobody made. What is answered?`,
    `How does a client of ${tick(endpoint)}${at} tell a value that never was from one that works?`,
    `A program tries a million values at ${tick(endpoint)}${at}. What does each try cost, and what does it learn?`,
  ],
  (endpoint) => `${tick(endpoint)} tells an unknown value from a known one now.`,
);

/** A required need that no endpoint serves, once there are others. */
export const unserved: TopicKind = {
  name: "unserved",
  source: "challenge",
  find({ view }) {
    const { unbound } = view.reading.model;
    const [last] = view.operations.slice(-1);
    if (last === undefined) return [];
    return unbound.slice(0, 2).map((need) => ({
      subject: need,
      facts: ["every-need-has-endpoint" as const],
      place: placeOf(view, "api", last.operation.line),
      strength: 0.55,
      wordings: [
        view.operations.length === 1
          ? `${tick(endpointOf(last.operation))} (api ${last.operation.line}) is your only endpoint. Which request does ${tick(need)}?`
          : `Your API has ${view.operations.length} endpoints, the last ${tick(endpointOf(last.operation))} (api ${last.operation.line}). Which of them serves ${tick(need)}?`,
        `Go through the needs of the problem with me: which request does ${tick(need)}?`,
        `After ${tick(endpointOf(last.operation))} (api ${last.operation.line}), how would a client get ${tick(need)} done?`,
      ],
    }));
  },
  mended(need, { view }) {
    const by = view.operations.find(({ operation }) => operation.capability === need)?.operation;
    return by === undefined ? "" : `${tick(endpointOf(by))} serves ${tick(need)} now.`;
  },
};
