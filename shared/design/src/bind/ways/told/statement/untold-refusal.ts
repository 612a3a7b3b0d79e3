import { isMoment } from "@proofroom/domain/design/moment";
import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { isPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import { isRecord } from "../../../fields.ts";
import { stems, wordsIn } from "../../../names.ts";
import { uniqueLists } from "../../../column-of.ts";
import { sentencesIn } from "../../../../text/sentences.ts";
import type { Stage } from "../../stage.ts";
import type { Added } from "./stated-rows.ts";
import { isNamedIn, literally, takingOver } from "./statement.ts";

interface Told {
  /** Where the statement may stand. */
  text: string;
  /** All that is told of the endpoint, and of no endpoint in particular. */
  around: string;
}

/**
 * `INSERT INTO holds … ON CONFLICT … DO UPDATE … WHERE …`, which says by itself whose row gives way: what a way refuses because of another
 * table's rows is looked for only where it is told, or where the schema has no two rows of it for one thing.
 */
export function withoutRefusal(steps: Step[], { text, around }: Told, stage: Stage): Added | null {
  const written = plainSteps(steps).flatMap((step) => ("insert" in step ? [step.insert] : []));
  // What is for good where it never ends is in the way by itself.
  const tables = stage.tables.filter((table) => written.includes(table.name) && !isEverEndless(table, stage));
  const said = tables.map((table) => takingOver(text, table)).find((one) => one !== null);
  if (said === undefined || said === null) return null;
  const unseen = new Set<string>();
  const left = withoutAsked(steps, (table, by, meaning) => {
    const found = stage.tables.find(({ name }) => name === table);
    const kept = Object.entries(by).flatMap(([column, value]) => (isAnew(value, said, tables) ? [] : [column]));
    if (found === undefined || written.includes(table) || isOnce(found, kept)) return false;
    if (isTold(withoutInserts(around, [...tables, found]), found, meaning, stage)) return false;
    unseen.add(table);
    return true;
  });
  return unseen.size === 0 ? null : { steps: left, unseen: [...unseen], said: said.slice(0, 80) };
}

const isEverEndless = ({ columns }: Table, { endlessIn }: Stage): boolean =>
  columns.some((column) => isMoment(column) && endlessIn(column) !== undefined);

type IsLeft = (table: string, by: Where, meaning: string) => boolean;

/** Steps without some looks that refuse where they find a row, and without those that nothing is done about any more. */
function withoutAsked(steps: Step[], isLeft: IsLeft): Step[] {
  const kept: Step[] = [];
  for (let at = 0; at < steps.length; at += 1) {
    const [step, next] = [steps[at], steps[at + 1]];
    if (step === undefined) continue;
    if ("transaction" in step) kept.push({ transaction: withoutAsked(step.transaction, isLeft) });
    else if ("get" in step && next !== undefined && "if" in next && next.else === undefined) {
      const inside = withoutAsked(next.then, isLeft);
      const meaning = refusedAs(next.then);
      const isGone =
        (meaning !== null && isLeft(step.get, step.by, meaning)) || (inside.length === 0 && next.then.length > 0);
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      if (!isGone) kept.push(step, { ...next, then: inside });
      at += 1;
    } else kept.push(step);
  }
  return kept;
}

/** What a row means for which all is refused, `sold`; null where it is not. */
function refusedAs([step, ...more]: Step[]): string | null {
  if (step === undefined || more.length > 0 || !isPlain(step) || !("return" in step)) return null;
  const { status = 200, body } = step.return;
  const error = isRecord(body) ? body["error"] : undefined;
  return status >= 400 && typeof error === "string" ? error : null;
}

/** Whether a condition asks for what whoever takes a row over gives it anew, such as its token: once for that is not once for the seat. */
function isAnew(value: Where[string], said: string, tables: Table[]): boolean {
  const [name, column = ""] = typeof value === "string" && value.startsWith("$") ? value.slice(1).split(".") : [];
  if (!tables.some((table) => table.name === name)) return false;
  const [, sets] = /\bdo\s+update\s+set\b([^;]*?)\bwhere\b/i.exec(said) ?? [];
  if (sets !== undefined) return isNamedIn(sets, column);
  return !isNamedIn(said.split(/[;`]/)[0] ?? "", column);
}

const isOnce = (table: Table, by: string[]): boolean =>
  uniqueLists(table).some((list) => list.length > 0 && list.every((column) => by.includes(column)));

/** Whether anything that is told speaks of rows of a table, or of what they mean, and not only of how they come to be there. */
function isTold(around: string, table: Table, meaning: string, { cast, capability, endpoint }: Stage): boolean {
  const roles = Object.entries(capability.ways?.roles ?? {});
  const own = roles.flatMap(([name, role]) => (cast.get(name)?.table === table ? role.names : []));
  const meant = roles.flatMap(([, role]) => [
    ...Object.values(role.columns).flatMap(({ kind, values }) => (kind === "state" ? (values[meaning] ?? []) : [])),
    ...(role.columns[meaning]?.names ?? []),
  ]);
  const words = new Set([...own, ...meant].filter((word) => !word.includes(" ")));
  const name = stems(table.name).join(" ");
  const line = new RegExp(`${endpoint.method}\\s{1,20}${literally(endpoint.path)}`, "gi");
  const told = [line, title, weUse].reduce((left, one) => left.replaceAll(one, " "), around.replaceAll(refusal, "409"));
  return sentencesIn(told).some((sentence) => {
    const said = wordsIn(withoutPaths(sentence)).flatMap((word) => [word, ...stems(word)]);
    return (
      (said.some((word) => words.has(word) || words.has(withoutEnding(word))) ||
        ` ${said.join(" ")} `.includes(` ${name} `)) &&
      !makes.test(sentence)
    );
  });
}

/** `409 seat_taken` is answered of what is held, too. */
const refusal =
  /\b409\b[`"'{}():,\s-]{0,6}(?:(?:error|code|erro|fehler)\b["'`:\s]{1,5})?(?:[\p{L}]{1,12}[_ -](?:is[_ ])?)?(?:already[_ ])?(?:taken|occupied|belegt|vergeben|ocupad[oa]|occup[eé]e?|occupat[oa]|bezet|zaj[eę]te)(?!\p{L}|\s{1,3}(?:for good|or|by)\b)/giu;

/** A document's title says what it is about: `# Seat sale`. */
const title = /^#[ \t][^\n]{0,120}$/gm;

/** "We used this at work" speaks of no hold that is used. */
const weUse = /(?<!\b(?:is|are|was|be|been|being|already|gets|not) )\bused\b/gi;

/** That a row is added does not tell that it is looked for; what a statement asks of another table's rows does. */
const withoutInserts = (text: string, tables: Table[]): string =>
  tables.reduce((left, { name }) => left.replaceAll(insertInto(name), " "), text);

const insertInto = (name: string): RegExp =>
  new RegExp(`\\binsert\\s+into\\s+(?:"?\\w+"?\\.)?"?${literally(name)}"?(?![\\w.])(?:\\s*\\([^)]{0,400}\\))?`, "gi");

/** `verkaufte`, `verkauften`, of what is `verkauft`. */
const withoutEnding = (word: string): string => (word.length > 7 ? word.replace(/(?<=t)e[nrms]?$/, "") : word);

const withoutPaths = (sentence: string): string => sentence.replace(/\/[\w{}/:.-]{1,200}/g, " ");

/** A sentence that begins with what a confirmation does, or tells that rows are added. */
const makes =
  /^[\s*#>\-\d.)`]{0,12}(?:post\b|confirm|pay\b|book\b|purchas|buch|bestätig|bezahl|compr|pag[ao]|achet|payer|acquist|koop|kup)|(?<!\p{L})(?:insert\w*|adds?|creates?|created|writes?|written|makes?|made|records?|stores?|legt|schreibt|angelegt|inserta|crea|guarda|escribe|cré[eé]\w*|ajoute\w*|écrit|insere|cria|grava|inserisce|scrive)(?!\p{L})/iu;
