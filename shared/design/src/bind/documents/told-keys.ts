import type { Column, Table } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { successIn } from "../../api/success.ts";
import { holdsKey } from "../../schema/column-kind.ts";
import { isOwner } from "../owner/caller.ts";
import { uniqueLists } from "../column-of.ts";
import { fieldsOf, isRecord } from "../fields.ts";
import { isKeyName, keyColumn } from "../key/idempotency.ts";
import { answersTwice, isLookedUp } from "../key/looked-up-key.ts";
import { isSameName } from "../names.ts";
import { isNamed, sensesOf } from "../sense.ts";
import { isAnsweredAgain } from "./told-again.ts";
import { ofReading, remembered } from "../../text/remembered.ts";
import { literally } from "../ways/told/statement/statement.ts";

interface Told {
  tables: Table[];
  endpoints: EndpointRead[];
}

/**
 * Tables and endpoints of which a column and a field, `ref`, say that they keep a request's key, where the documents tell so though the
 * name does not: "unique per logical request", "same ref again: 200 with the first", or where 200 is answered beside 201 and a statement
 * finds the row by it. What the problem asks for is no such key.
 */
export function withToldKeys(
  { tables, endpoints }: Told,
  texts: Record<DocumentName, string>,
  asked: Record<string, Capability>,
): Told {
  const senses = sensesOf(asked);
  const isAsked = (name: string): boolean => senses.some((one) => isNamed(one, name));
  const bodies = endpoints.map(({ endpoint }) => fieldsOf(endpoint.body).map(({ name }) => name));
  // What is sent alone is what is asked for, in whatever language it is called.
  const isBeside = (name: string): boolean =>
    bodies.some((names) => names.some((one) => isSameName(one, name)) && names.some(isAsked));
  // What another endpoint makes is no client's own.
  const isGiven = (name: string): boolean =>
    endpoints.some(({ endpoint: { method, body, responses } }) => {
      const isIn = (schema: unknown): boolean => fieldsOf(schema).some((one) => isSameName(one.name, name));
      return method !== "GET" && isIn(successIn(responses)?.schema) && !isIn(body);
    });
  // No URL is a UUID, whatever the URL beside it is called.
  const isBesideUrl = ({ name, type }: Column): boolean =>
    isBeside(name) ||
    (type === "uuid" && bodies.some((names) => names.length > 1 && names.some((one) => isSameName(one, name))));
  const twice = endpoints.filter(({ endpoint }) => answersTwice(endpoint));
  const isSentTwice = (name: string): boolean =>
    twice.some(({ endpoint: { body } }) => fieldsOf(body).some((one) => isSameName(one.name, name)));
  const refers = new Set(tables.flatMap(({ foreignKeys }) => foreignKeys.flatMap(({ columns }) => columns)));
  const documents = [texts.api, texts.design];
  const isTold = (column: Column, table: Table): boolean => {
    const { name } = column;
    if (isReference.test(name) && documents.some((text) => isToldOf(name, text))) return true;
    if (isAsked(name) || isGiven(name) || refers.has(name) || keyColumn(table) !== undefined) return false;
    if (documents.some((text) => isCalledKey(name, text))) return true;
    if (!isBesideUrl(column)) return false;
    if (isSentTwice(name) && isLookedUp(name, table, [texts.schema, ...documents])) return true;
    return documents.some((text) => isAnsweredAgain(name, text));
  };
  const told = new Set(
    tables.flatMap((table) =>
      table.columns
        .filter((column) => holdsKey(column) && !isKeyName(column.name) && !isOwner(column, table))
        .filter(({ name }) => uniqueLists(table).some((list) => list.includes(name)))
        .flatMap((column) => (isTold(column, table) ? [column.name] : [])),
    ),
  );
  if (told.size === 0) return { tables, endpoints };
  return {
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map((one) => (told.has(one.name) ? { ...one, comment: keptKey } : one)),
    })),
    endpoints: endpoints.map((read) => ({
      ...read,
      endpoint: { ...read.endpoint, body: described(read.endpoint.body, [...told]) },
    })),
  };
}

/** What a column's comment and a field's description say of it. */
const keptKey = "the Idempotency-Key";

const isCalledKey = (name: string, text: string): boolean => {
  const own = new RegExp(`^${literally(name)}$`, "iu");
  return calledKeys(text).some((called) => own.test(called));
};

const key = `["\`*(]{0,3}Idempot\\p{L}{2,4}[- ](?:Key|Schlüssel)["\`*)]{0,3}`;
const gap = "[\\s(]{1,2}[\"'`*(]{0,3}";
const of = `(?:${gap}(?:the|a|its|header|value|of|der|den|des|la|el|le|de|du|il|o|van|request['’]s)(?![\\p{L}_])){0,3}`;
const column = "(?:\\w{1,40}\\.)?([\\p{L}\\p{N}_]{1,63})(?![\\w-])";
const joined = (verbs: string): string => `${of}${gap}(?:${verbs})${of}${gap}`;
const is =
  "is|keeps|holds|stores|contains|ist|enthält|hält|est|contient|es|guarda|contiene|é|contém|è|tiene|bevat|jest|är|=|:=|<-|←";
const goes =
  "(?:is |are |wird |est |se )?(?:kept|stored|saved|written|put|goes|gespeichert|steht|gardée?|stockée?|guarda|gravada|salvata) (?:in|into|to|as|dans|en|em|in der|nella)|->|→";
const isKey = new RegExp(`(?<![\\w-])${column}(?=["\`*)]{0,3}${joined(is)}${key})`, "giu");
const keyGoesTo = new RegExp(`${key}${joined(goes)}${column}`, "giu");

/** What a text calls the request's key: `tekrar_anahtari` is the Idempotency-Key; "the Idempotency-Key is kept in bookings.tekrar_anahtari". */
const calledKeys = remembered(
  (text): readonly string[] =>
    /idempot/i.test(text)
      ? [...text.matchAll(isKey), ...text.matchAll(keyGoesTo)].map(([, called = ""]) => called)
      : [],
  ofReading,
);

const isReference = /^(?:(?:client|request|req|caller|sender|ext|external|source)_?)?(?:ref|reference|nonce|rid|txn)$/i;

function isToldOf(name: string, text: string): boolean {
  const called = literally(name);
  const ofRequest = new RegExp(
    `(?<![\\w-])${called}(?![\\w-])[^\\n]{0,80}\\b(?:(?:unique|one|new) (?:per|for each|for every) (?:logical )?request|(?:id|reference|token) (?:of|for) (?:this|the|each|every) (?:logical )?request)\\b`,
    "i",
  );
  const again = new RegExp(
    `(?:\\b20[01]\\b[^\\n]{0,60}(?:\\bsame ${called}\\b|(?<![\\w-])${called} (?:is )?(?:known|already|seen|again))|(?:\\bsame ${called}\\b|(?<![\\w-])${called} (?:is )?(?:known|already|seen|again))[^\\n]{0,60}\\b20[01]\\b)`,
    "i",
  );
  return ofRequest.test(text) || again.test(text);
}

function described(body: unknown, told: readonly string[]): unknown {
  if (!isRecord(body) || !isRecord(body["properties"])) return body;
  const properties = Object.entries(body["properties"]).map(([name, schema]) => [
    name,
    told.some((one) => isSameName(one, name)) && isRecord(schema) ? { ...schema, description: keptKey } : schema,
  ]);
  return { ...body, properties: Object.fromEntries(properties) };
}
