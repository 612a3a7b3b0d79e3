import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import type { Step, UpdateStep, Value, Where } from "@proofroom/domain/design/step";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { successIn } from "../../api/success.ts";
import { columnOf } from "../column-of.ts";
import type { Asked } from "../asking/asked.ts";
import { keyOf } from "../convention/key-of.ts";
import { firstOf } from "../convention/state-changes.ts";
import type { Serving } from "../documents/serving.ts";
import { fieldsOf } from "../fields.ts";
import { refusing } from "./refusing.ts";

/** What an endpoint of the problem does to a row's state, and how a row is without that. */
export interface Taking {
  state: Column;
  from: string;
  to: string;
  step: UpdateStep;
}

/** The changes of a table's state that the endpoints of a problem make, the one that takes a new row first. */
export function takingsOf(table: Table, serving: readonly Serving[]): Taking[] {
  const states = table.columns.filter(({ values, generated }) => !generated && (values?.length ?? 0) > 1);
  const found = plainSteps(serving.flatMap(({ steps }) => steps)).flatMap((step): Taking[] =>
    "update" in step && step.update === table.name
      ? states.flatMap((state) => {
          const [from, to] = [firstOf(state), step.set[state.name]];
          return from === undefined || typeof to !== "string" || to === from || !state.values?.includes(to)
            ? []
            : [{ state, from, to, step }];
        })
      : [],
  );
  const takesNew = ({ state, from, step }: Taking): boolean => asksFor(step.where, state.name, from);
  return found.toSorted((a, b) => Number(takesNew(b)) - Number(takesNew(a)));
}

const asksFor = (where: Where, column: string, value: string): boolean =>
  where[column] === value ||
  JSON.stringify(where[column] ?? null).includes(JSON.stringify(value)) ||
  Object.values(where).some((part) => Array.isArray(part) && part.some((one) => asksFor(one, column, value)));

/** The row that a path names as it was before: its state, and nothing in what was filled with that. */
export function setBack(asked: Asked, { state, from, to, step }: Taking): Step[] | null {
  const { endpoint, table, senses } = asked;
  const { where: key, unknown } = keyOf(asked);
  if (unknown.length > 0 || Object.keys(key).length === 0) return null;
  const where: Where = { ...key, ...shownBy(endpoint, step, table, senses), [state.name]: to };
  const update: Step = {
    update: table.name,
    set: { [state.name]: from, ...emptied(step, table) },
    where,
    ...refusing(where, endpoint),
  };
  return [update, { return: { status: successIn(endpoint.responses)?.status ?? 200 } }];
}

/** What is sent beside the row's name and was kept when it was taken: of another one nothing is taken back. */
function shownBy(endpoint: Endpoint, { set }: UpdateStep, table: Table, senses: Asked["senses"]): Where {
  const sent = [
    ...fieldsOf(endpoint.body).map(({ name }) => ({ name, value: `$body.${name}` })),
    ...endpoint.parameters.flatMap(({ name, in: at }) => (at === "query" ? [{ name, value: `$query.${name}` }] : [])),
  ];
  return Object.fromEntries(
    sent.flatMap(({ name, value }): [string, Value][] => {
      const column = columnOf(name, table, senses)?.name;
      return column !== undefined && Object.hasOwn(set, column) ? [[column, value]] : [];
    }),
  );
}

const emptied = ({ set }: UpdateStep, { columns }: Table): Record<string, Value> =>
  Object.fromEntries(
    columns.filter(({ name, nullable }) => nullable && Object.hasOwn(set, name)).map(({ name }) => [name, null]),
  );

/** A row that refers to another one, deleted, and the other one as it was before: both or none. Null where none is known. */
export function withSetBack(steps: Step[], table: Table, parent: Table, serving: readonly Serving[]): Step[] | null {
  const key = table.foreignKeys.find(({ table: to, columns }) => to === parent.name && columns.length === 1);
  const making = serving.filter((one) =>
    plainSteps(one.steps).some((step) => "insert" in step && tableIn(step) === table.name),
  );
  const taking = takingsOf(parent, making).at(-1);
  const [deleting, ...rest] = steps;
  const [own, referred] = [key?.columns[0], key?.references[0] ?? parent.primaryKey[0]];
  if (taking === undefined || own === undefined || referred === undefined) return null;
  if (deleting === undefined || !("delete" in deleting)) return null;
  const { state, from, step } = taking;
  const update: Step = {
    update: parent.name,
    set: { [state.name]: from, ...emptied(step, parent) },
    where: { [referred]: `$${table.name}.${own}` },
  };
  return [{ transaction: [deleting, update] }, ...rest];
}
