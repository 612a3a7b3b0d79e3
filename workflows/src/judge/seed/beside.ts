import { keyReference, type KeySource } from "@proofroom/domain/design/key-words";
import type { Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { keyOf } from "../key-of.ts";

/** Where a request carries something: `path`, `slug`. */
export interface Place {
  in: string;
  name: string;
}

/** What a path or a header names beside the capability's inputs, such as the tenant; a key is nobody's row. */
export function besidesIn(operation: Operation): Place[] {
  const { inputs, parameters } = operation;
  const key = keyOf(operation);
  return parameters.filter(
    (one) =>
      (one.in === "path" || one.in === "header") &&
      !isKept(one, key) &&
      !Object.values(inputs).some((at) => at.in === one.in && at.name === one.name),
  );
}

const isKept = ({ in: where, name }: Place, kept: KeySource | undefined): boolean =>
  kept !== undefined && `$${where}.${name}`.toLowerCase() === keyReference(kept).toLowerCase();

export const parameterName = ({ in: where, name }: Place): string => `${where}.${name}`;

/** Fields of a body, beside the capability's inputs, that name a row of another table which has to be there, such as whose a link is. */
export function referringIn({ steps, inputs, idempotency }: Operation, tables: readonly Table[]): Place[] {
  const isOther = ({ name }: Place): boolean =>
    !Object.values(inputs).some((at) => at.in === "body" && at.name === name);
  const named = plainSteps(steps).flatMap((step) => {
    const table = "insert" in step ? tables.find(({ name }) => name === step.insert) : undefined;
    return (table?.columns ?? []).flatMap(({ name, nullable }) => {
      const refers = table?.foreignKeys.some(({ columns }) => columns.length === 1 && columns[0] === name) === true;
      const value = "insert" in step && refers && !nullable ? step.values[name] : undefined;
      return typeof value === "string" && value.startsWith("$body.") ? [value.slice("$body.".length)] : [];
    });
  });
  return [...new Set(named)]
    .map((name): Place => ({ in: "body", name }))
    .filter((one) => isOther(one) && !isKept(one, idempotency));
}
