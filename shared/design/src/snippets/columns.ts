import type { Column, Table } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { TableRole } from "@proofroom/domain/problem/way";
import { isEnd } from "../bind/ending.ts";
import { plain, wordsIn } from "../bind/names.ts";
import { castsOf } from "../bind/ways/cast/roles.ts";
import { rememberedOfBoth } from "../text/remembered.ts";
import { literalDefault } from "../schema/literal-default.ts";

/** A column that says how far a row has come, and the values that it takes from first to last. */
export interface State {
  column: string;
  first: string;
  values: string[];
  /** The one that it goes to, where that is known. */
  to?: string;
}

const stateWords = new Set(["status", "state", "phase", "stage", "estado", "zustand", "statut", "etat", "situacao"]);

/** How far a row has come, as far as the schema lists it, or the problem knows the words for it. */
export function stateOf(table: Table, capability: Capability | undefined): State | null {
  const played = playedState(table, capability);
  if (played !== null) return played;
  const column = table.columns.find(
    ({ name, values, generated }) =>
      !generated && (values?.length ?? 0) > 1 && wordsIn(name).some((word) => stateWords.has(word)),
  );
  const values = column?.values ?? [];
  const standard = literalDefault(column);
  const first = standard !== undefined && values.includes(standard) ? standard : values[0];
  return column === undefined || first === undefined ? null : { column: column.name, first, values };
}

const playedState = (table: Table, capability: Capability | undefined): State | null =>
  capability?.ways === undefined ? null : stateIn(capability.ways.roles, table);

/** A role's meanings stand in the order in which a row goes through them. */
const stateIn = rememberedOfBoth((roles: Record<string, TableRole>, table: Table): State | null => {
  const players = castsOf(roles, [table]).flatMap((cast) => [...cast.values()]);
  const found = players.map(({ columns }) => columns.get("state")).find((one) => (one?.values.size ?? 0) > 1);
  const values = [...(found?.values.values() ?? [])];
  const [first] = values;
  return found === undefined || first === undefined ? null : { column: found.column.name, first, values };
});

/** The moment at which what a row says is over. */
export const endOf = (table: Table): Column | undefined =>
  table.columns.find(({ name, type, generated }) => !generated && /^(?:timestamp|date)/.test(type) && isEnd(name));

const number = /^(?:smallint|integer|bigint|numeric|real|double)/;
const counting =
  /^(?:.*_)?(?:count|counter|clicks?|views?|hits?|visits?|likes?|votes?|uses|attempts?|total|quantity|qty|remaining|stock|available|left|capacity|score|points)(?:_.*)?$/;
/** What begins at 0 as well and is not counted. */
const measured =
  /price|preco|precio|preis|prix|cost|amount|betrag|fee|balance|saldo|version|revision|position|rank|level|sort|order|number|year|month/;
const leftOver = /remain|stock|availab|left|quantity|qty|capacity/;

/** A number that is counted up, or one of what is left that is counted down. */
export function counterOf(table: Table): { column: string; isLeftOver: boolean } | null {
  const keys = new Set([...table.primaryKey, ...table.foreignKeys.flatMap(({ columns }) => columns)]);
  const numbers = table.columns.filter(
    ({ name, type, generated }) => !generated && !keys.has(name) && number.test(type),
  );
  const found =
    numbers.find(({ name }) => counting.test(wordsIn(name).join("_"))) ??
    numbers.find(({ name, default: standard }) => standard === "0" && !measured.test(plain(name)));
  return found === undefined ? null : { column: found.name, isLeftOver: leftOver.test(plain(found.name)) };
}
