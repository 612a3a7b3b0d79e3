import type { Table } from "@proofroom/domain/design/model";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { singular } from "../../../names.ts";
import { literally, looksIn, tableNamed } from "./statement.ts";

const denied =
  /(?<!\p{L})(?:not|never|without|n['’]t|nicht|nie|kein\p{L}*|ohne|pas|jamais|sans|nunca|sin|não|sem|non|senza|niet|geen)(?!\p{L})[^.;]{0,50}$/iu;
const leftAlone =
  /^["'`]?\s(?:is|are|was|wird|werden|est|es|é|viene)\s?(?:not|never|n['’]t|nicht|nie|pas|nunca|não|non)(?!\p{L})/iu;
/** What is done with a table otherwise than to look into it. */
const writing =
  /(?<!\p{L})(?:insert\p{L}*|cop(?:y|ies|ied)|writ(?:e|es|ten)|add(?:s|ed)?|put|mov(?:e|es|ed)|delet\p{L}*|remov\p{L}*|einfüg\p{L}*|kopier\p{L}*|copi(?:er|e|é|a|ar|amos)|inser\p{L}*)(?!\p{L})/iu;
/** What comes of a row that is there. */
const refusing =
  /(?<![\p{L}\d])(?:409|refus\p{L}*|reject\p{L}*|conflict|taken|sold|booked|free|abort\p{L}*|rollback|rolled back|fail\p{L}*|any row|belegt|verkauft|frei|abgelehnt|vendid\p{L}*|libre|vendu\p{L}*|occup\p{L}*|rechaz\p{L}*|rejet\p{L}*)(?![\p{L}\d])/iu;
const deleting =
  "(?:delet\\p{L}*|remov\\p{L}*|drop(?:s|ped)?|lösch\\p{L}*|gelöscht|entfern\\p{L}*|supprim\\p{L}*|borr\\p{L}*|elimin\\p{L}*|apag\\p{L}*|cancell\\p{L}*|verwijder\\p{L}*|usu(?:ń|wa\\p{L}*|nię\\p{L}*))";

/** The statement or the sentence by which an endpoint looks whether a table has a row, and what is there is refused. */
export function rowLookedFor(told: string, table: Table): string | null {
  if (looksIn(told, table).length > 0) return `select … from ${table.name}`;
  const found = sentencesIn(told).find((one) => {
    const at = one.search(named(table.name));
    const behind = one.slice(at + table.name.length);
    return (
      at !== -1 && !writing.test(one) && refusing.test(one) && !denied.test(one.slice(0, at)) && !leftAlone.test(behind)
    );
  });
  return found === undefined ? null : asSaid(found);
}

/** The statement or the sentence by which it deletes a row of a table: `DELETE FROM holds WHERE id = $1`, "delete the hold". */
export function rowDeleted(told: string, { name }: Table): string | null {
  const statement = new RegExp(`\\bdelete\\s+from\\s+${tableNamed(name)}\\s+where\\b`, "i");
  if (statement.test(told)) return `delete from ${name}`;
  const [row, rows] = [singular(name), name].map(called);
  const before = `${deleting}(?!\\p{L})\\s(?:\\p{L}{1,6}['’\\s]\\s?)?(?:${row})(?![\\p{L}\\d_])(?!['’]s|\\s(?:seats|rows))`;
  const behind = `(?<![\\p{L}\\d_])(?:${row}|${rows})\\s(?:row\\s)?(?:\\p{L}{1,6}\\s){1,2}${deleting}(?!\\p{L})`;
  const said = new RegExp(`(?<!\\p{L})${before}|${behind}`, "iu");
  const found = sentencesIn(told).find((one) => {
    const at = one.search(said);
    return (
      at !== -1 &&
      !denied.test(one.slice(0, at)) &&
      !/(?<!\p{L})(?:expired|ended|abgelaufen\p{L}*|expirad\p{L}*|expiré\p{L}*)(?!\p{L})/iu.test(one)
    );
  });
  return found === undefined ? null : asSaid(found);
}

/** Whether statements that add rows are told of, and a table is named nowhere. */
export const isLeftOut = (told: string, { name }: Table): boolean =>
  /\binsert\s+into\s/i.test(told) && !named(name).test(told);

const named = (name: string): RegExp => new RegExp(`(?<![\\p{L}\\d_])${called(name)}(?![\\p{L}\\d_])`, "iu");

/** In whatever spelling: `booking_seats`, `booking seats`. */
const called = (name: string): string => literally(name).replaceAll("_?", "[_ ]?");
