import type { Table } from "@proofroom/domain/design/model";
import { isMoment } from "@proofroom/domain/design/moment";
import { partsOf } from "../documents/upserts/passed.ts";
import type { Call } from "../ways/told/statement/call-chain.ts";
import { literally } from "../ways/told/statement/statement.ts";

/** By which columns a call has rows in order, as SQL would. */
export function orderIn({ name, passed }: Call, table: Table): string[] {
  const called = name.replaceAll("_", "").toLowerCase();
  if (called === "latest" || called === "oldest") {
    const made = columnsIn(passed, table)[0]?.name ?? madeAt(table);
    return made === undefined ? [] : [`${made} ${called === "latest" ? "desc" : "asc"}`];
  }
  const isOrder = /^(?:re)?order|^sort$|^thenby/.test(called);
  const written = isOrder ? passed : optionIn(passed, "order_?[bB]y|order|sort");
  if (written === null) return [];
  return columnsIn(written, table).map(
    ({ name: column, isDesc }) => `${column} ${isDesc || /desc/.test(called) ? "desc" : "asc"}`,
  );
}

/** The columns that are named, in their order, and which way each goes. */
function columnsIn(written: string, { columns }: Table): { name: string; isDesc: boolean }[] {
  return columns
    .flatMap(({ name }) => {
      const found = new RegExp(
        `(-|desc\\(\\s?)?["'\`:]?(?:\\w{1,40}\\.)?(?<![\\w])${literally(name)}(?!\\w)["'\`]?(\\s?\\.desc|["'\`]?\\s{0,3}(?::|=>|,)?\\s{0,3}[:"'\`]?(?:\\w{1,20}\\.)?(?:desc|-1)(?!\\w*\\())?`,
        "i",
      ).exec(written);
      return found === null
        ? []
        : [{ name, at: found.index, isDesc: found[1] !== undefined || found[2] !== undefined }];
    })
    .toSorted((a, b) => a.at - b.at);
}

const madeAt = ({ columns }: Table): string | undefined =>
  columns.find((column) => isMoment(column) && /creat|insert|added|made|issued/i.test(column.name))?.name;

/** What stands behind a label among what is passed. */
export const optionIn = (passed: string, label: string): string | null => {
  const found = new RegExp(`(?<![\\w.])(?:${label})["']?\\s?:`).exec(passed);
  return found === null ? null : (partsOf(passed.slice(found.index + found[0].length))[0] ?? null);
};
