import type { TestResult } from "@proofroom/domain/judge/result";
import { messageIn } from "@proofroom/domain/judge/answer-message";
import {
  type Explained,
  failuresOf,
  isRepeat,
  linesOf,
  logEvidence,
  repeatNext,
  resultEvidence,
  type Rule,
} from "./case.ts";

interface Sign {
  category: string;
  fits: (result: TestResult, status: number) => boolean;
  cause: (result: TestResult, asked: string) => string;
  nextStep: string;
  attribution?: Explained["attribution"];
}

const expects = ({ threshold }: TestResult, pattern: RegExp): boolean => pattern.test(threshold);

/** Names what a test looked for in an answer and did not find; all that it was to do with that was not tried. */
const missingIn = ({ observed }: TestResult): string | undefined =>
  / without an? ([\w -]+) that could be found\./.exec(observed)?.[1];

const isAccepted = (result: TestResult, status: number): boolean =>
  expects(result, /answers 4(xx|\d\d)/) && status < 400;

/** Whether a test sends what is wrong by itself, whatever the design holds. */
const isMalformed = ({ name, teaches }: TestResult): boolean =>
  /malformed|bad input|format|valid/i.test(`${name} ${teaches}`);

/** Whether time had been moved on since the same was asked for with success, so that what that made should be over. */
const isAfterItsEnd = ({ clockMoved = 0, request, before = [] }: TestResult): boolean =>
  before.some(
    (one) =>
      one.request.method === request?.method &&
      one.request.path === request.path &&
      (one.response?.status ?? 500) < 400 &&
      clockMoved > 0,
  );

