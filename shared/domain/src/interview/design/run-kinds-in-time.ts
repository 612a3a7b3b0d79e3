import { endNames, keyNames } from "./column-names.ts";
import { placeOf } from "./design-view.ts";
import { endpointOf } from "./facts/api.ts";
import { endpointFor } from "./run-endpoint.ts";
import { type Failure, isWronglyRefused, placeOfAct, wantsRefusal } from "./run-failure.ts";
import { keySentAgain, lineWords, type RunKind } from "./run-kind.ts";
import { type ColumnAt, columnCalled, decidingLine } from "./run-line.ts";
import { cited, tick, where } from "./topics/words.ts";

/**
 * Ways to fail that come about between requests: one is let in beside another, comes again, or comes when the time of the
 * first is over. What they have in common is told by the exchanges that led there.
 */
export const runKindsInTime: readonly RunKind[] = [
  {
    // The first was done, and its repeat under the same key is told that it cannot be.
    facts: ["create-is-idempotent", "idempotency-column-unique"],
    is: (failure) => isWronglyRefused(failure) && keySentAgain(failure)?.statuses.slice(0, -1).some(isGood) === true,
    place: (failure) =>
      of(failure, (view, endpoint) => {
        const kept = columnCalled(view, endpoint, keyNames);
        return kept === null ? decidingLine(view, endpoint, writing) : placeOfAct(...writing)(failure);
      }),
    words: (failure, place) => {
      const again = keySentAgain(failure);
      const header = tick(again?.header ?? "");
      const first = again?.statuses.find(isGood) ?? 200;
      const status = failure.result.response?.status ?? 409;
      const kept = named(failure, keyNames);
      const told = `${failure.request} answered ${first} and, for the same ${header} again, ${status}`;
      return [
        `${told}. ${kept === null ? `What in ${lineWords(place)} remembers that key?` : `What between ${lineWords(place)} and ${kept} finds that key again?`}`,
        `${told}: the client believes that it failed. Who could have told it otherwise, from ${lineWords(place)} on?`,
        `The second request with one ${header} was refused (${status}) as if it were somebody else's. By what could ${lineWords(place)} have known it?`,
      ];
    },
  },
  {
    // Several who wanted one thing have it.
    facts: ["collision-said"],
    is: (failure) => isGood(statusOf(failure)) && (isRace(failure) || isLetInBeside(failure)),
    place: (failure) => of(failure, (view, endpoint) => decidingLine(view, endpoint, writing)),
    words: (failure, place) => {
      const did = isRace(failure)
        ? `${cited(failure.result.observed, 90)}, says the run`
        : `${failure.request} answered ${statusOf(failure) ?? 200} to somebody else while the first still had it`;
      return [
        `${did}. What in ${lineWords(place)} turns away all but the first?`,
        `${did}. Two requests arrive at ${lineWords(place)} together: at which moment does the second one lose?`,
        `${did}. Which line of yours would have had to refuse it, if not ${lineWords(place)}?`,
      ];
    },
  },
  {
    // What was let go of is still in the way.
    facts: ["expiry-column"],
    is: (failure) => isWronglyRefused(failure) && aboutTime(failure) && isOwnRepeat(failure),
    place: (failure) =>
      of(failure, (view, endpoint) => decidingLine(view, endpoint, writing, columnCalled(view, endpoint, endNames))),
    words: (failure, place) => {
      const status = failure.result.response?.status ?? 409;
      const until = named(failure, endNames);
      return [
        `The time of the first was over, and ${failure.request} still answered ${status}. ${until === null ? `Which column beside ${lineWords(place)} says until when?` : `Where, from ${lineWords(place)} on, is ${until} compared with the time now?`}`,
        `Nobody came back for it, and ${failure.request} answered ${status} to the next one. What in ${lineWords(place)} would have let them in?`,
        `${failure.request} answered ${status} long after the first had gone. Who or what should have made room, seen from ${lineWords(place)}?`,
      ];
    },
  },
  {
    // What had ended is taken for good all the same.
    facts: ["expiry-column"],
    is: (failure) => isWronglyGood(failure) && aboutTime(failure) && !isOwnRepeat(failure),
    place: (failure) =>
      of(failure, (view, endpoint) =>
        decidingLine(view, endpoint, ["update", "get", "insert"], columnCalled(view, endpoint, endNames)),
      ),
    words: (failure, place) => {
      const status = failure.result.response?.status ?? 200;
      const until = named(failure, endNames);
      return [
        `${failure.request} answered ${status} though the time was over. ${until === null ? `Which column beside ${lineWords(place)} could it have looked at?` : `Where, from ${lineWords(place)} on, does it look at ${until}?`}`,
        `Somebody came too late and ${failure.request} answered ${status}. Who else may have what they were given, by ${lineWords(place)}?`,
        `Between the end of the time and ${failure.request} (${status}) somebody else could have come. What in ${lineWords(place)} would have noticed?`,
      ];
    },
  },
  {
    // What was settled is given away again.
    facts: ["key-is-unique"],
    is: (failure) => isWronglyGood(failure) && isOwnRepeat(failure) && settled(failure) !== null,
    place: (failure) => of(failure, (view, endpoint) => decidingLine(view, settled(failure) ?? endpoint, writing)),
    words: (failure, place) => {
      const settling = settled(failure);
      const by = settling === null ? "the request before it" : tick(endpointOf(settling.operation));
      const status = failure.result.response?.status ?? 200;
      return [
        `After ${by} had succeeded, ${failure.request} answered ${status} to somebody else. What does ${lineWords(place)} leave behind that the next one looks at?`,
        `${failure.request} gave away what ${by} had made somebody's for good. Which of your lines would have had to say so, if not ${lineWords(place)}?`,
        `Once ${by} is done (${lineWords(place)}), what in your data is different for ${failure.request}?`,
      ];
    },
  },
];

