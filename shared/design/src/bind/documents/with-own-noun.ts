import type { Capability } from "@proofroom/domain/problem/problem";
import type { ColumnRole, TableRole, Ways } from "@proofroom/domain/problem/way";
import type { HandedOn } from "./handed-on.ts";
import { plain } from "../names.ts";

/** A capability that knows what a design calls one of its fields, wherever it speaks of that: in paths, tables, columns and states. */
export function withOwnNoun(capability: Capability, { field, things, name }: HandedOn): Capability {
  const { find, ways } = capability;
  const isOf = Object.hasOwn(capability.in, field) || Object.hasOwn(capability.out, field);
  const names = [name, ...things.flatMap((thing) => [`${thing} id`, `${thing} token`, thing])];
  const fields = isOf ? { ...find.fields, [field]: [...names, ...(find.fields[field] ?? [])] } : find.fields;
  const words = Object.hasOwn(capability.out, field) ? [...find.words, ...things] : find.words;
  return {
    ...capability,
    find: { ...find, words, fields },
    ...(ways === undefined ? {} : { ways: ofWays(ways, field, things, names) }),
  };
}

function ofWays(ways: Ways, field: string, things: string[], names: string[]): Ways {
  const roles = Object.entries(ways.roles).map(([role, table]): [string, TableRole] => [
    role,
    {
      ...table,
      names: role === field ? [...table.names, ...things] : table.names,
      columns: Object.fromEntries(
        Object.entries(table.columns).map(([column, played]): [string, ColumnRole] => [
          column,
          ofColumn(column === field ? { ...played, names: [...names, ...played.names] } : played, field, things),
        ]),
      ),
    },
  ]);
  const { lasts } = ways;
  return {
    ...ways,
    roles: Object.fromEntries(roles),
    ...(lasts === undefined ? {} : { lasts: { ...lasts, of: [...lasts.of, ...things] } }),
  };
}

/** `option_expire` is when it expires, and a seat whose state is `OPTION` is held. */
const ofColumn = (column: ColumnRole, field: string, things: string[]): ColumnRole => ({
  ...column,
  names: [...column.names, ...things.flatMap((thing) => column.names.map((name) => `${thing} ${name}`))],
  values: Object.fromEntries(
    Object.entries(column.values).map(([meaning, words]) => [
      meaning,
      words.some((word) => plain(word) === plain(field)) ? [...words, ...things] : words,
    ]),
  ),
});