/** What an answer that is not as expected says about the design that gave it. */
const signs: Sign[] = [
  {
    category: "value-missing",
    fits: (result, status) => status < 400 && missingIn(result) !== undefined,
    cause: (result, asked) =>
      `${asked} answered ${result.response?.status ?? ""}, and no ${missingIn(result) ?? "value"} was found in its answer.`,
    nextStep: "Return the value in the answer's body under the name by which the problem calls it.",
  },
  {
    category: "server-error",
    fits: (_, status) => status >= 500 && status !== 502 && status !== 504,
    cause: (result, asked) =>
      `${asked} answered ${result.response?.status ?? ""}: the service failed at it. ${reasonIn(result)}`,
    nextStep: "Read the service's log around that request, and what its x-operation does step by step.",
  },
  {
    category: "gateway-error",
    fits: (_, status) => status === 502 || status === 504,
    cause: (_, asked) => `${asked} reached no service behind the gateway in time.`,
    nextStep: "Run again; if it happens again, read the gateway's log for what it found at the services.",
    attribution: "deployment",
  },
  {
    category: "no-such-route",
    fits: (result, status) => status === 404 && expects(result, /answers 2xx|answers 20\d|redirects/),
    cause: (_, asked) => `${asked} was answered 404, although the test had just made what it asks for.`,
    nextStep: "Look whether the read uses the column that the write fills, and the same value.",
  },
  {
    category: "good-input-refused",
    fits: (result, status) => expects(result, /redirects to/) && (status === 400 || status === 422),
    cause: (result, asked) =>
      `${asked} refused with ${result.response?.status ?? ""} what the test had just been given. ${reasonIn(result)}`,
    nextStep:
      "Compare what the endpoint declares of its parameter, such as its pattern and its length, with the value that is made.",
  },
  {
    category: "redirect-missing",
    fits: (result, status) => expects(result, /redirects to/) && (status < 300 || status > 399),
    cause: (result, asked) =>
      `${asked} answered ${result.response?.status ?? ""} where a redirect was expected: the browser would stay.`,
    nextStep: "Let that endpoint answer 302 with the stored URL as its Location.",
  },
  {
    category: "redirect-elsewhere",
    fits: (result, status) => expects(result, /redirects to/) && status >= 300 && status <= 399,
    cause: (_, asked) => `${asked} redirected to another address than the one that was stored.`,
    nextStep: "Store the URL as it was sent, and redirect to that column unchanged.",
  },
  {
    category: "absent-is-found",
    fits: (result, status) => expects(result, /answers 404/) && status < 400,
    cause: (result, asked) => `${asked} answered ${result.response?.status ?? ""} for something that does not exist.`,
    nextStep: "Let the read answer 404 when it finds no row.",
  },
  {
    category: "bad-input-accepted",
    fits: (result, status) => isAccepted(result, status) && isMalformed(result),
    cause: (result, asked) => `${asked} accepted what it should have refused (${result.response?.status ?? ""}).`,
    nextStep: "Declare the field's format in the request schema, so that what is malformed is refused with a 4xx.",
  },
  {
    category: "unguarded-write",
    fits: (result, status) =>
      isAccepted(result, status) || (status < 400 && expects(result, /2xx (?:once|\d+ times) of/)),
    cause: (result, asked) =>
      `${asked} was answered ${result.response?.status ?? ""} although what was there already forbids it: nothing in its steps or in the schema refused it.`,
    nextStep:
      "Let the write itself look: the state and the time that it may find go into the where of its update, with 409 where no row fits, or a unique constraint refuses the second row. A check before the write is not enough, since two requests can both pass it.",
  },
  {
    category: "repeat-made-two",
    fits: (result, status) => status < 400 && /idempot|Idempotency-Key/i.test(`${result.name} ${result.threshold}`),
    cause: (_, asked) => `${asked} was sent twice under one key, and the second send was not recognised as the first.`,
    nextStep: "Keep the key in a column with a unique constraint, and return the row that has it.",
  },
  {
    category: "values-met",
    fits: (result, status) => status < 400 && expects(result, /distinct|gives another/),
    cause: (_, asked) => `${asked} gave the same value to two requests that should each have their own.`,
    nextStep: "Widen the space from which the value is drawn, make its column unique, and draw again when it is taken.",
  },
  {
    category: "refused-and-kept",
    fits: (result, status) => status >= 400 && status < 500 && expects(result, /gives another/),
    cause: (result, asked) =>
      `${asked} refused with ${result.response?.status ?? ""}, and left its row behind all the same.`,
    nextStep: "Put the steps that belong together into one transaction, so that a refusal takes back what was written.",
  },
  {
    category: "end-not-seen",
    fits: (result, status) => expects(result, /answers 2/) && isAfterItsEnd(result) && status >= 400 && status < 500,
    cause: (result, asked) =>
      `${asked} was refused with ${result.response?.status ?? ""} by what had ended by then. ${reasonIn(result)}`,
    nextStep:
      "Let the write look at the time as well: what is over counts as free in the where of its update, or is deleted in the same transaction before the new row is added.",
  },
  {
    category: "repeat-refused",
    fits: (result, status) => isRepeat(result) && expects(result, /answers 2/) && status >= 400 && status < 500,
    cause: (result, asked) =>
      `${asked} had succeeded, and the same sent again was refused with ${result.response?.status ?? ""} instead of being answered as the first. ${reasonIn(result)}`,
    nextStep: repeatNext,
  },
  {
    category: "good-input-refused",
    fits: (result, status) => expects(result, /answers 2/) && status >= 400 && status < 500,
    cause: (result, asked) =>
      `${asked} refused a sound request with ${result.response?.status ?? ""}. ${reasonIn(result)}`,
    nextStep: "Compare the request's body with the schema that the endpoint declares, and with the columns it fills.",
  },
];

/** A test failed by what it was answered: the first failure counts, later ones often follow from it. */
export const answeredWrong: Rule = ({ run }) => {
  for (const result of failuresOf(run)) {
    const status = result.response?.status;
    if (status === undefined || result.request === undefined) continue;
    const sign = signs.find(({ fits }) => fits(result, status));
    if (sign === undefined) continue;
    const asked = `\`${result.request.method} ${result.request.path.slice(0, 80)}\``;
    const same = failuresOf(run).filter(
      (other) => endpointOf(other) === endpointOf(result) && sign.fits(other, other.response?.status ?? 0),
    );
    return {
      category: sign.category,
      cause: sign.cause(result, asked).trim(),
      attribution: sign.attribution ?? "design",
      evidence: [...same.slice(0, 3).map(resultEvidence), ...linesOf(run, result).slice(-4).map(logEvidence)],
      nextStep: sign.nextStep,
      confidence: 0.8,
    };
  }
  return null;
};

/** Of the endpoint that a test asks, its expectation says method and path first. */
const endpointOf = ({ threshold }: TestResult): string => threshold.split(" ", 2).join(" ");

function reasonIn({ response }: TestResult): string {
  const message = messageIn(response?.body ?? "")
    ?.slice(0, 200)
    .replace(/\.$/, "");
  return message === undefined || message === "" ? "" : `It said: ${message}.`;
}
