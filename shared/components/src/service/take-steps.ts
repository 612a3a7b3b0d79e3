import type { Operation, Table } from "@proofroom/domain/design/model";
import type { ForEachStep, PlainStep, Step } from "@proofroom/domain/design/step";
import { isPlain, looks, writes } from "@proofroom/domain/design/steps-within";
import type { Kept } from "@proofroom/domain/design/through-cache";
import { asksWhetherFound } from "@proofroom/domain/design/words";
import type { Objects } from "../objectstore/client.ts";
import type { Cache } from "./cache.ts";
import type { Database, Session } from "./database.ts";
import { evaluate } from "./evaluate.ts";
import { forStep } from "./following.ts";
import { forget, type Written } from "./forget.ts";
import { holds } from "./holds.ts";
import { goOn, type Outcome, refuse, type Row, type Scope } from "./scope.ts";
import type { CalledService } from "./services.ts";
import type { Publish } from "./steps/context.ts";
import { take } from "./steps/step.ts";

/** What the steps of any operation work with. */
export interface Workshop {
  database: Database;
  /** Where operations that only read do so. */
  reads: Session;
  tables: ReadonlyMap<string, Table>;
  caches: ReadonlyMap<string, Cache>;
  /** What the caches keep of rows, by all operations of the design. */
  kept: readonly Kept[];
  objects: Objects | null;
  /** Those that steps call, by their drawn id. */
  services: ReadonlyMap<string, CalledService>;
  publish: Publish;
  now: () => Date;
  draws: Scope["draws"];
  /** Waits after each look at what is stored, so that others look meanwhile, if a test asks for it. */
  afterLook: () => Promise<void>;
  sayOnce: (line: string) => void;
}

interface Taking {
  operation: Operation;
  workshop: Workshop;
  session: Session;
  /** What waits for the end of the transaction: nobody else is to hear of what may yet be undone. */
  pending: { written: Written; messages: [queue: string, message: Row][] } | null;
}

/** Takes steps one after the other until one of them answers. */
export function takeSteps(steps: Step[], scope: Scope, operation: Operation, workshop: Workshop): Promise<Outcome> {
  // An operation that also writes reads where it writes, as what it has just written may not have come to a standby yet.
  const session = writes(operation.steps) ? workshop.database : workshop.reads;
  return takeAll(steps, scope, { operation, workshop, session, pending: null });
}

async function takeAll(steps: Step[], scope: Scope, taking: Taking): Promise<Outcome> {
  let outcome = goOn(scope);
  for (const [n, step] of steps.entries()) {
    if (outcome.next !== "go-on") return outcome;
    outcome = await takeOne(step, outcome.scope, asksWhetherFound(steps[n + 1]), taking);
  }
  return outcome;
}

async function takeOne(step: Step, scope: Scope, isAbsenceAsked: boolean, taking: Taking): Promise<Outcome> {
  if ("transaction" in step) return together(step.transaction, scope, taking);
  if ("if" in step) return takeAll(holds(step.if, scope) ? step.then : (step.else ?? []), scope, taking);
  if ("forEach" in step) return takeEach(step, scope, taking);
  return takePlain(step, scope, isAbsenceAsked, taking);
}

async function takePlain(step: PlainStep, scope: Scope, isAbsenceAsked: boolean, taking: Taking): Promise<Outcome> {
  const { workshop, operation, session, pending } = taking;
  const written: Written = pending?.written ?? [];
  const context = {
    ...workshop,
    session,
    operation,
    isAbsenceAsked,
    wrote: (table: string, row: Row) => written.push({ table, row }),
    publish: async (queue: string, message: Row) => {
      if (pending === null) await workshop.publish(queue, message);
      else pending.messages.push([queue, message]);
    },
  };
  const outcome = await forStep(step, () => take(step, scope, context));
  if (looks(step)) await workshop.afterLook();
  if (pending === null) await forget(written, workshop.kept, workshop.caches);
  return outcome;
}

const elementsAtMost = 1_000;

async function takeEach(step: ForEachStep, scope: Scope, taking: Taking): Promise<Outcome> {
  const list = evaluate(step.forEach, scope) ?? [];
  if (!Array.isArray(list)) return refuse(400, "invalid", "there is no list to go through");
  if (list.length > elementsAtMost) return refuse(400, "invalid", `a list has at most ${elementsAtMost} elements here`);
  let outcome = goOn(scope);
  for (const item of list) {
    if (outcome.next !== "go-on") return outcome;
    outcome = await takeAll(step.do, { ...outcome.scope, item }, taking);
  }
  return outcome.next === "go-on" ? { next: "go-on", scope: { ...outcome.scope, item: scope.item } } : outcome;
}

/** Commits unless a step refuses; a transaction inside a transaction is part of it. */
async function together(steps: Step[], scope: Scope, taking: Taking): Promise<Outcome> {
  const { workshop } = taking;
  if (taking.pending !== null) return takeAll(steps, scope, taking);
  const [only] = steps;
  // One statement is a transaction by itself.
  if (steps.length === 1 && only !== undefined && isPlain(only)) {
    return takePlain(only, scope, false, { ...taking, session: workshop.database });
  }
  const pending: NonNullable<Taking["pending"]> = { written: [], messages: [] };
  const outcome = await workshop.database.transaction(async (session) => {
    const result = await takeAll(steps, scope, { ...taking, session, pending });
    return { commit: isKept(result), result };
  });
  if (!isKept(outcome)) return outcome;
  await forget(pending.written, workshop.kept, workshop.caches);
  for (const [queue, message] of pending.messages) await workshop.publish(queue, message);
  return outcome;
}

const isKept = (outcome: Outcome): boolean =>
  outcome.next === "go-on" || (outcome.next === "answer" && outcome.answer.status < 400);
