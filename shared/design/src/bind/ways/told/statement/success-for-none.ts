import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { isPlain } from "@proofroom/domain/design/steps-within";
import type { Added } from "./stated-rows.ts";
import { updatesIn } from "./statement.ts";
import { isNothingFound } from "../time/looked-at.ts";

/**
 * "0 rows: nothing left to do, same answer": an update that has found no row is answered as one that has, whyever it found none. Null where
 * nothing says so, or where the row is looked at again then, or refused.
 */
export function successForNone(steps: Step[], text: string, tables: Table[], status: number): Added | null {
  const said = answeredForNone(text);
  if (said === null) return null;
  for (const [n, step] of steps.entries()) {
    if ("transaction" in step) {
      const inner = successForNone(step.transaction, text, tables, status);
      if (inner !== null) return { ...inner, steps: steps.with(n, { transaction: inner.steps }) };
    }
    if (!isPlain(step) || !("update" in step) || step.else !== undefined) continue;
    const table = tables.find(({ name }) => name === step.update);
    const next = steps[n + 1];
    if (table === undefined || updatesIn(text, table).length !== 1 || (next !== undefined && "if" in next)) continue;
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    const none: Step = { if: { found: false }, then: [{ return: { status } }] };
    return { steps: steps.toSpliced(n + 1, 0, none), unseen: [], said };
  }
  return null;
}

/** The sentence, or the line of code, by which what has found no row is a success; what stands behind it neither refuses nor looks. */
function answeredForNone(text: string): string | null {
  let at = 0;
  for (const one of text.split(/(?<=[.!?]\s)|(?<=\n)/)) {
    const behind = text.slice(at + one.length, at + one.length + reach).split(/\n#{1,6}\s/)[0] ?? "";
    at += one.length;
    const isSaid =
      (isNothingFound(one) || noRow.test(one)) && succeeds.test(one) && !refuses.test(one) && !looks.test(one);
    if (isSaid && !refuses.test(behind.split(/\n\s*\n/)[0] ?? "") && !looks.test(behind.split("\n\n")[0] ?? ""))
      return one.trim();
  }
  return null;
}

/** As it is said behind a statement, `-- no row: …`. */
const noRow = /(?:--|#|\/\/)\s{0,3}no (?:such |matching )?rows?(?!\p{L})/iu;

/** How far what is done about it goes on. */
const reach = 300;

const succeeds =
  /(?<![\d.])20[01](?!\d)|(?<!\p{L})(?:same (?:answer|response|result|reply)|idempoten\p{L}*|nothing (?:left |more )?to do|(?:is |are )?(?:fine|ok(?:ay)?)|success\p{L}*|gleiche antwort|dieselbe antwort|nichts (?:mehr )?zu tun|misma respuesta|nada (?:más )?que hacer|mesma resposta|nada (?:mais )?a fazer|même réponse|rien à faire|stessa risposta|niente da fare)(?!\p{L})/iu;

const refuses =
  /(?<![\d.])4\d\d(?!\d)|(?<!\p{L})(?:throw\p{L}*|raise\p{L}*|abort\p{L}*|refus\p{L}*|reject\p{L}*|gone|expired?|conflict\p{L}*|too late|rollback|err\p{L}*|abgelehnt|rechaz\p{L}*|recus\p{L}*|rifiut\p{L}*)(?!\p{L})/iu;

/** That the row is looked at again then, or that what is answered is one that is there already. */
const looks =
  /(?<!\p{L})(?:select|look\p{L}*|(?:re-?)?read\p{L}*|check\p{L}*|fetch\p{L}*|find\p{L}*|load\p{L}*|whether|if (?:it|the|there|status|hold|booking)|lies\p{L}*|lese\p{L}*|holt|lädt|prüf\p{L}*|schau\p{L}*|such\p{L}*|busc\p{L}*|mir[ao]\p{L}*|le[oe]|leer|relee|consult\p{L}*|comprueb\p{L}*|recuper\p{L}*|lê|relê|ler|procur\p{L}*|verific\p{L}*|cherch\p{L}*|lis|lit|lire|relit|relire|regard\p{L}*|récup\p{L}*|vérifi\p{L}*|cerc\p{L}*|(?:ri)?legg\p{L}*|controll\p{L}*|leest?|lezen|zoek\p{L}*|kijk\p{L}*|haalt|ophal\p{L}*|controle\p{L}*|(?:od)?czyta\p{L}*|sprawdz\p{L}*|szuka\p{L}*|znajd\p{L}*|pobier\p{L}*|läs\p{L}*|oku\p{L}*|чита\p{L}*|ищ\p{L}*|(?:with|of) the (?:existing|first(?:['’]s)?|same) (?:booking|order|ticket)|(?:booking|order|ticket) of the (?:first|other)|vorhandene\p{L}*|bestehende\p{L}*|existentes?|existante?s?|esistente|bestaande|istniejąc\p{L}*|(?:booking|order|ticket)(?:By|For|Of)\p{L}*)(?!\p{L})/iu;
