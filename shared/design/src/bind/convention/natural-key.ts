import type { Column, Endpoint } from "@proofroom/domain/design/model";
import type { OnConflict, Step, Value } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import type { Asked, Conventional } from "../asking/asked.ts";
import { hashFor, isSomeHash, isWholeHash } from "../key/beside-key.ts";
import { columnOf, fillsItself, hashedLists, uniqueLists } from "../column-of.ts";
import type { Known } from "./convention.ts";
import { isDrawn } from "../code/drawn.ts";
import { isKeyWord } from "../key/idempotency.ts";
import { stems } from "../names.ts";
import { repeatedIn } from "../ways/told/again/repeated.ts";

type Insert = Extract<Step, { insert: string }>;

/**
 * An insert into a table that has one row for what is sent, whoever sends it or per person: a URL, its hash, a key that the
 * client made. What is there already is answered, unless the endpoint declares to refuse it and nothing tells of repeats.
 */
export function withNaturalKey(found: Conventional, asked: Asked, known: Known): Conventional {
  const { endpoint, table, capability } = asked;
  if (found.steps === null || capability?.idempotentBy === undefined) return found;
  const insert = plainSteps(found.steps).find((step): step is Insert => "insert" in step && step.insert === table.name);
  const about = insert === undefined ? undefined : subjectOf(insert, asked);
  if (insert === undefined || about === undefined) return found;
  const drawn = Object.keys(insert.values).filter((name) => isDrawn(insert.values[name]));
  // A hash beside the code is the URL's, and not another code.
  const isOpen = (name: string): boolean => found.gaps.includes(name) || (drawn.includes(name) && drawn.length > 1);
  // A row that waits for its URL has none, and no hash of it.
  const isLater = (column: Column): boolean =>
    column.nullable &&
    !fillsItself(column) &&
    ofAddress.test(column.name) &&
    !Object.hasOwn(insert.values, column.name) &&
    uniqueLists(table).some(
      (list) => list.includes(column.name) && list.every((one) => one === column.name || isSent(insert.values[one])),
    );
  const hashes = table.columns
    .filter((column) => isSomeHash(column) && (isOpen(column.name) || isLater(column)))
    .map((column) => ({ name: column.name, value: hashFor(column, about) }));
  const isOne = (name: string): boolean => hashes.some((one) => one.name === name);
  const values = { ...insert.values, ...Object.fromEntries(hashes.map(({ name, value }) => [name, value])) };
  const natural = naturalKey(values, about, asked, found.idempotency?.column);
  const isAnswered = natural !== undefined && answersWhatIsThere(asked, known);
  if (hashes.length === 0 && !isAnswered) return found;
  const onConflict: Record<string, OnConflict> = {
    ...Object.fromEntries(Object.entries(insert.onConflict ?? {}).filter(([name]) => !isOne(name))),
    ...(isAnswered ? { [natural]: "return-existing" } : {}),
  };
  const step = { ...insert, values, ...(Object.keys(onConflict).length === 0 ? {} : { onConflict }) };
  const because = [
    ...(found.because ?? []),
    ...(isAnswered ? [`${table.name} has one row for each ${natural}, so what is sent again finds it`] : []),
  ];
  return {
    ...found,
    steps: mapPlain(found.steps, (one) => (one === insert ? step : one)),
    gaps: found.gaps.filter((name) => !isOne(name)),
    because,
  };

  function answersWhatIsThere(
    { endpoint: { method, line, responses } }: Asked,
    { besideOf, toldOf, retold }: Known,
  ): boolean {
    if (method === "PUT" || !responses.some(({ status }) => status === 409)) return true;
    return repeatedIn([besideOf(line), toldOf(line), retold].join("\n\n")) !== null;
  }

  /** What the request is about, `$body.url`, or the name that the client gave it in a path that it is put to. */
  function subjectOf({ values: given }: Insert, { senses }: Asked): Value | undefined {
    const fields = Object.keys(capability?.in ?? {});
    const columns = fields.flatMap((field) => columnOf(field, table, senses)?.name ?? []);
    const sent = Object.values(given);
    return (
      columns.map((name) => given[name]).find(isSent) ??
      // Its column may be called otherwise than what is sent, and another one, of its hash, like it.
      sent.find((value) => fields.some((field) => value === `$body.${field}`)) ??
      sent.find((value) => isPut(value, endpoint))
    );
  }
}

const ofAddress = /(?:^|_)(?:ur[il]|link|target|destination|address|ziel|destino|cible|adres)/i;

/** The column that stands for a uniqueness of what is sent: none of its columns is made up, and one says what it is about. */
function naturalKey(
  values: Record<string, Value>,
  about: Value,
  { table, endpoint }: Asked,
  kept: string | undefined,
): string | undefined {
  const isAbout = (name: string): boolean => {
    const value = values[name];
    const isOfIt = value === about || (isWholeHash(value) && value.hash === about);
    return isOfIt || isPut(value, endpoint);
  };
  const found = [...uniqueLists(table), ...hashedLists(table)].find(
    (columns) =>
      columns.some(isAbout) &&
      columns.every((name) => isSent(values[name]) || isWholeHash(values[name])) &&
      !columns.some((name) => `${table.name}.${name}` === kept || stems(name).some(isKeyWord)),
  );
  return found?.find(isAbout);
}

/** Whether a value is the name that a client gives a row by putting it to a path. */
const isPut = (value: Value | undefined, { method }: Endpoint): boolean =>
  method === "PUT" && typeof value === "string" && value.startsWith("$path.");

const isSent = (value: Value | undefined): value is string =>
  typeof value === "string" && /^\$(?:body\.|path\.|query\.|user$|header\.)/.test(value);