const writing = ["update", "insert"] as const;

const statusOf = ({ result }: Failure): number | null => result.response?.status ?? null;
const isGood = (status: number | null): boolean => status !== null && status >= 200 && status < 300;
const isWronglyGood = (failure: Failure): boolean => isGood(statusOf(failure)) && wantsRefusal(failure);

const aboutTime = ({ result }: Failure): boolean => /\bexpir|\bended\b|\btoo late\b|\bfree again\b/i.test(result.name);

/** The endpoints that succeeded before the last request, oldest first. */
function succeeded({ view, exchanges }: Failure) {
  if (view === null) return [];
  const before = exchanges.slice(0, -1).filter(({ response }) => isGood(response?.status ?? null));
  return before.flatMap(({ request }) => endpointFor(view, request.method, request.path) ?? []);
}

const isOwnRepeat = (failure: Failure): boolean => succeeded(failure).some((one) => one === failure.endpoint);

/** The endpoint that came between two of the same and settled what the first had begun. */
const settled = (failure: Failure) => succeeded(failure).findLast((one) => one !== failure.endpoint) ?? null;

/** Whether several asked for one thing at once. */
const isRace = ({ result }: Failure): boolean => /\bonce of \d/.test(result.threshold);

/** One was let in while the time of another was running, and nothing in between had changed that. */
const isLetInBeside = (failure: Failure): boolean =>
  isWronglyGood(failure) && isOwnRepeat(failure) && settled(failure) === null;

type Endpoint = NonNullable<Failure["endpoint"]>;

const of = <T>(
  { view, endpoint }: Failure,
  ask: (view: NonNullable<Failure["view"]>, endpoint: Endpoint) => T,
): T | null => (view === null || endpoint === null ? null : ask(view, endpoint));

/** `seats.hold_until` (schema 9)`, where there is a column that is called so. */
function named(failure: Failure, names: RegExp): string | null {
  return of(failure, (view, endpoint) => {
    const found: ColumnAt | null = columnCalled(view, endpoint, names);
    if (found === null) return null;
    return `${tick(`${found.table.name}.${found.column.name}`)}${where(placeOf(view, "schema", found.column.line))}`;
  });
}
