import {
  CacheDeleteStep,
  CacheGetStep,
  CacheIncrementStep,
  CachePutStep,
  CallStep,
  Condition,
  CountStep,
  DeleteStep,
  GetStep,
  IncrementStep,
  InsertStep,
  ListStep,
  ObjectDeleteStep,
  ObjectGetStep,
  ObjectPutStep,
  type PlainStep,
  PublishStep,
  RedirectStep,
  ReturnStep,
  type Step,
  TakeStep,
  UpdateStep,
  Value,
} from "@proofroom/domain/design/step";
import type { Node } from "yaml";
import * as z from "zod/mini";
import { nearest, oneOf } from "../../text/nearest.ts";
import { plainOf } from "../../text/plain.ts";
import { entriesOf, itemsOf, startOf, valueAt } from "../../text/yaml.ts";
import { withCalls } from "./call-form.ts";
import { isRecord } from "../fields.ts";

const forms = {
  insert: InsertStep,
  get: GetStep,
  list: ListStep,
  count: CountStep,
  update: UpdateStep,
  delete: DeleteStep,
  take: TakeStep,
  increment: IncrementStep,
  publish: PublishStep,
  call: CallStep,
  redirect: RedirectStep,
  return: ReturnStep,
  "cache.get": CacheGetStep,
  "cache.put": CachePutStep,
  "cache.delete": CacheDeleteStep,
  "cache.increment": CacheIncrementStep,
  "object.put": ObjectPutStep,
  "object.get": ObjectGetStep,
  "object.delete": ObjectDeleteStep,
};
/** The words that begin a step. */
export const stepWords = [...Object.keys(forms), "transaction", "if", "forEach"];
const most = stepWords.length;

const inside: Record<string, string[]> = { if: ["then", "else"], forEach: ["do"], transaction: [] };

/** The keys that a step may have, its own word among them. */
export const partsOfStep = (word: string): string[] =>
  inside[word] ?? Object.entries(forms).flatMap(([verb, { shape }]) => (verb === word ? Object.keys(shape) : []));

/** A step as it is written, with its place. */
export interface StepRead {
  step: Step;
  node: Node;
  /** Offset of the word that says what it does. */
  at: number;
  /** The steps inside a transaction, a branch or a loop, in the order in which they are written. */
  inside: StepRead[];
}

export type Problem = (node: Node | null, message: string) => void;

/** Reads a list of steps, or a single one; what is no step is told. */
export function readSteps(node: Node | null, problem: Problem): StepRead[] {
  const items = itemsOf(node);
  return (items.length > 0 ? items : node === null || entriesOf(node).length === 0 ? [] : [node]).flatMap(
    (item) => readStep(item, problem) ?? [],
  );
}

export const isStepKey = (key: string): boolean => stepWords.includes(key);

/** The steps that have no others in them, however deep they stand. */
export const leavesOf = (read: StepRead): StepRead[] =>
  read.inside.length === 0 ? [read] : read.inside.flatMap(leavesOf);

function readStep(node: Node, problem: Problem): StepRead | null {
  const entries = entriesOf(node);
  const verb = entries.find(({ key }) => stepWords.includes(key));
  if (verb === undefined) {
    const first = entries[0];
    const meant = first === undefined ? undefined : nearest(first.key, stepWords);
    const hint = meant === undefined ? `there are ${oneOf(stepWords, most)}` : `${meant} was probably meant`;
    problem(first?.keyNode ?? node, `This is no step; ${hint}.`);
    return null;
  }
  if (verb.key === "transaction") {
    const inside = readSteps(verb.value, problem);
    return { step: { transaction: inside.map(({ step }) => step) }, node, at: startOf(verb.keyNode), inside };
  }
  if (verb.key === "if") return readIf(node, startOf(verb.keyNode), problem);
  if (verb.key === "forEach") return readForEach(node, startOf(verb.keyNode), problem);
  const step = parseStep(verb.key, node, problem);
  return step === null ? null : { step, node, at: startOf(verb.keyNode), inside: [] };
}

