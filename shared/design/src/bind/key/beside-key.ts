import { isMoment } from "@proofroom/domain/design/moment";
import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { parametersIn } from "../../api/path.ts";
import { successIn } from "../../api/success.ts";
import { isTextColumn, isWholeNumber } from "../../schema/column-kind.ts";
import { isEnd } from "../ending.ts";
import { isSameName, stems } from "../names.ts";

const isJson = ({ type }: Column): boolean => type.startsWith("json");
const has = ({ name }: Column, words: RegExp): boolean => stems(name).some((stem) => words.test(stem));

const hashWords =
  /^(?:hash|digest|fingerprint|checksum|sha\d{0,3}|md5|blake\d?b?|prufsumme|pruefsumme|fingerabdruck|huella|empreinte|impronta|impressao)$/;
const requestWords = /^(?:request|req|body|payload|param|params|parameter|anfrage|solicitud|peticion)$/;
const answerWords =
  /^(?:response|answer|result|body|payload|reply|output|antwort|respuesta|resposta|reponse|risposta)$/;

/** SHA-256 in hexadecimal digits, and the fewest that no two contents share, as MD5 and a UUID have them. */
const hashLength = 64;
const shortest = 32;

/** Whether a column of a table of keys keeps a hash of what was sent, and has room for it. */
export const isHash = (column: Column): boolean =>
  has(column, hashWords) && (column.type === "bytea" || (isTextColumn(column) && roomIn(column) >= hashLength));

/** As `isHash`, of whatever kind the hash is that nobody else compares. */
export const isSomeHash = (column: Column): boolean =>
  isHash(column) ||
  (has(column, hashWords) && (column.type === "uuid" || isTextColumn(column)) && roomIn(column) >= shortest);

const roomIn = ({ type }: Column): number =>
  type === "uuid" ? shortest : Number(/\((\d+)\)/.exec(type)?.[1] ?? hashLength);

/** A hash as long as its column has room for. */
export function hashFor(column: Column, of: Value): Value {
  const room = roomIn(column);
  return room < hashLength ? { hash: of, first: room } : { hash: of };
}

/** Whether no two contents share a value: it is a hash, and not a short part of one. */
export const isWholeHash = (value: Value | undefined): value is { hash: Value; first?: number } =>
  typeof value === "object" && value !== null && "hash" in value && (value.first ?? hashLength) >= shortest;

/** As `isHash`, of a row that may keep hashes of other things: the name has to say that it is the request's. */
export const isRequestHash = (column: Column): boolean =>
  isHash(column) && (has(column, requestWords) || has(column, /^fingerprint$/));

/** The hash of all that an endpoint is sent: of its body, and of what its path names. */
export function hashOf({ path, body }: Endpoint): Value {
  if (parametersIn(path).length === 0) return { hash: "$body" };
  return { hash: { json: body === undefined ? { path: "$path" } : { path: "$path", body: "$body" } } };
}

/** Whether a column keeps what was answered, rather than what was asked. */
export const isAnswer = (column: Column): boolean =>
  (isJson(column) || isTextColumn(column)) &&
  has(column, answerWords) &&
  !has(column, /^(?:request|req|id|code|key|status|type|hash)$/);

/** What a table of keys remembers of a send beside its key; undefined where nothing tells. */
export function besideKey(column: Column, endpoint: Endpoint, target: Table): Value | undefined {
  const { name, values } = column;
  if (isMoment(column)) return isEnd(name) ? { add: ["$now", "24h"] } : "$now";
  if (isHash(column)) return hashOf(endpoint);
  const success = successIn(endpoint.responses)?.status;
  if (isWholeNumber(column)) return has(column, /^(?:status|http)$/) ? (success ?? 200) : sameIn(target, name);
  if (isJson(column)) return has(column, requestWords) ? "$body" : undefined;
  if (isTextColumn(column)) {
    if (has(column, /^(?:method|verb)$/)) return endpoint.method;
    if (has(column, /^(?:endpoint|path|route|operation|scope|action)$/)) return endpoint.opId;
    // The address that the row keeps under the same name was sent with the key; another is the endpoint's.
    if (has(column, /^(?:uri|url)$/)) return sameIn(target, name) ?? endpoint.opId;
    if (has(column, /^(?:type|kind|entity|resource)$/)) return target.name;
    const done = values?.find((one) => /^(?:completed?|done|success|succeeded|finished|processed|ok)$/i.test(one));
    if (done !== undefined) return done;
    if (has(column, /^(?:status|state)$/) && values === undefined) return "completed";
  }
  return sameIn(target, name);
}

/** Whose request it was is said by the row that it made. */
function sameIn(target: Table, name: string): Value | undefined {
  const same = target.columns.find((one) => isSameName(one.name, name) && !target.primaryKey.includes(one.name));
  return same === undefined ? undefined : `$${target.name}.${same.name}`;
}
