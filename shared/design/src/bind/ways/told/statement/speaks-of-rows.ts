import type { Table } from "@proofroom/domain/design/model";
import { stems, wordsIn } from "../../../names.ts";
import { sentencesIn } from "../../../../text/sentences.ts";
import type { Stage } from "../../stage.ts";
import { literally } from "./statement.ts";

/** Whether anything that is told speaks of rows of a table, or of what they mean, and not only of how they come to be there. */
export const speaksOfRows = (around: string, table: Table, meaning: string, stage: Stage): boolean =>
  sentencesOf(around, table, meaning, stage).some((sentence) => !makes.test(sentence));

/** The sentences that speak of rows of a table, or of what they mean; of rows that are of several meanings only those of this one. */
export function sentencesOf(
  around: string,
  table: Table,
  meaning: string,
  { cast, capability, endpoint }: Stage,
  { isOfSeveral = false } = {},
): string[] {
  const roles = Object.entries(capability.ways?.roles ?? {});
  const own = roles.flatMap(([name, role]) => (cast.get(name)?.table === table ? role.names : []));
  const meant = roles.flatMap(([, role]) => [
    ...Object.values(role.columns).flatMap(({ kind, values }) => (kind === "state" ? (values[meaning] ?? []) : [])),
    ...(role.columns[meaning]?.names ?? []),
  ]);
  const words = new Set([...(isOfSeveral ? [] : own), ...meant].filter((word) => !word.includes(" ")));
  const name = stems(table.name).join(" ");
  const line = new RegExp(`${endpoint.method}\\s{1,20}${literally(endpoint.path)}`, "gi");
  const told = [line, title, weUse].reduce((left, one) => left.replaceAll(one, " "), around.replaceAll(refusal, "409"));
  return sentencesIn(told).filter((sentence) => {
    const said = wordsIn(withoutPaths(sentence)).flatMap((word) => [word, ...stems(word)]);
    return (
      said.some((word) => words.has(word) || words.has(withoutEnding(word))) ||
      (!isOfSeveral && ` ${said.join(" ")} `.includes(` ${name} `))
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

/** `verkaufte`, `verkauften`, of what is `verkauft`. */
const withoutEnding = (word: string): string => (word.length > 7 ? word.replace(/(?<=t)e[nrms]?$/, "") : word);

const withoutPaths = (sentence: string): string => sentence.replace(/\/[\w{}/:.-]{1,200}/g, " ");

/** A sentence that begins with what a confirmation does, or tells that rows are added. */
const makes =
  /^[\s*#>\-\d.)`]{0,12}(?:post\b|confirm|pay\b|book\b|purchas|buch|bestätig|bezahl|compr|pag[ao]|achet|payer|acquist|koop|kup)|(?<!\p{L})(?:insert\w*|adds?|creates?|created|writes?|written|makes?|made|records?|stores?|legt|schreibt|angelegt|inserta|crea|guarda|escribe|cré[eé]\w*|ajoute\w*|écrit|insere|cria|grava|inserisce|scrive)(?!\p{L})/iu;
