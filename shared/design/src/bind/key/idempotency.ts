import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import { keyName, keyReference, type KeySource } from "@proofroom/domain/design/key-words";
import type { Idempotency, Value } from "@proofroom/domain/design/step";
import { holdsKey } from "../../schema/column-kind.ts";
import { isOwner } from "../owner/caller.ts";
import { fillsItself, isUnique, mustBeFilled, uniqueLists } from "../column-of.ts";
import { type Field, fieldsOf, isText } from "../fields.ts";
import { inAscii, stems } from "../names.ts";

export const isKeyWord = (stem: string): boolean =>
  stem === "idem" || /^(?:req(?:uest)?(?:id|key)?$|idemp|dedup)/.test(stem);

/** "The id of the request", in the languages in which designs are written here: `id_zadania`, `AnfrageId`, `id_de_la_peticion`. */
const idOfRequest =
  /(?:^| )(?:(?:id|uuid|identyfikator|identifiant|identificador|identificativo) (?:de |do |du |da |del |della |la |l )*(?:zadania|zapytania|requete|demande|solicitud|peticion|requisicao|solicitacao|richiesta)|(?:anfrage|verzoek|aanvraag|begaran|zadani[ae]|requete|demande|solicitud|peticion|requisicao|richiesta) (?:id|uuid|kennung))(?: |$)/;

const isIdOfRequest = (name: string): boolean => idOfRequest.test(inAscii(stems(name).join(" ")));

/** `idempotency_key`, `client_token`: whether a column or a field is called as what keeps a request's key. */
export const isKeyName = (name: string): boolean =>
  stems(name).some(isKeyWord) ||
  isIdOfRequest(name) ||
  /(?:^| )(?:client (?:token|request|key|ref|reference|mutation)|retry (?:token|key)|operation (?:id|key)|(?:payment|transaction|replay|order|booking|checkout) key|(?:token|clave|chave|cle|clef|chiave|jeton) (?:de |do |du |del |della |da |la )*(?:cliente?|requete|demande|solicitud|peticion|pedido|requisicao|richiesta)|(?:schlussel|schluessel|klucz|nyckel) (?:der )?(?:anfrage|zadania|begaran))(?: |$)/.test(
    stems(name).join(" "),
  );

const saysKey = /\bidempoten[a-zäöüß]*[-_ ]?(?:key|schlüssel)|\b(?:clave|chave) de idempot|\bclé d['’]idempot/i;

/** Whether a column keeps a request's key by its name, or by what is written beside it. */
const isForKey = ({ name, comment }: Column): boolean =>
  isKeyName(name) || (comment !== undefined && saysKey.test(comment));

/** The header under which an endpoint recognises a repeated send, as it declares it. */
export function keyHeader(endpoint: Endpoint, usual: string | undefined): string | undefined {
  const wanted = (usual ?? "Idempotency-Key").toLowerCase();
  const headers = endpoint.parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name);
  return (
    headers.find((name) => name.toLowerCase() === wanted) ??
    headers.find((name) =>
      /idempot|dedup|request-?(?:id|key|token|ref(?:erence)?)|client-?(?:token|request|key|ref(?:erence)?)|(?:payment|operation|transaction|retry|replay|order|booking|checkout)-?key/i.test(
        name,
      ),
    ) ??
    headers.find((name) => isIdOfRequest(name))
  );
}

/**
 * How a request carries its key: in a header that is declared, else in a field that is called so, or by the last word of the column of a
 * table that keeps such keys, `token` of `dedupe_token`.
 */
export function keySource(endpoint: Endpoint, usual: string | undefined, table?: Table): KeySource | undefined {
  const header = keyHeader(endpoint, usual);
  if (header !== undefined) return { header };
  const texts = fieldsOf(endpoint.body).filter(isText);
  const field =
    texts.find((one) => isKeyName(one.name) || isDescribedSo(one)) ??
    (table === undefined ? undefined : texts.find(({ name }) => isEndOfKey(name, table)));
  return field === undefined ? undefined : { sent: `$body.${field.name}` };
}

/** Whether a column that keeps keys ends with this word, and no other column does. */
function isEndOfKey(name: string, table: Table): boolean {
  const [word, more] = stems(name);
  const key = keyColumn(table);
  const ending = table.columns.filter((column) => stems(column.name).at(-1) === word);
  return word !== undefined && more === undefined && ending.length === 1 && ending[0]?.name === key;
}

