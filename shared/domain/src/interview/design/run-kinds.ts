import { messageIn } from "../../judge/answer-message.ts";
import { placeOf } from "./design-view.ts";
import { type Failure, isWronglyRefused, placeOfAct, placeOfEndpoint } from "./run-failure.ts";
import { keySentAgain, lineWords, type RunKind } from "./run-kind.ts";
import { runKindsInTime } from "./run-kinds-in-time.ts";
import { cited, tick } from "./topics/words.ts";

const named =
  (words: RegExp) =>
  ({ result }: Failure): boolean =>
    words.test(result.name);

/** `answered 201 twice for one Idempotency-Key`, where the exchanges show it. */
function repeats(failure: Failure): { status: number; times: string; header: string } | null {
  const again = keySentAgain(failure);
  const status = failure.result.response?.status;
  if (again === null || status === undefined || !again.statuses.every((one) => one === status)) return null;
  const { header, statuses } = again;
  return { status, times: statuses.length === 2 ? "twice" : `${statuses.length} times`, header };
}

const answered = ({ result, request }: Failure): string => {
  if (result.request === undefined) return `${cited(result.name, 70)} failed`;
  const status = result.response?.status;
  return status === undefined ? `${request} was not answered` : `${request} answered ${status}`;
};

/** The answer's own words for it. */
function becauseOf({ result }: Failure): string {
  const message = messageIn(result.response?.body ?? "") ?? "";
  return message.trim() === "" ? "" : `, saying ${cited(message.replaceAll('"', "'"), 70)}`;
}

