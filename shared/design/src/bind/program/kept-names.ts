import type { Table } from "@proofroom/domain/design/model";
import { plain } from "../names.ts";

/** `HeldUntil` as the schema has it, `held_until`: in code of a service and in other databases names are written otherwise. */
export function inKeptNames(sql: string, tables: readonly Table[]): string {
  const kept = new Map(
    tables.flatMap(({ name, columns }) => [name, ...columns.map((one) => one.name)]).map((name) => [plain(name), name]),
  );
  return sql.replace(/(?<![\w:@$"'])[A-Za-z]\w*[a-z]\w*/g, (name) =>
    /[A-Z]/.test(name) ? (kept.get(plain(name)) ?? name) : name,
  );
}
