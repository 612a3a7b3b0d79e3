import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { parametersIn } from "../../api/path.ts";
import { addressColumn } from "../address/address-column.ts";
import type { Asked, Conventional } from "../asking/asked.ts";
import { columnOf, fillsItself, isUnique, keptIn, mustBeFilled, uniqueLists } from "../column-of.ts";
import { isRedirect, redirectStatus } from "./convention-read.ts";
import { isGroup } from "../fields.ts";
import { saidOfRow } from "../steps/said-row.ts";
import { sentIn } from "./sent-in.ts";

/**
 * An insert of a row that cannot be without one of another table, `aliases.destination_id`, where what is sent and has no place in the
 * row is all that the other one needs: both are written together, the other one first.
 */
export function withReferredRow(found: Conventional, asked: Asked, tables: Table[]): Conventional {
  if (found.steps === null) return found;
  const { table } = asked;
  const [insert, answer, ...more] = found.steps;
  if (insert === undefined || !("insert" in insert) || insert.insert !== table.name) return found;
  if (answer === undefined || !("return" in answer) || more.length > 0) return found;
  const made = referredBy(table).flatMap(({ own, referred, name }) => {
    const target = tables.find((one) => one !== table && one.name === name);
    const values = target === undefined || !found.gaps.includes(own) ? null : valuesOf(target, referred, asked);
    return target === undefined || values === null ? [] : [{ own, target, referred, values }];
  });
  const [first, other] = made;
  if (first === undefined || other !== undefined) return found;
  const { own, target, referred, values } = first;
  const { name } = target;
  const body = { ...saidOfRow({ return: {} }, { ...asked, table: target }), ...saidOfRow(answer, asked) };
  const row: Step = { ...insert, values: { ...insert.values, [own]: `$${name}.${referred}` } };
  return {
    ...found,
    steps: [{ transaction: [{ insert: name, values }, row] }, { return: { ...answer.return, body } }],
    gaps: found.gaps.filter((gap) => gap !== own),
    because: [
      ...(found.because ?? []),
      `a row of ${table.name} cannot be without one of ${name}, and all of that is sent`,
    ],
  };
}

/** The columns by which rows of a table name one of another. */
const referredBy = ({ foreignKeys }: Table): { own: string; referred: string; name: string }[] =>
  foreignKeys.flatMap(({ table, columns, references }) => {
    const [[own, more], [referred]] = [columns, references];
    return own === undefined || referred === undefined || more !== undefined ? [] : [{ own, referred, name: table }];
  });

/** Of the row that is named what is sent and kept nowhere else; null where that is not all of it, or may be there already. */
function valuesOf(target: Table, referred: string, { endpoint, table, senses }: Asked): Record<string, Value> | null {
  const values: Record<string, Value> = {};
  for (const field of sentIn(endpoint).filter((one) => !isGroup(one))) {
    const column = columnOf(field.name, target, senses);
    if (column === undefined || column.generated || keptIn(field.name, table, senses) !== undefined) continue;
    values[column.name] ??= field.reference;
  }
  const isSent = (name: string): boolean => Object.hasOwn(values, name);
  if (Object.keys(values).length === 0 || uniqueLists(target).some((list) => list.some(isSent))) return null;
  const key = target.columns.find(({ name }) => name === referred);
  if (key !== undefined && !fillsItself(key) && key.type === "uuid") values[referred] = { uuid: true };
  return target.columns.some((column) => mustBeFilled(column) && !isSent(column.name)) ? null : values;
}

/**
 * What is redirected to where one table has the code and names the row of another, which has the address: that row is looked for
 * through the first; null where a table has both, or none names the other.
 */
export function throughReferring(asked: Asked, tables: Table[]): Conventional | null {
  const { endpoint, table, capability, senses, written = [] } = asked;
  const [name, other] = parametersIn(endpoint.path);
  if (name === undefined || other !== undefined || !isRedirect(endpoint, capability)) return null;
  if (columnOf(name, table, senses) !== undefined) return null;
  const found = tables.flatMap((one) => {
    const code = one === table ? undefined : columnOf(name, one, senses);
    const link = referredBy(one).find((key) => key.name === table.name);
    const isKey = code !== undefined && isUnique(one, code.name) && code.name !== link?.own;
    return isKey && link !== undefined ? [{ one, code: code.name, link }] : [];
  });
  const [only, more] = found;
  if (only === undefined || more !== undefined) return null;
  const { one, code, link } = only;
  const address = addressColumn(table, senses, [link.referred], written);
  if (address === undefined) return null;
  const status = redirectStatus(endpoint);
  return {
    steps: [
      { get: one.name, by: { [code]: `$path.${name}` } },
      { get: table.name, by: { [link.referred]: `$${one.name}.${link.own}` } },
      { redirect: `$row.${address}`, ...(status === undefined ? {} : { status }) },
    ],
    gaps: [],
    because: [`${one.name}.${link.own} names the row of ${table.name} that has the address`],
  };
}
