import type { Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { isLockedBefore, triedAgain } from "../convention/locked-absent.ts";
import { refersTo } from "../ways/cast/links.ts";
import { alwaysAloneIn } from "../ways/told/locks/alone.ts";
import { lockedIn } from "../ways/told/locks/locked.ts";
import type { KeyLook } from "./key-look.ts";

interface Of {
  table: Table;
  tables: Table[];
  column: string;
  /** What the new row is filled with. */
  filled: Readonly<Record<string, Value>>;
}

/** What a lock may be taken by, where it is the request's key. */
const called =
  /(?<![\p{L}])(?:\p{L}{0,16}_?keys?|idempot\p{L}*|\p{L}{0,16}schlüssels?|clave|llave|clé|clef|chave|chiave|sleutel|klucz\p{L}*|nyckel\p{L}*|anahtar\p{L}*|ключ\p{L}*)(?!\p{L})/iu;

/**
 * Whether the documents let one at a time look for a key and add its row: by a lock of the key or of the whole table, by one of the row of whoever
 * sends it, or of whatever else the new row refers to, or in transactions that are as if alone and tried again. What is locked behind the look is none.
 */
export function isLockedForKey(
  look: KeyLook,
  { table, tables, column, filled }: Of,
  texts: readonly string[],
): boolean {
  const passed = look.condition?.match(/[$:@]\w{1,40}/g) ?? [];
  if (isLockedBefore({ text: look.text, at: look.at, table, names: [column, ...passed], called })) return true;
  const before = look.text.slice(Math.max(0, look.at - farthest), look.at);
  const others = tables.filter(
    (one) => one !== table && refersTo(table, one)?.pairs.every(([own]) => Object.hasOwn(filled, own)) === true,
  );
  return (
    others.some((one) => lockedIn(before, one, tables) !== null) ||
    texts.some((text) => alwaysAloneIn(text, table) !== null && triedAgain.test(texts.join("\n")))
  );
}

const farthest = 1_500;
