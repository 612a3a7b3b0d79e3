import type { Column, Operation } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { drawnDigits } from "../bind/code/drawn.ts";
import { literally } from "../bind/ways/told/statement.ts";
import type { TableRead } from "../schema/catalog.ts";
import type { Review } from "./seen.ts";

/** Codes that upper and lower case tell apart, and a statement of the design that opens them whichever case they are sent in. */
export const reviewFoldedCodes: Review = ({ texts, schema, served }, tell) => {
  const operations = (served ?? []).map(({ operation }) => operation);
  for (const table of schema?.tables ?? []) {
    for (const column of table.columns) {
      const reader = operations.find((one) => looksUp(one, table, column));
      if (reader === undefined || !operations.some((one) => drawsBoth(one, table, column))) continue;
      const found = folding(column).exec(texts.design);
      if (found === null || isHeldApart(texts.schema, column) || column.type === "citext") continue;
      const place = `${table.name}.${column.name}`;
      tell("code-case-folded", {
        message: `${reader.opId} is told to compare ${place} without regard to case, and two codes may differ in nothing else: one of them opens the other's URL. Compare it as it is, make codes of one case, or keep it unique in one case. A run compares it as it is.`,
        from: found.index,
        to: found.index + found[0].length,
      });
    }
  }
};

const looksUp = ({ steps }: Operation, table: TableRead, { name }: Column): boolean =>
  plainSteps(steps).some((step) => "get" in step && step.get === table.name && Object.hasOwn(step.by, name));

/** Drawn out of some letter in both cases. */
const drawsBoth = ({ steps }: Operation, table: TableRead, { name }: Column): boolean =>
  plainSteps(steps).some((step) => {
    const digits = "insert" in step && step.insert === table.name ? drawnDigits(step.values[name]) : null;
    return digits?.split("").some((one) => one !== one.toLowerCase() && digits.includes(one.toLowerCase())) === true;
  });

/** `lower(code) = lower($1)`, `l.code ILIKE $1`. */
const folding = ({ name }: Column): RegExp => {
  const column = `(?:\\w{1,30}\\.)?["\`]?${literally(name)}["\`]?`;
  return new RegExp(
    `(?<!\\w)(?:lower|upper)\\(\\s{0,3}${column}\\s{0,3}\\)\\s{0,3}=|(?<![\\w.])${column}\\s{1,3}ilike(?!\\w)`,
    "i",
  );
};

const isHeldApart = (schema: string, { name }: Column): boolean =>
  new RegExp(`\\bunique\\b[^;]{0,200}\\b(?:lower|upper)\\(\\s{0,3}["\`]?${literally(name)}["\`]?\\s{0,3}\\)`, "i").test(
    schema,
  );
