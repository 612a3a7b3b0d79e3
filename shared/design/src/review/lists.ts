import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Edit } from "@proofroom/domain/design/finding";
import type { Step } from "@proofroom/domain/design/step";
import { writeEntry } from "../api/write-entry.ts";
import { renameParameter } from "../api/rename-parameter.ts";
import { writeParameter } from "../api/write-parameter.ts";
import { plain } from "../bind/names.ts";
import { placeOfStep, writtenSteps } from "./places.ts";
import { fixOf, type Review, type Seen, type Served } from "./seen.ts";

type ListStep = Extract<Step, { list: string }>;

/** Lists that nobody can page through, and those that page by counting. */
export const reviewLists: Review = (seen, tell) => {
  for (const served of seen.served ?? []) {
    const { read, operation } = served;
    for (const step of plainSteps(operation.steps)) {
      if (!("list" in step) || step.limit !== undefined || step.cursor !== undefined || countOf(served) !== undefined)
        continue;
      const edits = limitEdits(seen, served, step);
      tell("list-without-page", {
        ...placeOfStep(served, step),
        message: `${operation.opId} answers the first 20 rows of ${step.list}, and nobody can ask for more or fewer; take a limit, and a cursor where there are many.`,
        fixes: edits === null ? [] : [fixOf("Take a limit", edits)],
      });
    }
    const offset = countOf(served);
    if (offset === undefined || !plainSteps(operation.steps).some((step) => "list" in step)) continue;
    const edits = cursorEdits(seen, served, offset.name);
    tell("offset-paging", {
      from: read.at,
      to: read.end,
      message: `${operation.opId} pages by ${offset.name}: the database reads all rows before it, and a row added meanwhile shows another one twice. Page by cursor.`,
      fixes: edits === null ? [] : [fixOf("Page by cursor", edits)],
    });
  }
};

/** The parameter by which a list is asked for page by page, or from a row on. */
const countOf = ({ operation }: Served) =>
  operation.parameters.find(
    ({ name, in: where }) =>
      where === "query" && /^(?:offset|skip|start|page|pagen(?:o|r|um|umber))$/.test(plain(name)),
  );

/** The parameter, and where the steps are spelled out its place in the step. */
function limitEdits({ texts }: Seen, served: Served, step: ListStep): Edit[] | null {
  const schema = { type: "integer", minimum: 1, maximum: 100, default: 20 } as const;
  const declared = writeParameter(texts.api, served.read, { name: "limit", in: "query", schema });
  return declared === null ? null : withStep(texts.api, served, step, [declared], ["limit", "$query.limit"]);
}

function cursorEdits({ texts }: Seen, served: Served, name: string): Edit[] | null {
  const renamed = renameParameter(texts.api, served.read, name, "cursor");
  const step = plainSteps(served.operation.steps).find((one) => "list" in one);
  if (renamed === null || step === undefined || !("list" in step)) return null;
  return withStep(texts.api, served, step, [renamed], ["cursor", "$query.cursor"]);
}

function withStep(
  text: string,
  served: Served,
  step: ListStep,
  edits: Edit[],
  [key, value]: [string, string],
): Edit[] | null {
  if (served.read.operation === null) return edits;
  const written = writtenSteps(served).find((one) => JSON.stringify(one.step) === JSON.stringify(step));
  const edit = written === undefined ? null : writeEntry(text, written.node, key, value);
  return edit === null ? null : [...edits, edit];
}
