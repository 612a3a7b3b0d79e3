import type { Column, Table } from "@proofroom/domain/design/model";
import { isMoment } from "@proofroom/domain/design/moment";
import { spaced, stems } from "../names.ts";
import { literally } from "../ways/told/statement/statement.ts";

/** What is gone, by its name, in the languages in which designs are written here. */
export const gone =
  "deleted|removed|revoked|disabled|deactivated|archived|withdrawn|gelöschte?[rnms]?|geloescht|entfernte?[rnms]?|deaktiviert|borrad[oa]s?|eliminad[oa]s?|desactivad[oa]s?|supprimée?s?|supprime|désactivée?s?|desactive|apagad[oa]s?|exclu[ií]d[oa]s?|removid[oa]s?|desativad[oa]s?|cancellat[oaie]|eliminat[oaie]|rimoss[oaie]|verwijderde?|usunięt\\p{L}*|usuniet\\p{L}*|raderad[et]?|borttagen|silin\\p{L}*|удал[её]н\\p{L}*";
const isGoneName = new RegExp(`(?<!\\p{L})(?:${gone})(?!\\p{L})`, "iu");

/** What is there, as a flag that says so. */
const there = new Set("active enabled live aktiv activo activa actif active ativo ativa attivo attiva".split(" "));

/** How a row says that it is gone. */
export interface Mark {
  column: Column;
  value: string | boolean;
  /** One of its states, and not a column of its own. */
  isState: boolean;
}

/** The columns and states by which a table says of a row that it is gone: `deleted_at`, `is_deleted`, `state = 'disabled'`, `active = false`. */
export function marksOf({ columns }: Table): Mark[] {
  return columns.flatMap((column): Mark[] => {
    const { name, type, nullable, values = [], generated } = column;
    if (generated) return [];
    const isGone = isGoneName.test(spaced(name));
    if (isGone && isMoment(column) && nullable) return [{ column, value: "$now", isState: false }];
    if (type.startsWith("bool")) {
      if (isGone) return [{ column, value: true, isState: false }];
      return stems(name).some((word) => there.has(word)) ? [{ column, value: false, isState: true }] : [];
    }
    const [state, other] = values.filter((value) => isGoneName.test(spaced(value)));
    return values.length > 1 && state !== undefined && other === undefined
      ? [{ column, value: state, isState: true }]
      : [];
  });
}

/** How a statement asks for what is not gone, as a further alternative of a pattern: `state = 'active'`, `state <> 'disabled'`, `active`. */
export function looksAtState({ column: { name, values = [] }, value, isState }: Mark): string {
  if (!isState) return "";
  if (value === false) return `|\\b${name}"?\\s*(?:=\\s*true\\b|is\\s+true\\b|$|\\sand\\b|[;\`])`;
  const others = values.filter((one) => one !== value).map(literally);
  return `|\\b${name}"?\\s*(?:<>|!=)\\s*'${literally(String(value))}'|\\b${name}"?\\s*=\\s*'(?:${others.join("|")})'`;
}
