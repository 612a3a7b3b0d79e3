import type { Column } from "@proofroom/domain/design/model";
import type { Step, Value, Where } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Offer } from "@proofroom/domain/design/offer";
import { columnOf } from "../bind/column-of.ts";
import { fieldsOf } from "../bind/fields.ts";
import { isKeyName } from "../bind/key/idempotency.ts";
import { wordsIn } from "../bind/names.ts";
import { answerOfRow } from "../bind/steps/said-row.ts";
import type { TableRead } from "../schema/catalog.ts";
import { endOf, type State, stateOf } from "./columns.ts";
import { askedOf, offerOf, rowNamed, type Site, type Snippet } from "./site.ts";
import { parted } from "./steps.ts";

/** A row that is changed only while its state or its time allows it, in one statement: of two at once one gets it. */
export const guardedUpdate: Snippet = (site) => {
  const { method } = site.read.endpoint;
  if (method === "GET" || method === "DELETE") return [];
  return site.tables.flatMap((table) => offer(site, table) ?? []);
};

function offer(site: Site, table: TableRead): Offer | null {
  const state = stateOf(table, site.capability);
  const end = endOfHold(table, state, site);
  const key = state === null && end === undefined ? null : rowNamed(site, table);
  if (key === null) return null;
  const { steps, idempotency } = site.operation;
  const { work, answer } = parted(steps);
  const [first, ...others] = plainSteps(work);
  if (others.length > 0 || (first !== undefined && "insert" in first)) return null;
  const own = first !== undefined && "update" in first && first.update === table.name ? first : null;
  const columns = [state?.column, end?.name].flatMap((name) => name ?? []);
  if (own !== null && columns.some((column) => asksFor(own.where, column))) return null;
  const { set, where, only } = guard(site, table, aimed(state, own?.set), end?.name);
  const update: Step = {
    update: table.name,
    set: { ...(own === null ? sent(site, table, columns) : {}), ...set, ...own?.set },
    where: { ...key, ...own?.where, ...where },
  };
  const answers = own === null || answer === undefined ? answerOfRow(askedOf(site, table)) : answer;
  const says = `Changes ${table.name} only while ${only}; of two at once one gets the row, and the other is answered 409.`;
  return offerOf(site, `Guarded update of ${table.name}`, says, { steps: [update, answers], idempotency });
}

/** The time at which a hold ends; a row's own end, such as a link's, is not moved by what is done with it. */
function endOfHold(table: TableRead, state: State | null, { capability }: Site): Column | undefined {
  const end = endOf(table);
  const words = [end?.name ?? "", ...(state?.values ?? [])];
  return capability?.ways !== undefined || words.some((word) => holding.test(word)) ? end : undefined;
}

const holding = /h[eo]ld|lock|reserv|claim|lease|taken|retain|gehalten|gesperrt|reten|blo(?:c|qu)/i;

/** What an update writes into the state already is what the row goes to. */
function aimed(state: State | null, set: Record<string, Value> | undefined): State | null {
  const to = state === null ? undefined : set?.[state.column];
  if (state === null || typeof to !== "string" || !state.values.includes(to) || to === state.first) return state;
  return { ...state, to };
}

function asksFor(where: Where, column: string): boolean {
  return Object.entries(where).some(
    ([name, given]) => name === column || (Array.isArray(given) && given.some((one) => asksFor(one, column))),
  );
}

interface Guard {
  set: Record<string, Value>;
  where: Where;
  /** Completes "only while …". */
  only: string;
}

const lasting: Value = { add: ["$now", "2m"] };

function guard({ read }: Site, table: TableRead, state: State | null, end: string | undefined): Guard {
  if (state === null) {
    if (end === undefined) return { set: {}, where: {}, only: "" };
    const isNullable = table.columns.some(({ name, nullable }) => name === end && nullable);
    const over: Where = { [end]: { lt: "$now" } };
    const where: Where = isNullable ? { any: [{ [end]: null }, over] } : over;
    return { set: { [end]: lasting }, where, only: `its ${end} is ${isNullable ? "empty or " : ""}over` };
  }
  const { column, first, values } = state;
  const to = state.to ?? nextOf(state, read.endpoint.path);
  const at = values.indexOf(to);
  const before = values[at - 1];
  if (end === undefined || to === first)
    return { set: { [column]: to }, where: { [column]: first }, only: `${column} is ${first}` };
  if (before !== undefined && before !== first) {
    const where: Where = { [column]: before, [end]: { gte: "$now" } };
    return { set: { [column]: to }, where, only: `${column} is ${before} and its ${end} is still to come` };
  }
  return {
    set: { [column]: to, [end]: lasting },
    where: { any: [{ [column]: first }, { [column]: to, [end]: { lt: "$now" } }] },
    only: `${column} is ${first}, or its ${end} is over`,
  };
}

/** The value that an endpoint's own words speak of, `/orders/{id}/cancel` of `cancelled`; else the one that follows the first. */
function nextOf({ first, values }: State, path: string): string {
  const words = wordsIn(path).filter((word) => word.length > 3);
  const others = values.filter((value) => value !== first);
  const spoken = others.find((value) => words.some((word) => value.toLowerCase().startsWith(word.slice(0, -1))));
  return spoken ?? others[0] ?? first;
}

/** What is sent beside the row's name, and a new id where the row has an empty place for one. */
function sent({ read, senses }: Site, table: TableRead, own: string[]): Record<string, Value> {
  const set: Record<string, Value> = {};
  const isFree = (name: string): boolean => !own.includes(name) && !table.primaryKey.includes(name);
  for (const { name } of fieldsOf(read.endpoint.body)) {
    const column = columnOf(name, table, senses);
    if (column !== undefined && !column.generated && isFree(column.name)) set[column.name] ??= `$body.${name}`;
  }
  const refers = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  for (const { name, type, nullable } of table.columns)
    if (type === "uuid" && nullable && isFree(name) && !refers.has(name) && !isKeyName(name))
      set[name] ??= { uuid: true };
  return set;
}
