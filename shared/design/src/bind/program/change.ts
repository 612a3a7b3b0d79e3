import { isMoment } from "@proofroom/domain/design/moment";
import type { Table } from "@proofroom/domain/design/model";
import { whenEnded } from "@proofroom/domain/design/refusal-status";
import type { Step, Where } from "@proofroom/domain/design/step";
import { answeredAgain } from "../ways/rows/answered-again.ts";
import { columnsIn } from "../ways/told/asked/less-asked.ts";
import { askedInCase } from "./case-condition.ts";
import type { Line } from "./lines.ts";
import { looked } from "./look.ts";
import { isSuccess } from "./outcomes.ts";
import { isOwnRetry } from "./own-retry.ts";
import { type Made, refusing, when } from "./parts.ts";
import type { Statement } from "./statement.ts";

/** What has ended makes room; of anything else that is deleted nobody tells what comes of none. */
export function removed(
  { outcomes, otherwise }: Line,
  { table, where }: Extract<Statement, { verb: "delete" }>,
): Step[] | null {
  const isEnded = columnsIn(where).some((name) => table.columns.some((one) => one.name === name && isMoment(one)));
  return isEnded && outcomes.length + otherwise.length === 0 ? [{ delete: table.name, where }] : null;
}

/** What is changed, and what is done where nothing was. */
export function changed(
  { outcomes, otherwise, makesRoom }: Line,
  { table, set, where }: Extract<Statement, { verb: "update" }>,
  made: Made,
): Step[] | null {
  const update = { update: table.name, set, where };
  const missed = outcomes.filter(({ of }) => of === "none");
  if (missed.length + otherwise.length === 0 && makesRoom)
    return [{ get: table.name, by: where }, when({ found: true }, [update])];
  // Whoever holds it already and comes again is nobody else.
  const again = missed.filter((one) => isSuccess(one.status) && !isOwnRetry(one, table, made.stage));
  if (otherwise.length === 0 && again.length > 0) {
    const sold = again.map((one) => askedInCase(one, table, made.stage));
    const key = passedIn(where);
    const [asks] = sold;
    if (asks === undefined || typeof asks === "string" || sold.length > 1 || Object.keys(key).length === 0) return null;
    const answered = when({ found: true }, [answeredAgain(made.answer, made.stage.endpoint)]);
    const refused = missed.find((one) => !isSuccess(one.status))?.status ?? whenEnded(made.stage.endpoint);
    return [
      update,
      when({ found: false }, [{ get: table.name, by: { ...key, ...asks } }, answered, refusing(refused)]),
    ];
  }
  if (otherwise.length > 0 && otherwise.every((line) => isOwnLook(line, table, made))) return [update];
  const inside = otherwise.map((line) =>
    line.statement.verb === "select" ? looked(line, line.statement, made, true) : null,
  );
  if (inside.includes(null)) return null;
  if (inside.length > 0)
    return [
      update,
      when(
        { found: false },
        inside.flatMap((some) => some ?? []),
      ),
    ];
  const [status, ...more] = new Set(missed.map((one) => one.status));
  return [{ ...update, ...(status === undefined || more.length > 0 ? {} : { else: status }) }];
}

/** Whether what is looked at afterwards only tells one's own hold, or why there is none. */
const isOwnLook = ({ statement, outcomes }: Line, table: Table, { stage }: Made): boolean =>
  statement.verb === "select" &&
  statement.table === table &&
  outcomes.length > 0 &&
  outcomes.every((one) => !isSuccess(one.status) || isOwnRetry(one, table, stage));

/** What a condition compares with what is passed: which row is meant. */
const passedIn = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).filter(([, value]) => typeof value === "string" && value.startsWith("$") && value !== "$now"),
  );
