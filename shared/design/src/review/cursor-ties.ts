import { isMoment } from "@proofroom/domain/design/moment";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { literally } from "../bind/ways/told/statement/statement.ts";
import { uniqueLists } from "../bind/column-of.ts";
import type { Review } from "./seen.ts";

/** A statement that pages by a time alone, `where created_at < $1 order by created_at desc`: of rows of one moment it skips those that a page did not hold. */
export const reviewCursorTies: Review = (seen, tell) => {
  for (const { operation, read } of seen.served ?? []) {
    const [step] = plainSteps(operation.steps).filter((one) => "list" in one);
    const table = seen.schema?.tables.find(({ name }) => step !== undefined && "list" in step && name === step.list);
    const time = table?.columns.find(
      (column) =>
        isMoment(column) &&
        !uniqueLists(table).some((list) => list.length === 1 && list[0] === column.name) &&
        pagesBy(column.name).test([seen.texts.api, seen.texts.design].join("\n")),
    );
    if (table === undefined || time === undefined) continue;
    tell("cursor-ties", {
      from: read.at,
      to: read.end,
      message: `The statement about ${operation.opId} pages by ${time.name} alone: of rows of one moment those that a page did not hold are never shown. A run pages by the key as well; write (${[time.name, ...table.primaryKey].join(", ")}) in both places.`,
    });
  }
};

const pagesBy = (column: string): RegExp => {
  const named = `(?:\\w{1,30}\\.)?"?${literally(column)}"?`;
  return new RegExp(
    `\\bwhere\\b[^;]{0,200}(?<![(\\w])${named}\\s{0,2}[<>]=?[^;]{0,120}\\border\\s+by\\s+${named}(?:\\s+(?:asc|desc))?\\s*(?:limit|fetch|;|\`|$)`,
    "im",
  );
};
