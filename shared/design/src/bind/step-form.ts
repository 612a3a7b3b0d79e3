import {
  DeleteStep,
  GetStep,
  IncrementStep,
  InsertStep,
  ListStep,
  PublishStep,
  RedirectStep,
  ReturnStep,
  type Step,
  UpdateStep,
} from "@proofroom/domain/design/step";
import type { Node } from "yaml";
import * as z from "zod/mini";
import { nearest, oneOf } from "../text/nearest.ts";
import { plainOf } from "../text/plain.ts";
import { entriesOf, itemsOf, startOf, valueAt } from "../text/yaml.ts";
import { withCalls } from "./call-form.ts";
import { isRecord } from "./fields.ts";

const forms = {
  insert: InsertStep,
  get: GetStep,
  list: ListStep,
  update: UpdateStep,
  delete: DeleteStep,
  increment: IncrementStep,
  publish: PublishStep,
  redirect: RedirectStep,
  return: ReturnStep,
};
const vocabulary = [...Object.keys(forms), "transaction"];
const later = new Set([
  "count",
  "forEach",
  "cache.get",
  "cache.put",
  "cache.delete",
  "object.put",
  "object.get",
  "object.delete",
  "call",
  "if",
]);

/** A step as it is written, with its place. */
export interface StepRead {
  step: Step;
  node: Node;
  /** Offset of the word that says what it does. */
  at: number;
  /** The steps inside a transaction. */
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

export const isStepKey = (key: string): boolean => vocabulary.includes(key) || later.has(key);

function readStep(node: Node, problem: Problem): StepRead | null {
  const entries = entriesOf(node);
  const verb = entries.find(({ key }) => vocabulary.includes(key));
  if (verb === undefined) {
    const first = entries[0];
    if (first !== undefined && later.has(first.key)) {
      problem(first.keyNode, `${first.key} is not run yet; there are ${oneOf(vocabulary, 12)}.`);
      return null;
    }
    const meant = first === undefined ? undefined : nearest(first.key, vocabulary);
    const hint = meant === undefined ? `there are ${oneOf(vocabulary, 12)}` : `${meant} was probably meant`;
    problem(first?.keyNode ?? node, `This is no step; ${hint}.`);
    return null;
  }
  if (verb.key === "transaction") {
    const inside = readSteps(verb.value, problem);
    return { step: { transaction: inside.map(({ step }) => step) }, node, at: startOf(verb.keyNode), inside };
  }
  const step = parseStep(verb.key, node, problem);
  return step === null ? null : { step, node, at: startOf(verb.keyNode), inside: [] };
}

function parseStep(verb: string, node: Node, problem: Problem): Step | null {
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
  return `${where} cannot be read; a value is a text, a number, a reference such as $body.url, or {base62: 7}, {uuid: true}, {hash: …}, {coalesce: [$body.alias, {base62: 7}]}, {add: […]}, {sub: […]}.`;
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
