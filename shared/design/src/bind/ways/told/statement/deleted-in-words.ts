import type { Step } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { inAscii, singular, stems, wordsIn } from "../../../names.ts";
import type { Stage } from "../../stage.ts";
import { without } from "../asked/less-asked.ts";
import type { Texts } from "../texts.ts";
import { isLetGo } from "../time/let-go.ts";
import { withoutShapes } from "../without-shapes.ts";
import type { Added } from "./stated-rows.ts";
import { isTime } from "./statement.ts";

/**
 * "The seat's hold is deleted and a new one is put in": rows that make room, where nothing that is told says which of them are over, are all
 * that there are. Null where anything speaks of an end, makes a condition of it, or is code.
 */
export function deletedInWords(
  steps: Step[],
  { beside, told, code, handler, toldOfAll }: Texts,
  stage: Stage,
): Added | null {
  if (code !== "" || handler !== "" || !makesRoom.test(told)) return null;
  let said: string | undefined;
  const unseen = new Set<string>();
  const changed = mapPlain(steps, (step) => {
    const table = "delete" in step ? stage.tables.find(({ name }) => name === step.delete) : undefined;
    if (!("delete" in step) || table === undefined) return step;
    const times = Object.entries(step.where).flatMap(([column, part]) =>
      isTime(column, table) && typeof part === "object" && part !== null && "lt" in part ? [column] : [],
    );
    const called = calledIn(table.name, stage);
    const found = sentencesIn(told).find((one) => isOf(one, called) && !asks.test(one));
    if (times.length === 0 || found === undefined) return step;
    const names = new RegExp(`(?<!\\w)(?:${times.join("|")})(?!\\w)(?!\\s?[<>])`, "gi");
    if ([withoutShapes(beside), told, toldOfAll].some((text) => isLetGo(text.replaceAll(names, " ")))) return step;
    said ??= found;
    for (const column of times) unseen.add(column);
    return { ...step, where: without(step.where, times) };
  });
  return said === undefined ? null : { steps: changed, unseen: [...unseen], said: asSaid(said) };
}

/** Words for a table's rows. */
function calledIn(table: string, { cast, capability }: Stage): ReadonlySet<string> {
  const own = [...cast].flatMap(([role, player]) =>
    player.table.name === table ? (capability.ways?.roles[role]?.names ?? []) : [],
  );
  return new Set(["row", ...stems(table), ...own.filter((name) => !name.includes(" "))]);
}

/** Whether a sentence has a row of a table make room: it comes behind the verb in English and in its sisters, and before it in German. */
const isOf = (sentence: string, called: ReadonlySet<string>): boolean =>
  [...sentence.matchAll(deleting)].some(({ index, 0: verb }) => {
    const near = `${sentence.slice(Math.max(0, index - 60), index)} ${sentence.slice(index + verb.length, index + verb.length + 60)}`;
    return wordsIn(near).some((word) => called.has(singular(inAscii(word))) || called.has(inAscii(word)));
  });

const verbs = String.raw`(?<!\p{L})(?:delet(?:es?|ed)|remov(?:es?|ed)|replac(?:es?|ed)|overwrit(?:es?|ten)|throw(?:s|n)? away|gelöscht|löscht|löschen|ersetzt|überschr\p{L}{3,6}|borra\p{L}{0,3}|elimina\p{L}{0,3}|reemplaza\p{L}{0,3}|sobrescrib\p{L}{1,3}|supprim\p{L}{1,4}|remplac\p{L}{1,4}|écras\p{L}{1,4}|apaga\p{L}{0,3}|substitu\p{L}{1,3}|cancella\p{L}{0,3}|sostitui\p{L}{0,3}|verwijder\p{L}{0,2}|vervang\p{L}{0,2})(?!\p{L})|删除|覆盖|削除|上書き`;
const makesRoom = new RegExp(verbs, "iu");
const deleting = new RegExp(verbs, "giu");

/** What makes a condition of it, or does it for another reason. */
const asks =
  /(?<!\p{L})(?:if|where|whose|own|unless|only|after|once|except|never|not|old|wenn|falls|deren|dessen|nur|außer|alte\p{L}?|si|cuy[ao]s?|solo|sólo|seulement|sauf|ancienn?e?s?|se|als|wanneer)(?!\p{L})|[若如]果|的话|なら|場合/iu;
