import type { Consumer, Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Unsettled } from "@proofroom/domain/infrastructure/control";
import type { FunctionalTest } from "@proofroom/domain/judge/functional-test";
import type { Exchange, TestResult } from "@proofroom/domain/judge/result";
import type { Seed } from "@proofroom/domain/judge/seed";
import type { Capability } from "@proofroom/domain/problem/problem";
import { withFieldsNeeded } from "./fields-needed.ts";
import { isKeyNeeded } from "./key-needed.ts";
import { isBusy } from "./busy.ts";
import { createDraw } from "./seed/made.ts";
import { seedThings } from "./seed/seed.ts";
import type { Send } from "./send.ts";
import { type Control, type Served, tableOf } from "./served.ts";
import { runStep, type StepContext, type StepOutcome } from "./step.ts";

export interface Deployed {
  operations: Operation[];
  /** What workers do with what is published. */
  consumers?: Consumer[] | undefined;
  tables: Table[];
  /** What has to exist before each test. */
  seed: Seed | null;
  capabilities: Record<string, Capability>;
  send: Send;
  control: Control;
}

/**
 * Runs one test against a deployed design. A failure is tried once more: when that passes, the result is `passed` where it
 * was the platform that failed, and `flaky` where a process broke down over it. An answer that is wrong by the design's own
 * doing is its failure, however seldom chance brings it about. The second try draws the same data under another seed, since keys and links of the first are stored by then.
 */
export async function runTest(
  test: FunctionalTest,
  lesson: string,
  deployed: Deployed,
  seed: string,
): Promise<TestResult> {
  const began = performance.now();
  const skipped = unserved(test, deployed);
  const first = skipped ?? (await tryOnce(test, deployed, `${seed}a`));
  const isOpen = first.status === "failed" || first.attribution === "platform";
  const second = isOpen ? await tryOnce(test, deployed, `${seed}b`) : first;
  const result: Judged =
    first.status === "failed" && second.status === "passed"
      ? { ...first, ...(isOwnDoing(first) ? byChance(first) : sometimes(first)) }
      : second;
  return {
    suite: "functional",
    name: test.name,
    teaches: lesson,
    ...result,
    millis: Math.round(performance.now() - began),
  };
}

const isOwnDoing = ({ attribution, response }: Judged): boolean =>
  attribution === "design" && (response?.status ?? 500) < 500;

const byChance = ({ observed }: Judged) => ({
  observed: `${observed} A second try passed: whether it happens is left to chance.`,
});

const sometimes = ({ observed }: Judged) => ({
  attribution: "flaky" as const,
  observed: `${observed} A second try passed.`,
});

type Judged = Omit<TestResult, "suite" | "name" | "teaches" | "millis">;

const servedBy = ({ operations, consumers, capabilities }: Deployed, name: string): Served | null => {
  const operation = operations.find(({ capability }) => capability === name);
  const capability = capabilities[name];
  if (operation === undefined || capability === undefined) return null;
  const queues = new Set(plainSteps(operation.steps).flatMap((step) => ("publish" in step ? [step.to] : [])));
  const later = (consumers ?? []).filter(({ queue }) => queues.has(queue)).flatMap(({ steps }) => steps);
  return { operation, later, capability };
};

/** A capability that no endpoint serves cannot be tried: optional ones are skipped, a required one fails. */
function unserved(test: FunctionalTest, deployed: Deployed): Judged | null {
  const name = test.steps.map((step) => step.call).find((call) => servedBy(deployed, call) === null);
  if (name === undefined) return null;
  const isRequired = deployed.capabilities[name]?.required === true;
  return {
    status: isRequired ? "failed" : "skipped",
    observed: isRequired ? `No endpoint serves ${name}.` : `No endpoint serves ${name}, and it is optional.`,
    threshold: `An endpoint serves ${name}.`,
    attribution: "design",
  };
}

async function tryOnce(test: FunctionalTest, deployed: Deployed, seed: string): Promise<Judged> {
  const seeded = await seedThings(deployed.seed, { ...deployed, draw: createDraw(seed) });
  if (seeded.outcome === "impossible") return unseeded(seeded.reason);
  const { kept } = seeded;
  const lacking: StepContext["lacking"] = new Map();
  const before: Exchange[] = [];
  await deployed.control.settle();
  const rows = new Map<string, number>();
  let outcome: StepOutcome | null = null;
  let unsettled: Unsettled[] = [];
  for (const [at, step] of test.steps.entries()) {
    if (step.ifKept !== undefined && !kept.has(step.ifKept)) continue;
    const found = servedBy(deployed, step.call);
    if (found === null) throw new Error(`no endpoint serves ${step.call}`);
    const served = { ...found, operation: withFieldsNeeded(found.operation, deployed.tables) };
    if (outcome !== null) {
      before.push({ ...outcome.deciding, clockMoved: outcome.clockMoved });
      unsettled = await deployed.control.settle();
    }
    const rowsBefore = rows.get(step.call) ?? (await rowsAt(step.call, test, served, deployed));
    rows.set(step.call, rowsBefore);
    const { send, control } = deployed;
    outcome = await runStep(step, {
      seed,
      at,
      isKeyed: isKeyNeeded(served.operation, deployed.tables),
      kept,
      lacking,
      served,
      send,
      control,
      rowsBefore,
    });
    if (outcome.kind !== "met") break;
  }
  if (outcome === null) throw new Error(`The test "${test.name}" has no steps.`);
  const { threshold, deciding, beside = [], clockMoved } = outcome;
  const led = [...before, ...beside].slice(-mostBefore);
  const isMissed = outcome.kind === "missed";
  const lagging = isMissed ? [...unsettled, ...(outcome.unsettled ?? [])] : [];
  // What the host had no time for says nothing of the design.
  const isHosts = isBusy(deciding.response) || lagging.some(({ isDesigns }) => !isDesigns);
  const reasons = [...new Set(lagging.map(({ reason }) => ` By then ${reason}.`))];
  return {
    ...judgement[isMissed && isHosts ? "unreachable" : outcome.kind],
    observed: `${outcome.observed}${reasons.join("")}`,
    threshold,
    request: deciding.request,
    ...(deciding.response === null ? {} : { response: deciding.response }),
    ...(clockMoved === undefined ? {} : { clockMoved }),
    ...(led.length === 0 ? {} : { before: led }),
  };
}

/** Of the exchanges that led to a result so many are kept. */
const mostBefore = 10;

/** What cannot be put there says nothing of what the design would do with it. */
const unseeded = (reason: string): Judged => ({
  status: "inconclusive",
  observed: reason,
  threshold: "What the test begins with is in the design's tables.",
  attribution: "unknown",
});

/** A connection that breaks is the platform's: a design is data and cannot close a socket. */
const judgement = {
  met: { status: "passed", attribution: "design" },
  missed: { status: "failed", attribution: "design" },
  silent: { status: "failed", attribution: "unknown" },
  unreachable: { status: "inconclusive", attribution: "platform" },
} as const;

/** How many rows there are in the table whose growth the test watches, before a capability is first asked for. */
async function rowsAt(name: string, test: FunctionalTest, served: Served, { control }: Deployed): Promise<number> {
  const isWatched = test.steps.some(
    ({ call, expect: { rows, rowsAtMost } }) => call === name && (rows !== undefined || rowsAtMost !== undefined),
  );
  const table = tableOf(served);
  return isWatched && table !== null ? await control.rowCount(table) : 0;
}
