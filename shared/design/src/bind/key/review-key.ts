import type { Fix } from "@proofroom/domain/design/finding";
import { keyName, keyReference, type KeySource } from "@proofroom/domain/design/key-words";
import { millisOf } from "@proofroom/domain/infrastructure/duration";
import type { Column, Table } from "@proofroom/domain/design/model";
import type { PlainStep, Step } from "@proofroom/domain/design/step";
import { soughtKey } from "@proofroom/domain/design/sought-key";
import { plainSteps, tableFilled } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { writeParameter } from "../../api/write-parameter.ts";
import type { Asking } from "../asking/ask.ts";
import { askWhatIsKept } from "../asking/ask-kept.ts";
import { mustBeFilled } from "../column-of.ts";
import { isKeyName, keyColumn, keyHeader, keySource } from "./idempotency.ts";
import type { Known } from "../convention/convention.ts";
import { keptWith } from "./key-table.ts";
import { placeOf, unclearKey } from "./kept-key.ts";
import type { Doing } from "../steps/steps-of.ts";

/** A key that is declared and kept nowhere protects nothing; one that could be kept and is not sent is asked for. */
export function reviewKey(
  read: EndpointRead,
  capability: Capability | undefined,
  { steps, idempotency }: Pick<Doing, "steps" | "idempotency">,
  { tables, senses }: Pick<Known, "tables" | "senses">,
  asking: Asking,
): void {
  if (idempotency !== undefined) return;
  const written = writtenBy(steps, tables);
  const header = keyHeader(read.endpoint, capability?.idempotentBy);
  const place = written.flatMap(({ table, isNew }) => placeIn(table, isNew) ?? [])[0];
  const isRefused = place !== undefined && isNeeded(place) && !isFilled(place, steps);
  if (answersRepeats(steps) && !isRefused) return;
  const source = keySource(read.endpoint, capability?.idempotentBy, written[0]?.table);
  if (source !== undefined && isTakenOver(steps, source)) return tellTakenOver(read, keyName(source), asking);
  if (header !== undefined && isKeptInCache(steps, header)) {
    tellShort(read, header, steps, asking);
    return tellLookedFor(read, header, steps, asking);
  }
  if (header === undefined && place?.isNew === true && isFilled(place, steps)) return;
  const [first] = written;
  if (header === undefined && place !== undefined) return askForHeader(read, capability, place, asking);
  if (header !== undefined && place?.isNew === false) return tellOthersKey(read, header, place, asking);
  if (header === undefined || place !== undefined || first === undefined) return;
  const { table } = first;
  const { endpoint } = read;
  const unclear = unclearKey(table, { tables, senses, endpoint });
  if (unclear !== undefined) {
    const all = unclear.could.flatMap(({ label, kept }) => {
      const together = keptWith(steps, kept, { header }, { endpoint, table, senses });
      return together === null ? [] : [{ label, steps: together, idempotency: placeOf({ header }, kept) }];
    });
    return askWhatIsKept(read, capability, { column: unclear.column, could: all }, asking);
  }
  const own = table.columns.find(({ name }) => isKeyName(name));
  const look = soughtKey(steps) === undefined ? undefined : plainSteps(steps).find((step) => "get" in step);
  if (look !== undefined && "get" in look && look.lock === "absent") return;
  const what =
    look !== undefined
      ? `only looks for it: of two sends at once both look before either has written; lock it first, or make it unique in ${table.name}`
      : own === undefined
        ? `${table.name} has no unique column to keep it, so a repeated send writes again; add idem_key text unique`
        : `${table.name}.${own.name} is not unique, so a repeated send writes again; make it unique`;
  const message = `${read.endpoint.opId} takes ${header}, but ${what}.`;
  asking.tell({ severity: "warning", rule: "key-not-kept", message, from: read.at, to: read.end });
}

/** Whether what is there is looked for first, and answered: no key is needed for that. */
const answersRepeats = (steps: Doing["steps"]): boolean =>
  steps.flatMap((step) => ("transaction" in step ? step.transaction : [step])).some(answersWhatIs);

/** Also where it is compared once more before it is answered. */
const answersWhatIs = (step: Step): boolean =>
  "if" in step && step.then.some((one) => ("return" in one && (one.return.status ?? 200) < 300) || answersWhatIs(one));

/** Whether a key of the cache is named by what the header says. */
const isKeptInCache = (steps: Doing["steps"], header: string): boolean =>
  plainSteps(steps)
    .flatMap((step) => ("cache.put" in step ? [step["cache.put"]] : claimedBy(step)))
    .some((key) => key.includes(`{header.${header.toLowerCase()}}`));

const claimedBy = (step: PlainStep): string[] => ("cache.increment" in step ? [step["cache.increment"]] : []);

/** Whether the row of a key that is there takes over what comes again under it. */
const isTakenOver = (steps: Doing["steps"], source: KeySource): boolean =>
  plainSteps(steps).some(
    (step) =>
      "insert" in step &&
      Object.entries(step.onConflict ?? {}).some(
        ([column, does]) =>
          typeof does === "object" && "overwrite" in does && step.values[column] === keyReference(source),
      ),
  );