function readIf(node: Node, at: number, problem: Problem): StepRead | null {
  if (!hasOnly(node, ["if", "then", "else"], problem)) return null;
  const condition = Condition.safeParse(withCalls(plainOf(valueAt(node, "if"))));
  if (!condition.success) {
    const message =
      "if says {found: true}, or a condition on the row such as {status: free}, or on a value such as {$count: {lt: 5}}.";
    problem(valueAt(node, "if") ?? node, message);
    return null;
  }
  const [taken, other] = [readSteps(valueAt(node, "then"), problem), readSteps(valueAt(node, "else"), problem)];
  if (taken.length + other.length === 0) problem(node, "An if needs then, with the steps to take.");
  const steps = (reads: StepRead[]): Step[] => reads.map(({ step }) => step);
  const step: Step = {
    if: condition.data,
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    then: steps(taken),
    ...(other.length === 0 ? {} : { else: steps(other) }),
  };
  return { step, node, at, inside: [...taken, ...other] };
}

function readForEach(node: Node, at: number, problem: Problem): StepRead | null {
  if (!hasOnly(node, ["forEach", "do"], problem)) return null;
  const list = Value.safeParse(plainOf(valueAt(node, "forEach")));
  if (!list.success) {
    problem(valueAt(node, "forEach") ?? node, "forEach names a list, such as $body.seats or $rows.");
    return null;
  }
  const inside = readSteps(valueAt(node, "do"), problem);
  if (inside.length === 0)
    problem(node, "A forEach needs do, with the steps to take for each; $item is the one it is at.");
  return { step: { forEach: list.data, do: inside.map((read) => read.step) }, node, at, inside };
}

function hasOnly(node: Node, keys: string[], problem: Problem): boolean {
  const other = entriesOf(node).find(({ key }) => !keys.includes(key));
  if (other !== undefined) problem(other.keyNode, `The step ${keys[0]} has no ${other.key}; it has ${oneOf(keys)}.`);
  return other === undefined;
}

function parseStep(verb: string, node: Node, problem: Problem): PlainStep | null {
  const form = Object.entries(forms).find(([name]) => name === verb)?.[1];
  const written = withCalls(plainOf(node));
  // `return: 204` says a status alone.
  const value =
    isRecord(written) && verb === "return" && typeof written["return"] === "number"
      ? { return: { status: written["return"] } }
      : written;
  const parsed = form?.safeParse(value);
  if (parsed === undefined) return null;
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map(String);
  problem(nodeAt(node, path), explain(verb, path, issue, form));
  return null;
}

type Issue = z.core.$ZodIssue | undefined;

function explain(
  verb: string,
  path: string[],
  issue: Issue,
  form: (typeof forms)[keyof typeof forms] | undefined,
): string {
  const keys = Object.keys(form?.shape ?? {});
  if (issue?.code === "unrecognized_keys" && path.length === 0) {
    return `The step ${verb} has no ${issue.keys[0]}; it has ${oneOf(keys, 8)}.`;
  }
  if (path.length === 1 && issue?.code === "invalid_type" && issue.input === undefined) {
    return `The step ${verb} needs ${path[0]}.`;
  }
  const where = path.length === 0 ? verb : path.join(".");
  return `${where} cannot be read; a value is a text, a number, a reference such as $body.url, or {base62: 7}, {uuid: true}, {snowflake: true}, {nextval: order_no_seq}, {encode62: $row.id}, {decode62: $path.code}, {lower: $body.url}, {withoutQuery: $body.url}, {hash: …}, {coalesce: [$body.alias, {base62: 7}]}, {add: […]}, {sub: […]}, {until: …}, {json: {…}}.`;
}

/** The node at a path, or the last one on the way to it. */
export function nodeAt(node: Node, path: string[]): Node {
  let current = node;
  for (const part of path) {
    const next: Node | null = itemsOf(current)[Number(part)] ?? valueAt(current, part);
    if (next === null) return current;
    current = next;
  }
  return current;
}
