import type { Table } from "@proofroom/domain/design/model";
import type { PlainStep, Step, UpdateStep } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import type { Stage } from "../../stage.ts";
import { keptApart } from "../locks/kept-apart.ts";
import { partsOf, readThenWritten } from "./read-then-written.ts";
import type { Texts } from "../texts.ts";
import { statesOf } from "../asked/states-of.ts";
import { literally, tableNamed } from "../statement/statement.ts";

interface InWords {
  /** What is done where the words are taken one after the other. */
  steps: Step[];
  said: string;
}

/**
 * "It reads the seat. If it is free, it sets it to HELD.": words that may mean one statement or two, in documents that show neither a
 * statement nor code for it, and say nowhere that two may come at once. Null where anything tells which is meant.
 */
export function lookedInWords(steps: readonly Step[], texts: Texts, stage: Stage): InWords | null {
  const { all, beside, told, toldOfAll, code } = texts;
  const own = [beside, told].map(withoutBlocks).join("\n\n");
  const said = code === "" ? firstLook(own) : null;
  if (said === null || hasOwnRoom(plainSteps(steps), stage.tables)) return null;
  if ([own, toldOfAll].some((text) => ofTwoAtOnce.test(withoutNames(text, stage)))) return null;
  let isRead = false;
  const inside = (list: readonly Step[]): Step[] =>
    list.flatMap((step): Step[] => {
      if ("transaction" in step) return [{ transaction: inside(step.transaction) }];
      const table = "update" in step ? readable(step, all, stage) : undefined;
      if (!("update" in step) || table === undefined || keptApart({ beside, told, toldOfAll }, table, stage))
        return [step];
      isRead = true;
      return readThenWritten(step, table, [], stage);
    });
  const left = inside(steps);
  return isRead ? { steps: left, said: asSaid(said) } : null;
}

/** The table of an update that asks something of the row that its key names, where no statement that changes it is shown. */
function readable(step: UpdateStep, all: string, stage: Stage): Table | undefined {
  const table = stage.tables.find(({ name }) => name === step.update);
  if (table === undefined) return undefined;
  const { named, asked } = partsOf(step.where, table, stage);
  const isShown = new RegExp(`\\bupdate\\s+(?:only\\s+)?${tableNamed(table.name)}(?![\\w.])`, "i").test(all);
  return Object.keys(named).length > 0 && Object.keys(asked).length > 0 && !isShown ? table : undefined;
}

/** Whether a row is put in of which the schema allows no second one, so that of two that come at once one fails. */
const hasOwnRoom = (steps: readonly PlainStep[], tables: readonly Table[]): boolean =>
  steps.some((step) => "insert" in step && (tables.find(({ name }) => name === step.insert)?.uniques.length ?? 0) > 0);

/** The sentence with which a look begins behind which something is written. */
function firstLook(text: string): string | null {
  const sentences = sentencesIn(text);
  for (const [n, sentence] of sentences.entries()) {
    const at = sentence.search(looks);
    if (at < 0) continue;
    const after = [sentence.slice(at), ...sentences.slice(n + 1, n + 4)].join(" ");
    const condition = after.search(depends);
    if (condition >= 0 && writes.test(after.slice(condition))) return sentence;
  }
  return null;
}

const looks =
  /(?<![\p{L}_])(?:reads?|loads?|fetch(?:es)?|looks?\s+(?:up|at|whether|if|for)|sees?\s+(?:if|whether)|gets?|checks?|finds?|quer(?:y|ies)|retrieves?|lesen|liest|lädt|laden|prüft|prüfen|schaut|schauen|sieht|sehen|holt|holen|lee|consulta|comprueba|busca|verifica|lit|vérifie|charge|cherche|legge|controlla|lê|leest|controleert|miramos|vemos|leemos|regarde|regardons|lisons)(?![\p{L}_])|先[查看读讀]|查[询詢看]|读取|讀取|检查|檢查|読み|読んで|取得し|確認し|調べ|조회|확인하|읽/iu;
const depends =
  /(?<![\p{L}_])(?:if|whether|when|then|unless|otherwise|wenn|ob|falls|dann|si|entonces|luego|alors|puis|ensuite|se|então|depois|allora|poi|als|dan)(?![\p{L}_])|然后|然後|再|如果|若|则|則|その後|それから|なら|していれば|その場合|그러면|그\s?다음|(?:이|라|하)면/iu;
const writes =
  /(?<![\p{L}_])(?:sets?|updates?|marks?|writes?|changes?|flips?|saves?|stores?|becomes?|setzt|gesetzt|schreibt|ändert|speichert|markiert|pone|marca|actualiza|guarda|cambia|escribe|met|passe|enregistre|change|écrit|modifie|muda|atualiza|grava|imposta|aggiorna|salva|zet|zetten|schrijft|setzen|schreiben|aktualisier\p{L}{1,3}|ponemos|actualizamos|guardamos|marcamos|mettons|met\s+à\s+jour)(?![\p{L}_])|更新|[改设設置写寫标標][为為成]|写入|寫入|書き込|書く|にする|に変更|設定|변경|바꾸|설정/iu;

/** Whatever tells that the designer has thought of two at once, or that what is asked is asked by the statement that writes. */
const ofTwoAtOnce =
  /(?<![\p{L}_])(?:atomi\p{L}*|atómi\p{L}*|conditional\p{L}*|guard\p{L}*|only\s+(?:if|where|when|while|one)|(?:one|a\s+single|the\s+same|same)\s+(?:statement|update|query|sql)|single\s+(?:statement|update|query|sql)|cas|affected|row[- ]?counts?|rowcount|(?:0|zero|no|1|one)\s+rows?|where|returning|constraint|exclu\p{L}*|serializ\p{L}*|serialis\p{L}*|lock\p{L}*|for\s+update|optimis\p{L}*|version\p{L}*|queues?|redis|lua|setnx|races?|race\s+condition\p{L}*|concurren\p{L}*|simultan\p{L}*|parallel\p{L}*|at\s+(?:the\s+same|a|one)\s+time|two\s+(?:requests?|users?|people|buyers?|clients?)|both\s+\p{L}+|first\s+(?:one|wins|come)|loser|winner|wins?|exactly\s+one|gleichzeitig\p{L}*|atomar\p{L}*|bedingt\p{L}*|zwei\s+(?:anfragen|nutzer)|sperr\p{L}*|à\s+la\s+fois|en\s+même\s+temps|concurr\p{L}*|verrou\p{L}*|al\s+mismo\s+tiempo|a\s+la\s+vez|concorr\p{L}*|bloque\p{L}*|trava\p{L}*|ao\s+mesmo\s+tempo|contemporane\p{L}*|tegelijk\p{L}*|jednocze\p{L}*)(?![\p{L}_])/iu;

/** A hold that is called a lock is none: its path, what is sent and answered, and a state that is spelled as nobody would write a word. */
function withoutNames(text: string, { cast, tables }: Stage): string {
  const states = tables.flatMap((table) => statesOf(table, { cast })).filter((one) => one !== one.toLowerCase());
  const left = text.replaceAll(inApi, " ");
  if (!states.some((one) => left.includes(one))) return left;
  return left.replaceAll(new RegExp(`(?<![\\p{L}_])(?:${states.map(literally).join("|")})(?![\\p{L}_])`, "gu"), " ");
}

const inApi = /\{[^{}\n]{0,200}\}|(?<![\p{L}\p{N}])\/[\w{}:.-]{1,60}(?:\/[\w{}:.-]{1,60}){0,6}/gu;

const withoutBlocks = (text: string): string => text.replace(/```[^`]*```/g, " ");
