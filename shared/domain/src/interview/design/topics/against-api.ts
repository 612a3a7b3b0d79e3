import { isRedirect, placeOf, statusesOf } from "../design-view.ts";
import { endpointOf } from "../facts/api.ts";
import type { TopicKind } from "./kind.ts";
import { lineOf, statementsOf } from "./statements.ts";
import { tick, where } from "./words.ts";

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
