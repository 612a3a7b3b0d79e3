import type { ExplanationEvidence } from "@proofroom/domain/run/explanation";
import { type Case, type Explained, failuresOf, linesOf, logEvidence, resultEvidence, type Rule } from "./case.ts";
import { answeredWrong } from "./rules-answers.ts";
import { databaseRefused } from "./rules-database.ts";
import { notSound, platformInTheWay } from "./rules-start.ts";
import { rarestLines } from "./template.ts";

/** The same design passed before: what failed now is not what it says. */
const flaky: Rule = ({ run, earlier }) => {
  const failures = failuresOf(run);
  if (earlier === null || !earlier.isSameDesign || failures.length === 0) return null;
  return {
    category: "flaky",
    cause: `The same three documents passed in run #${earlier.number}; nothing in them has changed since.`,
    attribution: "flaky",
    evidence: failures.slice(0, 3).map(resultEvidence),
    nextStep: "Run again. If it fails in some runs only, look for what depends on chance or on two requests at once.",
    confidence: 0.7,
  };
};

const rules: Rule[] = [notSound, platformInTheWay, flaky, databaseRefused, answeredWrong];

/** The cause that the rules know, with what changed since the last run that passed; "Unclassified" instead of a guess. */
export function explainByRules(given: Case): Explained {
  const known = rules.map((rule) => rule(given)).find((explained) => explained !== null);
  const explained = known ?? unclassified(given);
  return { ...explained, evidence: [...explained.evidence, ...changesIn(given, explained.category)] };
}

export const isUnclassified = ({ category }: Explained): boolean => category === "unclassified";

function unclassified({ run, ending }: Case): Explained {
  const failures = failuresOf(run).slice(0, 3);
  const own = failures.flatMap((result) => linesOf(run, result).slice(-2));
  const lines = [...own, ...rarestLines(run.log).filter((line) => !own.includes(line))];
  const isOurs = ending.status === "failed" || ending.status === "deploy_failed" || run.verdict === "inconclusive";
  return {
    category: "unclassified",
    cause: `Unclassified. ${isOurs ? "Proofroom could not carry this run through" : "A test failed"}, and no rule knows this failure; what its log says of it, and the rarest lines there, are below.`,
    attribution: isOurs ? "platform" : "unknown",
    evidence: [...failures.map(resultEvidence), ...lines.map(logEvidence)],
    nextStep: isOurs
      ? "Run again. If it happens again, the worker's log under PROOFROOM_HOME says more."
      : "Read the request and the answer of the failed test, then the log lines beside it.",
    confidence: 0,
  };
}

function changesIn({ earlier }: Case, category: string): ExplanationEvidence[] {
  if (earlier === null || category === "flaky" || earlier.changed.length === 0) return [];
  return earlier.changed.slice(0, 3).map((text) => ({ kind: "earlier" as const, run: earlier.number, text }));
}
