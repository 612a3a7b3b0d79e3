import type { Column, Endpoint } from "@proofroom/domain/design/model";
import { isMoment } from "@proofroom/domain/design/moment";
import type { Step, Where } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import { successIn } from "../../api/success.ts";
import { addressColumn } from "../address/address-column.ts";
import { columnOf, isUnique } from "../column-of.ts";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isEnd } from "../ending.ts";
import { countSteps } from "./counted-rows.ts";
import { rowAsSelected } from "../selected/row-as-selected.ts";
import { rowsAsSelected } from "../selected/rows-as-selected.ts";
import { goneOnceOver } from "./gone-once-over.ts";
import { keyOf } from "./key-of.ts";
import { ownRows } from "../owner/own-rows.ts";
import { isCursor, isLimit } from "./paging.ts";
import { answerOfRow } from "../steps/said-row.ts";
import { unlessGone } from "./soft-delete.ts";
import { referringColumn } from "./referring-column.ts";
import { literally, looksIn } from "../ways/told/statement/statement.ts";
import { whoseRows } from "../owner/whose-rows.ts";

/** One row by its key, answered or redirected to. */
export function getSteps(asked: Asked): Conventional {
  const { endpoint, table, capability, senses } = asked;
  const { where, unknown } = keyOf(asked);
  if (Object.keys(where).length === 0) addQueryKey(where, asked);
  if (unknown.length > 0) return { steps: null, why: `no column of ${table.name} is what {${unknown[0]}} names` };
  if (Object.keys(where).length === 0) return { steps: null, why: `nothing says which row of ${table.name} is meant` };
  const counted = isRedirect(endpoint, capability) ? null : countSteps(asked, where);
  if (counted !== null) return { steps: counted, gaps: [] };
  const get: Step = { get: table.name, by: where };
  const over = [...unlessGone(asked), ...goneOnceOver(asked, Object.keys(where))];
  const status = redirectStatus(endpoint);
  if (isRedirect(endpoint, capability)) {
    const column = addressColumn(table, senses, Object.keys(where), asked.written ?? []);
    if (column === undefined)
      return { steps: null, why: `no column of ${table.name}, or more than one, is the address to redirect to` };
    const free = notFilledYet(column, asked);
    const redirect: Step = { redirect: `$row.${column}`, ...(status === undefined ? {} : { status }) };
    const selected = rowAsSelected(asked, { keys: Object.keys(where), reads: column, asked: [...free, ...over] });
    return { steps: [get, ...free, ...over, ...selected.steps, redirect], gaps: [], unread: selected.unread };
  }
  return { steps: [get, ...over, answerOfRow(asked)], gaps: [] };
}

/** `select url from links where code = $1 and url is not null`: a row that waits to be filled is not found. */
function notFilledYet(address: string, { table, written = [] }: Asked): Step[] {
  const column = table.columns.find(({ name }) => name === address);
  const filled = new RegExp(`(?<![\\w.])(?:\\w+\\.)?"?${literally(address)}"?\\s+is\\s+not\\s+null`, "i");
  const isAsked = written.some((text) => looksIn(text, table).some((asked) => filled.test(asked)));
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  return column?.nullable === true && isAsked ? [{ if: { [address]: null }, then: [{ return: { status: 404 } }] }] : [];
}

/** Whether an endpoint sends its caller on: it declares so, or the capability does and nothing else is declared. */
export const isRedirect = (endpoint: Endpoint, capability: Capability | undefined): boolean =>
  redirectStatus(endpoint) !== undefined ||
  (capability?.find.redirects === true && successIn(endpoint.responses) === undefined);

/** The status with which it declares to send its caller on, if it does. */
export const redirectStatus = (endpoint: Endpoint): number | undefined =>
  endpoint.responses.find(({ status }) => [301, 302, 303, 307, 308].includes(status))?.status;

/** `GET /resolve?code=…`: a query parameter can be the key as well. */
function addQueryKey(where: Where, { endpoint, table, senses }: Asked): void {
  const queries = endpoint.parameters.filter((parameter) => parameter.in === "query");
  const keys = queries.filter(({ name, required }) => {
    const column = columnOf(name, table, senses);
    return column !== undefined && (required || isUnique(table, column.name));
  });
  for (const { name } of keys) where[columnOf(name, table, senses)?.name ?? name] = `$query.${name}`;
}

/** Rows in order, filtered by the query parameters that name columns. */
export function listSteps(asked: Asked): Conventional {
  const { endpoint, table, senses } = asked;
  const { where, unknown } = keyOf(asked);
  if (unknown.length > 0) return { steps: null, why: `no column of ${table.name} is what {${unknown[0]}} names` };
  const queries = endpoint.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  for (const name of queries) {
    const column = columnOf(name, table, senses)?.name ?? referringColumn(name, table);
    if (column !== undefined) where[column] = `$query.${name}`;
  }
  const whose = whoseRows(endpoint, table, senses);
  if (whose !== null && "column" in whose) where[whose.column] ??= whose.who;
  const own = ownRows(asked, where);
  const limit = queries.find(isLimit);
  const cursor = queries.find(isCursor);
  const newest = madeAt(table);
  const usual = { where: own, order: newest === undefined ? [] : [`${newest.name} desc`] };
  const selected = rowsAsSelected(asked, usual);
  const step: Step = {
    list: table.name,
    ...(Object.keys(selected.where).length === 0 ? {} : { where: selected.where }),
    ...(selected.order.length === 0 ? {} : { order: selected.order }),
    ...(limit === undefined ? {} : { limit: `$query.${limit}` }),
    ...(cursor === undefined ? {} : { cursor: `$query.${cursor}` }),
  };
  const success = successIn(endpoint.responses);
  const everybodys = whose !== null && "unread" in whose ? { everybodys: whose.unread } : {};
  const { unread, unasked } = selected;
  return { steps: [step, { return: { status: success?.status ?? 200 } }], gaps: [], unread, unasked, ...everybodys };
}

/** The time at which a row came to be; one until which something holds orders nothing. */
function madeAt({ columns }: Asked["table"]): Column | undefined {
  const times = columns.filter((column) => isMoment(column) && !isEnd(column.name) && !/delet/i.test(column.name));
  return (
    times.find(({ name }) => /creat|insert|added|made|issued/i.test(name)) ??
    times.find(({ name }) => /time|at$/i.test(name))
  );
}
