import type { Table } from "@proofroom/domain/design/model";
import { plain, singular } from "../names.ts";

/** The column that refers to what a field is called after: of `persona` it is `persona_id`, or the only one that refers to the table `personas`. */
export function referenceNamed(field: string, { foreignKeys }: Pick<Table, "foreignKeys">): string | undefined {
  const name = singular(plain(field.split(".").at(-1) ?? field));
  const single = foreignKeys.flatMap(({ columns: [own, ...more], table }) =>
    own === undefined || more.length > 0 ? [] : [{ own, table }],
  );
  const called = single.find(({ own }) => withoutId(own) === name);
  const [only, other] = single.filter(({ table }) => singular(plain(table)) === name);
  return called?.own ?? (other === undefined ? only?.own : undefined);
}

const withoutId = (column: string): string => plain(column).replace(/(?:id|uuid|ref)$/, "");