export const runKinds: readonly RunKind[] = [
  {
    facts: ["latency-goal-stated"],
    is: ({ result }) => result.request !== undefined && (result.response ?? null) === null,
    place: placeOfEndpoint,
    words: (failure, place) => [
      `${failure.request} got no answer at all in ${cited(failure.result.name)}. What does it wait for after ${lineWords(place)}?`,
      `In this run ${failure.request} kept a client waiting until it gave up. What is between ${lineWords(place)} and the answer?`,
      `${failure.request} stayed silent. Which of its steps could take that long, seen from ${lineWords(place)}?`,
    ],
  },
  {
    facts: [],
    is: ({ result }) => (result.response?.status ?? 0) >= 500,
    place: placeOfAct("insert"),
    words: (failure, place) => [
      `${answered(failure)} in ${cited(failure.result.name)}. What in ${lineWords(place)} could the database have refused?`,
      `A ${failure.result.response?.status ?? 500} says that the server is at fault. Which request did ${lineWords(place)} not reckon with?`,
      `${failure.request} failed inside (${failure.result.response?.status ?? 500}). What did it try to write or read at ${lineWords(place)}?`,
    ],
  },
  ...runKindsInTime,
  {
    // Whatever the test is about, it never came so far.
    facts: [],
    is: isWronglyRefused,
    place: placeOfAct("insert"),
    words: (failure, place) => [
      `${answered(failure)} to a sound request${becauseOf(failure)}. Which of your rules refuses it, from ${lineWords(place)} on?`,
      `Before the test could look at anything, ${answered(failure)}${becauseOf(failure)}. What between ${lineWords(place)} and the table says no?`,
      `A request that should pass was turned away: ${answered(failure)}${becauseOf(failure)}. What would you read first, ${lineWords(place)} or the column it fills?`,
    ],
  },
  {
    facts: ["create-is-idempotent", "idempotency-column-unique"],
    is: named(/idempot|twice|same key|one key|repeat/i),
    place: placeOfAct("insert"),
    words: (failure, place) => {
      const found = repeats(failure);
      const did =
        found === null
          ? `${cited(failure.result.name, 70)} failed`
          : `${failure.request} answered ${found.status} ${found.times} for one ${tick(found.header)}`;
      const seen = cited(failure.result.observed, 80);
      const again = found === null ? "the same request again" : `the same ${tick(found.header)} again`;
      return [
        `${did}. What in ${lineWords(place)} would have stopped the second row?`,
        `${did}: ${seen}. Where did the second request have a chance to learn of the first, around ${lineWords(place)}?`,
        `The run sent ${again} and saw ${seen}. What in ${lineWords(place)} remembers the first one?`,
      ];
    },
  },
  {
    facts: ["unknown-is-404"],
    is: named(/unknown|not found|missing/i),
    place: placeOfAct("get"),
    words: (failure, place) => [
      `${answered(failure)} for something that nobody made. What does ${lineWords(place)} do when it finds no row?`,
      `Nobody made what the run asked for, and ${answered(failure)}. How should a client tell, from ${lineWords(place)}?`,
      `The run tried a value that is not there and saw ${cited(failure.result.observed, 80)}. Which line decides that, if not ${lineWords(place)}?`,
    ],
  },
  {
    facts: ["bad-input-is-4xx"],
    is: named(/malformed|invalid|bad input|\bvalid/i),
    place: ({ view, endpoint }) =>
      view === null || endpoint === null
        ? null
        : placeOf(view, "api", endpoint.operation.bodyLine ?? endpoint.operation.line),
    words: (failure, place) => [
      `${answered(failure)} to ${bodyWords(failure)}. What does ${lineWords(place)} promise about what may come in?`,
      `The run sent ${bodyWords(failure)} and saw ${cited(failure.result.observed, 80)}. Who looks at it before it is stored, from ${lineWords(place)} on?`,
      `With ${bodyWords(failure)} stored, what does the next request get, and what could ${lineWords(place)} have done?`,
    ],
  },
  {
    facts: ["collision-said", "key-space-enough", "key-is-unique"],
    is: named(/distinct|collision|unique|alike|differ/i),
    place: placeOfAct("insert"),
    words: (failure, place) => [
      `${cited(failure.result.observed, 90)}, says the run. From how many values does ${lineWords(place)} choose?`,
      `Two requests were given the same value: ${cited(failure.result.observed, 80)}. What happens after ${lineWords(place)} when a value is taken?`,
      `How many values can ${lineWords(place)} make, and after how many would you expect the first two alike?`,
    ],
  },
  {
    facts: ["redirect-temporary", "lookup-by-key"],
    is: named(/redirect|resolve|open|location/i),
    place: placeOfAct("get"),
    words: (failure, place) => [
      `${cited(failure.result.observed, 90)}, says the run. What does a browser do with that answer of ${lineWords(place)}?`,
      `A visitor followed ${failure.request} and did not arrive: ${cited(failure.result.observed, 80)}. Which part of the answer sends people on, in ${lineWords(place)}?`,
      `${answered(failure)}. What has to be in that answer for a browser to move on, and where does ${lineWords(place)} say it?`,
    ],
  },
  {
    facts: ["failure-of-database-said", "no-single-service"],
    is: ({ result }) => result.suite === "chaos",
    place: placeOfEndpoint,
    words: (failure, place) => [
      `With one part stopped the run saw ${cited(failure.result.observed, 90)}. Which other part should have answered instead of ${lineWords(place)}?`,
      `${cited(failure.result.name, 70)} failed: ${cited(failure.result.observed, 80)}. Who noticed first that a part was gone?`,
      `What did clients of ${failure.request} see while the part was gone, and for how long may that be?`,
    ],
  },
  {
    facts: ["latency-goal-stated", "read-rate-stated"],
    is: ({ result }) => result.suite === "performance",
    place: placeOfEndpoint,
    words: (failure, place) => [
      `The run measured ${cited(failure.result.observed, 80)} and wanted ${cited(failure.result.threshold, 60)}. Where does the time go after ${lineWords(place)}?`,
      `${cited(failure.result.observed, 80)} was measured. What does ${failure.request} do on each call that it could do once?`,
      `What waits for what inside ${failure.request}, and which wait is the longest one?`,
    ],
  },
  {
    facts: [],
    is: () => true,
    place: placeOfEndpoint,
    words: (failure, place) => [
      `${cited(failure.result.name, 70)} failed: ${cited(failure.result.observed, 80)}. Which line led to that, if not ${lineWords(place)}?`,
      `The run expected ${cited(failure.result.threshold, 60)} and saw ${cited(failure.result.observed, 80)}. What is different from what you had in mind at ${lineWords(place)}?`,
      `Follow the request of ${cited(failure.result.name, 70)} from ${lineWords(place)} on: at which step does it go wrong?`,
    ],
  },
];

/** What was sent, short: a malformed value speaks for itself. */
function bodyWords({ result }: Failure): string {
  const body = result.request?.body;
  return body === undefined || body.trim() === "" ? "what the test sent" : tick(body);
}
