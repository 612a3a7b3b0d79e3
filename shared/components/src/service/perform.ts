import type { Operation } from "@proofroom/domain/design/model";
import { keyReference } from "@proofroom/domain/design/key-words";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { implied } from "./answer.ts";
import type { Session } from "./database.ts";
import { evaluate } from "./evaluate.ts";
import { forKey } from "./following.ts";
import { keptAnswer, otherRequest } from "./known-key.ts";
import { refusalOf } from "./refusal.ts";
import { rowsBehind } from "./rows-behind.ts";
import { type Answer, type Asked, emptyScope, type KeptUnder, type Row, type Scope } from "./scope.ts";
import { quoted, split, Statement } from "./statement.ts";
import { takeSteps, type Workshop } from "./take-steps.ts";

/** Takes an operation's steps for one request. Whatever the database refuses becomes the status that says so. */
export async function perform(operation: Operation, asked: Asked, workshop: Workshop): Promise<Answer> {
  const sent = emptyScope(asked, workshop);
  const key = keyOf(operation, sent);
  const scope = { ...sent, key };
  try {
    const known = key === null ? null : await findKept(key, workshop.database);
    if (key !== null) await workshop.afterLook();
    if (known !== null) return await again(operation, kept(scope, known), workshop);
    const outcome = await takeSteps(operation.steps, scope, operation, workshop);
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

function keyOf({ idempotency }: Operation, known: Scope): Scope["key"] {
  const value = idempotency === undefined ? undefined : evaluate(keyReference(idempotency), known);
  if (idempotency === undefined || typeof value !== "string" || value === "") return null;
  const within = Object.entries(idempotency.within ?? {}).map(([column, one]): [string, unknown] => [
    column,
    evaluate(one, known) ?? null,
  ]);
  return { value, ...split(idempotency.column), within: Object.fromEntries(within) };
}

async function findKept({ table, column, value, within }: KeptUnder, session: Session): Promise<Row | null> {
  const statement = new Statement();
  const where = Object.entries({ [column]: value, ...within })
    .map(([name, one]) => `${quoted(name)} = ${statement.bind(one)}`)
    .join(" and ");
  const text = `select * from ${quoted(table)} where ${where} limit 1`;
  return (await forKey(() => session.query(text, statement.values)))[0] ?? null;
}

/** What a repeated request knows: the row that the first one kept. */
const kept = (scope: Scope, row: Row | null): Scope => ({
  ...scope,
  row,
  rowOf: row === null || scope.key === null ? {} : { [scope.key.table]: row },
});

/** A repeated request does nothing again and is answered alike: of its steps only what answers a success is taken. */
async function again(operation: Operation, known: Scope, workshop: Workshop): Promise<Answer> {
  const { key, row, rowOf } = known;
  const { tables, database } = workshop;
  const other = row === null ? null : otherRequest(operation, row, known);
  if (other !== null) return other;
  const behind =
    key === null || row === null ? {} : await rowsBehind(operation, { table: key.table, row }, tables, database);
  const scope = { ...known, rowOf: { ...behind, ...rowOf } };
  const answers = plainSteps(operation.steps).filter((step) => "return" in step || "redirect" in step);
  const success = answers.find((step) => "redirect" in step || (step.return.status ?? 200) < 400);
  const outcome = await takeSteps(success === undefined ? [] : [success], scope, operation, workshop);
  const first = outcome.next === "answer" && row !== null ? keptAnswer(operation, row, outcome.answer) : null;
  if (first !== null) return first;
  return outcome.next === "answer" ? outcome.answer : implied(scope, operation);
}

function columnsFromPath(steps: Step[]): Set<string> {
  const written = plainSteps(steps).flatMap((step) => ("insert" in step ? Object.entries(step.values) : []));
  return new Set(
    written.filter(([, value]) => typeof value === "string" && value.startsWith("$path.")).map(([column]) => column),
  );
}
