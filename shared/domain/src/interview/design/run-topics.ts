import type { TestResult, Verdict } from "../../judge/result.ts";
import { viewOf } from "./design-view.ts";
import type { Reading } from "../reading.ts";
import { type Failure, failureOf, placeOfEndpoint } from "./run-failure.ts";
import { runKinds } from "./run-kinds.ts";
import type { Topic } from "../topic.ts";
import { cited } from "./topics/words.ts";

export interface RunHeard {
  runId: string;
  number: number;
  verdict: Verdict | null;
  results: readonly TestResult[];
}

/**
 * What to ask about the tests that a run failed, in the order in which they failed; what broke since the run before comes
 * first. A failure of the platform is nobody's design, and what several tests met alike is asked about once.
 */
export function topicsOfRun(run: RunHeard, reading: Reading | null, before: RunHeard | null = null): Topic[] {
  const view = reading === null ? null : viewOf(reading);
  const failed = run.results.filter(
    ({ status, attribution }) => status === "failed" && attribution !== "platform" && attribution !== "deployment",
  );
  const topics = failed.map((result) => {
    const wasPassed = before?.results.some((one) => one.name === result.name && one.status === "passed") === true;
    return topicOf(failureOf(result, view, wasPassed ? (before?.number ?? null) : null));
  });
  const sorted = topics.toSorted((a, b) => b.strength - a.strength);
  return sorted.filter((topic, n) => sorted.findIndex((one) => isSame(one, topic)) === n);
}

const isSame = (a: Topic, b: Topic): boolean =>
  a.wordings.length > 0 && a.wordings.join("\n") === b.wordings.join("\n");

/** What a run says of the tests that the run before failed, each as a sentence. */
export function runMends(before: RunHeard, now: RunHeard): { topic: string; text: string }[] {
  return before.results.flatMap((result) => {
    const later = now.results.find(({ name }) => name === result.name);
    if (result.status !== "failed" || later?.status !== "passed") return [];
    return [
      {
        topic: idOf(result),
        text: `${cited(result.name, 70)} failed in run ${before.number} and passes in run ${now.number}.`,
      },
    ];
  });
}

const idOf = ({ suite, name }: TestResult): string => `run:${suite}:${name}`;

function topicOf(failure: Failure): Topic {
  const { result, passedIn } = failure;
  const kind = runKinds.find((one) => one.is(failure));
  const place = kind?.place(failure) ?? placeOfEndpoint(failure);
  const wordings = kind?.words(failure, place) ?? [];
  return {
    id: idOf(result),
    source: "run",
    facts: kind?.facts ?? [],
    item: null,
    place,
    wordings:
      passedIn === null
        ? wordings
        : [`It passed in run ${passedIn} and fails now. ${lastSentence(wordings[0] ?? "")}`, ...wordings],
    strength: passedIn === null ? 0.9 : 0.98,
    mended: `${cited(result.name, 70)} did not fail in the last run.`,
  };
}

/** So that two sentences and a question stay what they are. */
const lastSentence = (wording: string): string =>
  wording
    .split(/(?<=[.!]["`)]*)\s+/)
    .slice(-2)
    .join(" ");