function tellTakenOver({ endpoint, at, end }: EndpointRead, key: string, { tell }: Asking): void {
  const message = `${endpoint.opId} keeps ${key}, and what comes again under it is written over the row that is there: what was answered first is gone. Do nothing there, and answer that row.`;
  tell({ severity: "warning", rule: "key-not-kept", message, from: at, to: end });
}

/** Clients wait longer than that before they send again; no test does. */
const shortest = 60_000;

function tellShort({ endpoint, at, end }: EndpointRead, header: string, steps: Doing["steps"], { tell }: Asking): void {
  const lasting = plainSteps(steps).flatMap((step) =>
    ("cache.put" in step || "cache.increment" in step) && step.ttl !== undefined ? [step.ttl] : [],
  );
  const short = lasting.find((one) => (millisOf(one) ?? shortest) < shortest);
  if (short === undefined) return;
  const message = `${endpoint.opId} keeps ${header} for ${short} only: whoever sends again later than that makes a second row, which no test waits for. Keep it for a day, or in a unique column.`;
  tell({ severity: "warning", rule: "key-not-kept", message, from: at, to: end });
}

/** Two at once both look before one of them has put it there. */
function tellLookedFor(
  { endpoint, at, end }: EndpointRead,
  header: string,
  steps: Doing["steps"],
  { tell }: Asking,
): void {
  const claimed = plainSteps(steps).flatMap(claimedBy);
  if (claimed.some((key) => key.includes("{header."))) return;
  const message = `${endpoint.opId} looks for ${header} in the cache and keeps it there when all is done: of two sends at once both find nothing and go on. Put it there first, by one command as SET NX is, or keep it in a unique column.`;
  tell({ severity: "warning", rule: "key-not-kept", message, from: at, to: end });
}

/** The tables that steps write rows of, those with a new row first. */
function writtenBy(steps: Doing["steps"], tables: Table[]): { table: Table; isNew: boolean }[] {
  const plain = plainSteps(steps);
  const inserted = plain.flatMap((step) => tableFilled(step) ?? []);
  const updated = plain.flatMap((step) => ("update" in step ? [step.update] : []));
  return [...new Set([...inserted, ...updated])].flatMap((name) => {
    const table = tables.find((one) => one.name === name);
    return table === undefined ? [] : [{ table, isNew: inserted.includes(name) }];
  });
}

interface Place {
  table: Table;
  column: Column;
  isNew: boolean;
}

function placeIn(table: Table, isNew: boolean): Place | undefined {
  const name = keyColumn(table);
  const column = table.columns.find((one) => one.name === name);
  return column === undefined ? undefined : { table, column, isNew };
}

/** Whether no row can be made without a key. */
const isNeeded = ({ column, isNew }: Place): boolean => isNew && mustBeFilled(column);

/** A key that the service makes itself is no longer asked for. */
const isFilled = ({ table, column }: Place, steps: Doing["steps"]): boolean =>
  plainSteps(steps).some(
    (step) =>
      ("insert" in step && step.insert === table.name && Object.hasOwn(step.values, column.name)) ||
      ("take" in step && step.take === table.name && Object.hasOwn(step.set ?? {}, column.name)),
  );

/** A row keeps the key that it was made under; one that it is changed under has no place beside that. */
function tellOthersKey(read: EndpointRead, header: string, { table, column }: Place, { tell }: Asking): void {
  const message = `${read.endpoint.opId} takes ${header}, and nothing keeps it: ${table.name}.${column.name} keeps the one that the row was made under, so a repeated send changes the row again. Strike the header, or spell out under x-operation what a repeat is answered.`;
  tell({ severity: "warning", rule: "key-not-kept", message, from: read.at, to: read.end });
}

/** Asked where rows cannot be written without the key, or the design speaks of the header; otherwise only said. */
function askForHeader(
  read: EndpointRead,
  capability: Capability | undefined,
  place: Place,
  { text, isSaid, tell }: Asking,
): void {
  const { table, column, isNew } = place;
  const { opId } = read.endpoint;
  const name = capability?.idempotentBy ?? "Idempotency-Key";
  const kept = `${table.name}.${column.name}`;
  const isCertain = isNeeded(place);
  // Of what is not sent twice under one key, or changes a row that is there, the column may be another endpoint's.
  if (capability === undefined ? !isNew : capability.idempotentBy === undefined && !isCertain) return;
  const isAsked = capability?.idempotentBy !== undefined && (isCertain || isSaid(name));
  const how = read.isSketched ? `write [${name}] behind its path` : `declare the header ${name} among its parameters`;
  const edit = writeParameter(text, read, { name, in: "header", schema: { type: "string", maxLength: 200 } });
  const fixes: Fix[] = edit === null ? [] : [{ label: `It takes ${name}`, edits: [edit] }];
  const because = isCertain
    ? `${kept} may not be empty, and ${opId} takes no ${name} to fill it: ${how}.`
    : isAsked
      ? `The design speaks of ${name}, and ${opId} does not take it: ${how}, or strike it from the design.`
      : `${kept} can keep a key, but ${opId} takes none; ${how}.`;
  tell({
    severity: isAsked ? "question" : "warning",
    rule: "key-not-kept",
    message: because,
    from: read.at,
    to: read.end,
    fixes,
    ...(isAsked ? { stopsRun: capability.required } : {}),
  });
}
