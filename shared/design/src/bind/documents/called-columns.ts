import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { nameWithin } from "../convention/nested-name.ts";
import { fieldsOf } from "../fields.ts";
import { isKeyName } from "../key/idempotency.ts";
import { bareNames } from "../bare-names.ts";
import { plain } from "../names.ts";
import type { Sense } from "../sense.ts";
import { filledByName } from "./filled-by-name.ts";

/** What a column is called apart from the custom of a house, or by what fills it. */
interface Called {
  column: string;
  as: string;
}

/**
 * What columns are called beside their names: `ds_url` of a house whose columns begin with what kind of value they hold is the `url`, and the
 * column that a statement fills with `:usuario`, which is sent, is the `usuario`. Nothing where a column of the table is called so itself, or two
 * might be.
 */
export function calledColumns(
  tables: readonly Table[],
  endpoints: readonly Endpoint[],
  texts: readonly string[],
): Called[] {
  const sent = new Set(endpoints.flatMap(sentTo).map(plain));
  return tables.flatMap((table) => {
    const refers = table.foreignKeys.flatMap(({ columns }) => columns);
    const isOpen = ({ column, as }: Called): boolean =>
      sent.has(plain(as)) && !isKeyName(column) && !refers.includes(column);
    const own = new Set(table.columns.map(({ name }) => plain(name)));
    const bare = [...bareNames(table)].map(([column, as]) => ({ column, as }));
    const known = bare.filter(({ as }) => !own.has(plain(as)));
    const named = new Set(known.map(({ column }) => column));
    const filled = onlyOnes(filledByName(table, texts).filter(isOpen)).filter(
      ({ column, as }) =>
        !own.has(plain(as)) && !named.has(column) && !known.some((one) => plain(one.as) === plain(as)),
    );
    return [...known, ...filled];
  });
}

/** The names of what a request carries. */
const sentTo = ({ body, parameters }: Endpoint): string[] =>
  [...fieldsOf(body), ...parameters].map(({ name }) => nameWithin(name));

/** The capabilities whose fields go by the names of the columns, too, that are called as they are. */
export const withCalledColumns = (
  capabilities: Record<string, Capability>,
  called: readonly Called[],
): Record<string, Capability> =>
  called.length === 0
    ? capabilities
    : Object.fromEntries(
        Object.entries(capabilities).map(([id, capability]) => {
          const fields = { ...capability.find.fields };
          for (const field of [...Object.keys(capability.in), ...Object.keys(capability.out)]) {
            const names = [field, ...(fields[field] ?? [])];
            const known = new Set(names.map(plain));
            const own = called.flatMap(({ as, column }) => (known.has(plain(as)) ? [column] : []));
            if (own.length > 0) fields[field] = [...new Set([...(fields[field] ?? []), ...own])];
          }
          return [id, { ...capability, find: { ...capability.find, fields } }];
        }),
      );

/** What the problem does not speak of goes by both names all the same. */
export const withColumns = (senses: Sense[], called: readonly Called[]): Sense[] =>
  called.length === 0 ? senses : [...senses, ...called.map(({ as, column }) => ({ field: as, names: [as, column] }))];

/** Those of which neither the column nor what it is called stands twice. */
const onlyOnes = (all: readonly Called[]): Called[] => {
  const once = [...new Map(all.map((one) => [`${one.column} ${plain(one.as)}`, one])).values()];
  return once.filter(
    ({ column, as }) => once.filter((one) => one.column === column || plain(one.as) === plain(as)).length === 1,
  );
};