const isDescribedSo = ({ schema }: Field): boolean =>
  typeof schema["description"] === "string" && saysKey.test(schema["description"]);

/** The column of a table that is made to keep such keys: by its name, and because the database keeps it unique. */
export function keyColumn(table: Table): string | undefined {
  const named = table.columns.filter(isForKey);
  return (
    named.find(({ name }) => isUnique(table, name)) ?? named.find(({ name }) => ownersBeside(table, name) !== undefined)
  )?.name;
}

/** A column of a request's key that has to be filled and that nothing keeps unique: it holds the key and guards nothing. */
export const isUnguarded = (column: Column): boolean =>
  mustBeFilled(column) && holdsKey(column) && isKeyName(column.name);

/** Of a column that is unique with whose row it is the columns that say that; none where it is unique by itself. */
export function ownersBeside(table: Table, column: string): string[] | undefined {
  if (isUnique(table, column)) return [];
  const owns = (name: string): boolean => {
    const found = table.columns.find((one) => one.name === name);
    return found !== undefined && isOwner(found, table);
  };
  return uniqueLists(table)
    .filter((list) => list.includes(column))
    .map((list) => list.filter((name) => name !== column))
    .find((others) => others.every(owns));
}

/**
 * In whatever language: the one text that is unique where it is there at all, refers to nothing and is filled by nothing else;
 * where there is none, the one that has to be there.
 */
export function spareColumn(table: Table, isFilled: (column: Column) => boolean): string | undefined {
  const refers = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  const spare = table.columns.filter(
    (column) =>
      !fillsItself(column) &&
      holdsKey(column) &&
      ownersBeside(table, column.name) !== undefined &&
      !refers.has(column.name) &&
      !stems(column.name).some((stem) => otherThings.has(stem)) &&
      !isFilled(column),
  );
  const free = spare.filter(({ nullable }) => nullable);
  const [only, other] = free.length > 0 ? free : spare;
  return other === undefined ? only?.name : undefined;
}

/** Names of what is unique for its own sake. */
const otherThings = new Set(
  "code codigo slug token number numero nummer no nr serial invoice sku barcode qr name nombre nome nom login username email mail correo phone tel url uri link".split(
    " ",
  ),
);

/** A key's place, with what shows it where its name does not. */
export interface KeyPlace {
  idempotency: Idempotency;
  because: string[];
}

/** What an insert fills beside the key, and what else of the table is known. */
interface Around {
  isFilled: (column: Column) => boolean;
  values: Readonly<Record<string, Value>>;
}

/** Bound only where the key is declared and a unique column can keep it: never safer than what is written. */
export function keyPlace(source: KeySource, table: Table, { isFilled, values }: Around): KeyPlace | undefined {
  const named = ownColumn(source, table, values) ?? keyColumn(table);
  const column = named ?? spareColumn(table, isFilled);
  const within = column === undefined ? undefined : withinOf(table, column, values);
  if (within === undefined) return undefined;
  const place = `${table.name}.${column}`;
  const because = `${place} keeps ${keyName(source)}: it is unique, and nothing else fills it`;
  return { idempotency: { ...source, column: place, ...within }, because: named === undefined ? [because] : [] };
}

/** A field of the body is kept in the column that it fills. */
function ownColumn(source: KeySource, table: Table, values: Around["values"]): string | undefined {
  const [column] = Object.entries(values).find(([, value]) => value === keyReference(source)) ?? [];
  return column !== undefined && ownersBeside(table, column) !== undefined ? column : undefined;
}

/** What tells a request's key from those of others, as the row says whose it is; undefined where it does not. */
export function withinOf(
  table: Table,
  column: string,
  values: Readonly<Record<string, Value>>,
): { within?: Record<string, Value> } | undefined {
  const owners = ownersBeside(table, column) ?? [];
  const within = owners.flatMap((name): [string, Value][] => {
    const value = values[name];
    return value === undefined ? [] : [[name, value]];
  });
  if (within.length < owners.length) return undefined;
  return owners.length === 0 ? {} : { within: Object.fromEntries(within) };
}
