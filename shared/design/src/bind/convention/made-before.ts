import type { Operation } from "@proofroom/domain/design/model";
import type { OnConflict, Step, Value } from "@proofroom/domain/design/step";
import { successIn } from "../../api/success.ts";
import { isTableName } from "../steps/check-references.ts";
import { fieldsOf, isRecord } from "../fields.ts";
import { type Handed, handedOver } from "../later/handed-over.ts";
import { isSameName } from "../names.ts";
import { ofTable } from "../steps/of-table.ts";

interface Made extends Handed {
  /** The table to which the row is added; what is published under its name stands for the row meanwhile. */
  table: string;
  /** The columns whose values are known before the row is there. */
  known: ReadonlySet<string>;
  answer: Step[];
}

/**
 * A row in two parts whose values the service makes up itself before anything is written, so that it can answer with them:
 * `code = 7 random characters` travels in the message. Null where it is more than one row, or its key is kept elsewhere. A
 * message that comes twice finds its own value there, so nothing is drawn again.
 */
export function madeBefore({ steps, idempotency, responses }: Operation): Made | null {
  const answer = steps.filter((step) => "return" in step);
  const [step, ...more] = steps.filter((one) => !("return" in one));
  if (step === undefined || !("insert" in step) || more.length > 0 || !isTableName(step.insert)) return null;
  if (idempotency !== undefined && !idempotency.column.startsWith(`${step.insert}.`)) return null;
  const made = Object.entries(step.values).filter(([, value]) => isMade(value));
  const travelling = Object.fromEntries(made.map(([column]) => [column, `$message.${column}`]));
  const redrawn = made.filter(([column]) => typeof step.onConflict?.[column] === "object");
  const ignored: Record<string, OnConflict> = Object.fromEntries(redrawn.map(([column]) => [column, "ignore"]));
  const onConflict = { ...step.onConflict, ...ignored };
  const row: Step = {
    ...step,
    values: { ...step.values, ...travelling },
    ...(Object.keys(onConflict).length === 0 ? {} : { onConflict }),
  };
  const handed = handedOver([row], idempotency);
  if (handed === null || made.some(([column]) => Object.hasOwn(handed.message, column))) return null;
  const message = { ...handed.message, ...Object.fromEntries(made) };
  const known = new Set(Object.keys(message).filter((name) => Object.hasOwn(step.values, name)));
  return { ...handed, message, known, table: step.insert, answer: answering(answer, step.insert, known, responses) };
}

const functions = new Set(["base62", "uuid", "snowflake", "hash", "encode62", "lower", "withoutQuery"]);

/** By the service, of nothing that only a row or a sequence of the database says. */
const isMade = (value: Value): boolean =>
  isRecord(value) &&
  Object.keys(value).some((name) => functions.has(name)) &&
  !/"\$(?!body|path|query|header|user|now)|"nextval"/.test(JSON.stringify(value));

/** The same answer, of the row as it is published and as a repeated request finds it. */
function answering(
  answer: Step[],
  table: string,
  known: ReadonlySet<string>,
  responses: Operation["responses"],
): Step[] {
  const declared = fieldsOf(successIn(responses)?.schema).flatMap(({ name }) => {
    const column = [...known].find((one) => isSameName(one, name));
    return column === undefined || name.includes(".") ? [] : [[name, `$${table}.${column}`] as const];
  });
  const [step] = answer;
  if (step === undefined || !("return" in step))
    return declared.length === 0 ? [] : [{ return: { body: Object.fromEntries(declared) } }];
  const { body, location, ...rest } = step.return;
  const own = body === undefined ? Object.fromEntries(declared) : ofTable(body, table);
  const at = location?.replaceAll(/\{\$?row\./g, `{${table}.`);
  const has = body !== undefined || declared.length > 0;
  return [{ return: { ...rest, ...(has ? { body: own } : {}), ...(at === undefined ? {} : { location: at }) } }];
}
