import type { Operation, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { implied } from "./answer.ts";
import type { Database, Session } from "./database.ts";
import { refusalOf } from "./refusal.ts";
import { type Answer, type Asked, goOn, type Outcome, type Row, type Scope } from "./scope.ts";
import { quoted, split } from "./statement.ts";
import { type SingleStep, take } from "./steps/step.ts";

interface Workshop {
  database: Database;
  reads: Session;
  tables: ReadonlyMap<string, Table>;
  now: () => Date;
  sayOnce: (line: string) => void;
}

/** Takes an operation's steps for one request. Whatever the database refuses becomes the status that says so. */
export async function perform(operation: Operation, asked: Asked, workshop: Workshop): Promise<Answer> {
  const key = keyOf(operation, asked);
  const scope: Scope = { asked, now: workshop.now(), row: null, rowOf: {}, rows: null, cursor: null, key };
  try {
    const known = key === null ? null : await findKept(key, workshop.database);
    if (known !== null) return await again(operation, kept(scope, known), workshop);
    const outcome = await takeAll(operation.steps, scope, operation, workshop);
    if (outcome.next === "go-on") return implied(outcome.scope, operation);
    // Refused because the first send, still under way when this one began, has done it meanwhile.
    const isSettled = outcome.next === "answer" && (key === null || outcome.answer.status < 400);
    const row = key === null || isSettled ? null : await findKept(key, workshop.database);
    if (outcome.next === "answer" && row === null) return outcome.answer;
    return await again(operation, kept(scope, row), workshop);
  } catch (error) {
    return refusalOf(error, operation, columnsFromPath(operation.steps));
  }
}

function keyOf({ idempotency }: Operation, asked: Asked): Scope["key"] {
  const value = idempotency === undefined ? undefined : asked.header[idempotency.header.toLowerCase()];
  if (idempotency === undefined || typeof value !== "string" || value === "") return null;
  return { value, ...split(idempotency.column) };
}

async function findKept(key: NonNullable<Scope["key"]>, session: Session): Promise<Row | null> {
  const text = `select * from ${quoted(key.table)} where ${quoted(key.column)} = $1 limit 1`;
  return (await session.query(text, [key.value]))[0] ?? null;
}

/** What a repeated request knows: the row that the first one kept. */
const kept = (scope: Scope, row: Row | null): Scope => ({
  ...scope,
  row,
  rowOf: row === null || scope.key === null ? {} : { [scope.key.table]: row },
});

/** A repeated request does nothing again and is answered alike: of its steps only what it answers is taken. */
async function again(operation: Operation, scope: Scope, workshop: Workshop): Promise<Answer> {
  const answers = operation.steps.flatMap((step) => ("transaction" in step ? step.transaction : [step]));
  const last = answers.find((step) => "return" in step || "redirect" in step);
  const outcome = await takeAll(last === undefined ? [] : [last], scope, operation, workshop);
  return outcome.next === "answer" ? outcome.answer : implied(scope, operation);
}

async function takeAll(steps: Step[], scope: Scope, operation: Operation, workshop: Workshop): Promise<Outcome> {
  // An endpoint that also writes reads where it writes, as what it has just written may not have come to a standby yet.
  const session = isReading(operation) ? workshop.reads : workshop.database;
  let outcome = goOn(scope);
  for (const step of steps) {
    if (outcome.next !== "go-on") return outcome;
    if (!("transaction" in step)) outcome = await one(step, outcome.scope, operation, workshop, session);
    else outcome = await together(step.transaction, outcome.scope, operation, workshop);
  }
  return outcome;
}

const isReading = ({ steps }: Operation): boolean =>
  !flatten(steps).some((step) => "insert" in step || "update" in step || "delete" in step || "increment" in step);

const one = (step: SingleStep, scope: Scope, operation: Operation, workshop: Workshop, session: Session) =>
  take(step, scope, { session, operation, tables: workshop.tables, sayOnce: workshop.sayOnce });

function together(steps: Step[], scope: Scope, operation: Operation, workshop: Workshop): Promise<Outcome> {
  const flat = flatten(steps);
  const [only] = flat;
  // One statement is a transaction by itself.
  if (flat.length === 1 && only !== undefined) return one(only, scope, operation, workshop, workshop.database);
  return workshop.database.transaction(async (session) => {
    let outcome = goOn(scope);
    for (const step of flat) {
      if (outcome.next === "go-on") outcome = await one(step, outcome.scope, operation, workshop, session);
    }
    return { commit: isKept(outcome), result: outcome };
  });
}

/** A transaction inside a transaction is part of it. */
const flatten = (steps: Step[]): SingleStep[] =>
  steps.flatMap((step) => ("transaction" in step ? flatten(step.transaction) : [step]));

const isKept = (outcome: Outcome): boolean =>
  outcome.next === "go-on" || (outcome.next === "answer" && outcome.answer.status < 400);

function columnsFromPath(steps: Step[]): Set<string> {
  const written = flatten(steps).flatMap((step) => ("insert" in step ? Object.entries(step.values) : []));
  return new Set(
    written.filter(([, value]) => typeof value === "string" && value.startsWith("$path.")).map(([column]) => column),
  );
}
