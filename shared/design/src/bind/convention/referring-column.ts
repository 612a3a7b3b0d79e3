import type { Table } from "@proofroom/domain/design/model";
import { plain, singular } from "../names.ts";

/**
 * The column that refers to what a field names without saying by what it is known: `persona` is kept in `persona_id`, and in `creada_por` if that
 * alone refers to a table `personas`.
 */
export function referringColumn(name: string, { foreignKeys }: Pick<Table, "foreignKeys">): string | undefined {
  const said = plain(name);
  const keys = foreignKeys.filter(({ columns }) => columns.length === 1);
  const known = ["id", "uuid", "guid", "pk", "ref", "key"];
  const isCalledSo = (column: string, references: readonly string[]): boolean =>
    [...known, ...references].some((one) => plain(column) === said + plain(one));
  const called = keys.find(({ columns: [column = ""], references }) => isCalledSo(column, references));
  const [only, other] = keys.filter(({ table }) => singular(plain(table)) === singular(said));
  return (called ?? (other === undefined ? only : undefined))?.columns[0];
}
