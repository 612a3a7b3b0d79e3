import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value, Where } from "@proofroom/domain/design/step";
import type { Asked, Conventional } from "../asking/asked.ts";
import { columnOf } from "../column-of.ts";
import { answersTwice } from "../key/looked-up-key.ts";
import { isWholeHash } from "../key/beside-key.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { repeatedIn } from "../ways/told/again/repeated.ts";
import { literally, tableNamed } from "../ways/told/statement/statement.ts";
import { isLockedBefore } from "./locked-absent.ts";

type Insert = Extract<Step, { insert: string }>;

/**
 * An insert before which the documents look for a row of what is sent, `select code from links where url = $1`, and answer it where it is
 * there. Where they take a lock of it before they look, one at a time does both. `texts` are all that tell of the endpoint.
 */
export function withLookFirst(found: Conventional, asked: Asked, texts: readonly string[]): Conventional {
  const { endpoint, table, capability } = asked;
  if (found.steps === null || found.idempotency !== undefined || capability?.idempotentBy === undefined) return found;
  const [insert, answer, ...more] = found.steps;
  if (insert === undefined || !("insert" in insert) || insert.insert !== table.name) return found;
  if (answer === undefined || !("return" in answer) || more.length > 0) return found;
  if (Object.values(insert.onConflict ?? {}).some((does) => does === "return-existing")) return found;
  const look = texts.map((text) => lookIn(doneIn(text), insert, asked)).find((one) => one !== null);
  if (look === undefined || look === null) return found;
  const { by, isLocked } = look;
  const isRefused = endpoint.responses.some(({ status }) => status === 409);
  if (isRefused && !answersTwice(endpoint) && repeatedIn(texts.join("\n\n")) === null) return found;
  const again: Step = answersTwice(endpoint) ? { return: { ...answer.return, status: 200 } } : answer;
  const get: Step = { get: table.name, by, ...(isLocked ? { lock: "absent" as const } : {}) };
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  const steps: Step[] = [get, { if: { found: true }, then: [again] }, insert];
  const sought = Object.keys(by).join(" and ");
  const because = `the documents look for a row of ${table.name} by ${sought} before they add one${isLocked ? ", under a lock of it" : ""}`;
  return {
    ...found,
    steps: isLocked ? [{ transaction: steps }, answer] : [...steps, answer],
    because: [...(found.because ?? []), because],
  };
}

interface Look {
  by: Where;
  isLocked: boolean;
}

/**
 * The first select of the table's rows that asks for what the request is about, and for nothing that the insert does not fill, or the
 * call that finds a row by that alone: `Link.find_by(url: url)`, `findFirst({ where: { url } })`.
 */
function lookIn(text: string, { values }: Insert, { table, senses, capability }: Asked): Look | null {
  const about = Object.keys(capability?.in ?? {}).flatMap((field) => columnOf(field, table, senses)?.name ?? []);
  const names = [...about, ...Object.keys(capability?.in ?? {})];
  const select = new RegExp(
    `\\bselect\\s(?:(?!\\bselect\\b)[^;]){1,200}?\\sfrom\\s+${tableNamed(table.name)}\\s+where\\s([^;\`]{1,300})`,
    "gi",
  );
  const adds = new RegExp(`\\binsert\\s+(?:\\w+\\s+)?into\\s+${tableNamed(table.name)}(?!\\w)`, "i");
  // What is read behind the insert is no look before it.
  const first = text.slice(0, adds.exec(text)?.index);
  for (const { index, 1: condition = "" } of first.matchAll(select)) {
    const by = soughtIn(condition, values, table);
    if (by === null || !about.some((name) => Object.hasOwn(by, name))) continue;
    return {
      by,
      isLocked: isLockedBefore({
        text,
        at: index,
        table,
        names: [...names, ...Object.keys(by), ...passedIn(condition)],
      }),
    };
  }
  for (const name of about) {
    const value = values[name];
    const called = literally(name);
    const call = new RegExp(
      `\\b(?:find|get|first|where|filter|query)\\w{0,20}!?(?:\\s?\\((?:\\w{1,40},\\s?)?(?:\\{\\s?where:\\s?)?[{\\s]{0,3}(?:\\w{1,40}\\.)?["'\`:]?${called}["'\`]?\\s{0,2}(?:[:=,})])|by_?${called}\\()`,
      "i",
    );
    const at = isOfRequest(value) ? first.search(call) : -1;
    if (value !== undefined && at !== -1)
      return { by: { [name]: value }, isLocked: isLockedBefore({ text, at, table, names }) };
  }
  return null;
}

/** `$1` and `:url`, by which a lock may be taken as well. */
const passedIn = (condition: string): string[] => condition.match(/[$:@]\w{1,40}/g) ?? [];

/** `url_md5 = md5($1) and url = $1`, as the insert fills these; null where it asks for anything else. */
function soughtIn(condition: string, values: Insert["values"], { columns }: Table): Where | null {
  const [asked = ""] = condition.split(
    /\b(?:limit|order\s+by|for\s+(?:no\s+key\s+)?(?:update|share)|then)\b|\n\s*\n/i,
    1,
  );
  const by: Where = {};
  for (const part of asked.split(/\sand\s/i)) {
    const [, hashed = "", plain = ""] = equal.exec(part.trim()) ?? [];
    const column = columns.find(({ name }) => name.toLowerCase() === (hashed + plain).toLowerCase());
    const value = column === undefined ? undefined : values[column.name];
    if (column === undefined || !isOfRequest(value)) return null;
    by[column.name] = value;
  }
  return by;
}

const equal =
  /^(?:(?:md5|sha\d{3}|hashtext\w*|digest)\(\s*(?:\w{1,60}\.)?"?(\w{1,60})"?|(?:\w{1,60}\.)?"?(\w{1,60})"?\s*=)/i;

const isOfRequest = (value: Value | undefined): value is Value =>
  (typeof value === "string" && /^\$(?:body|path|query|header|user)\b/.test(value)) || isWholeHash(value);
