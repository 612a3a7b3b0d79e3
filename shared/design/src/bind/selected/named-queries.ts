import type { Table } from "@proofroom/domain/design/model";
import { literally } from "../ways/told/statement/statement.ts";
import { conditionOf } from "./called-condition.ts";
import type { Select } from "./selects.ts";

/** `findAllByOwnerIdOrderByCreatedAtDesc(`, `findAllByOrderByCreatedAtAsc(`. */
export function namedQueries(text: string, table: Table): Select[] {
  return [
    ...text.matchAll(
      /\b(?:find|get|read|query|list)(?:All|Top\d{0,3}|First\d{1,3})?(?:By(\w{0,60}?))?OrderBy(\w{3,60})\(/g,
    ),
  ].map(([, asked = "", order = ""]) => {
    const parts = order.split(/(?<=Asc|Desc)(?=[A-Z]|$)/).flatMap((one) => {
      const [, name = "", way = ""] = /^(\w+?)(Asc|Desc)?$/.exec(one) ?? [];
      const column = table.columns.find((own) => new RegExp(`^${literally(own.name)}$`, "i").test(name));
      return column === undefined ? [] : [`${column.name} ${way === "Desc" ? "desc" : "asc"}`];
    });
    const names = asked.split(/And(?=[A-Z])/).filter((one) => one !== "");
    return {
      columns: "*",
      where: names.length === 0 ? null : conditionOf(names.join(", "), table),
      order: parts.join(", ") || null,
    };
  });
}
