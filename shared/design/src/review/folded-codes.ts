import type { Column, Operation } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { codeDigits } from "../bind/code/drawn.ts";
import { isOfBothCases } from "../bind/code/both-cases.ts";
import { saidInAnyCase } from "../bind/ways/told/asked/any-case-words.ts";
import { foldedIn } from "../bind/ways/told/asked/any-case.ts";
import type { TableRead } from "../schema/catalog.ts";
import type { Review } from "./seen.ts";

/** Codes that upper and lower case tell apart, and a statement of the design that opens them whichever case they are sent in. */
export const reviewFoldedCodes: Review = ({ texts, schema, served }, tell) => {
  const operations = (served ?? []).map(({ operation }) => operation);
  for (const table of schema?.tables ?? []) {
    for (const column of table.columns) {
      const reader = operations.find((one) => looksUp(one, table, column));
      if (reader === undefined || !operations.some((one) => drawsBoth(one, table, column))) continue;
      const found =
        foldedIn(texts.design, column.name) ?? (foldsIt(reader, table, column) ? saidInAnyCase(texts.design) : null);
      if (found === null || isHeldApart(table, column) || column.type === "citext") continue;
      if (isOfBothCases(column, Object.values(texts)) === false) continue;
      const place = `${table.name}.${column.name}`;
      tell("code-case-folded", {
        message: `${reader.opId} is told to compare ${place} without regard to case, and two codes may differ in nothing else: one of them opens the other's URL. Compare it as it is, make codes of one case, or keep it unique in one case. ${foldsIt(reader, table, column) ? "A run compares it as it is told, and draws two such codes." : "A run compares it as it is, as nothing says that codes have both cases."}`,
        ...found,
      });
    }
  }
};

const looksUp = ({ steps }: Operation, table: TableRead, { name }: Column): boolean =>
  plainSteps(steps).some((step) => "get" in step && step.get === table.name && Object.hasOwn(step.by, name));

/** Drawn out of some letter in both cases. */
const drawsBoth = ({ steps }: Operation, table: TableRead, { name }: Column): boolean =>
  plainSteps(steps).some((step) => {
    const digits = "insert" in step && step.insert === table.name ? codeDigits(step.values[name]) : null;
    return digits?.split("").some((one) => one !== one.toLowerCase() && digits.includes(one.toLowerCase())) === true;
  });

const foldsIt = ({ steps }: Operation, table: TableRead, { name }: Column): boolean =>
  plainSteps(steps).some((step) => {
    const by = "get" in step && step.get === table.name ? step.by[name] : undefined;
    return typeof by === "object" && by !== null && "anyCase" in by;
  });

const isHeldApart = ({ indexes }: TableRead, { name }: Column): boolean =>
  indexes.some(({ unique, partial, anyCase }) => unique && !partial && anyCase?.length === 1 && anyCase[0] === name);
