import type { Table } from "@proofroom/domain/design/model";
import { isTextColumn } from "../../schema/column-kind.ts";
import { isOwner } from "../owner/caller.ts";
import { fillsItself, mustBeFilled, uniqueLists } from "../column-of.ts";
import { isKeyName } from "../key/idempotency.ts";
import { inAscii, wordsIn } from "../names.ts";

/**
 * In whatever language it is called: of what nothing else fills the one whose comment speaks of a URL, else the only one that
 * has room for it. Where no text has to be there, the only one that is named a URL, `ziel_url` of a row that waits to be filled.
 */
export function unnamedAddress(table: Table, others: readonly string[]): string | undefined {
  const refers = new Set([...others, ...table.foreignKeys.flatMap(({ columns }) => columns)]);
  const open = table.columns.filter(
    (column) =>
      isTextColumn(column) &&
      !fillsItself(column) &&
      !refers.has(column.name) &&
      !isOwner(column, table) &&
      !isKeyName(column.name) &&
      !uniqueLists(table).some((list) => list.includes(column.name)),
  );
  const texts = open.filter(mustBeFilled);
  const named = texts.length === 0 ? open.filter(({ name }) => isUrlName(name)) : [];
  const told = texts.filter(({ comment = "" }) => /\b(?:ur[il]|https?)\b/i.test(comment));
  const long = texts.filter(({ type }) => Number(/\((\d+)\)/.exec(type)?.[1] ?? Infinity) >= shortest);
  return [told, long, named].find((found) => found.length === 1)?.[0]?.name;
}

/** `ziel_url`, `urlDestino`. */
export const isUrlName = (name: string): boolean => wordsIn(name).some((word) => word === "url" || word === "uri");

/** `adres`, `adresse_cible`, `Ziel`: what is called an address, or where one is led, in the languages in which designs are written here. */
export const isAddressName = (name: string): boolean => wordsIn(name).some((word) => addressWords.has(inAscii(word)));

const addressWords: ReadonlySet<string> = new Set(
  "adres adresse direccion endereco indirizzo ziel zieladresse cible destino destinazione doel doeladres cel".split(
    " ",
  ),
);

/** Nobody keeps a URL in less than this and anything else of a link in more. */
const shortest = 500;
