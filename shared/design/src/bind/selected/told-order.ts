import type { Table } from "@proofroom/domain/design/model";
import { isMoment } from "@proofroom/domain/design/moment";
import { denying } from "../../text/denial.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { inAscii, wordsIn } from "../names.ts";

/**
 * How words have a list in order, as SQL would: "the oldest first", "sorted by creation date ascending", "by code, alphabetically". Null
 * where they say nothing, or nothing but by what and not which way. `told` is of the list; of the rest of a design only what begins with it.
 */
export function toldOrder(told: string, rest: string, table: Table): string | null {
  for (const sentence of aboutLists(told, rest)) {
    const order = orderIn(inAscii(sentence), table);
    if (order !== null) return order;
  }
  return null;
}

/** Whether words have a list be of everybody's rows, whoever asks. */
export const isToldOfAll = (told: string, rest: string): boolean =>
  aboutLists(told, rest).some((sentence) => {
    const said = inAscii(sentence);
    return everybodys.test(said) && !denied.test(said.replace(unfiltered, " "));
  });

const longest = 300;

const aboutLists = (told: string, rest: string): string[] => [
  ...sentencesIn(told).filter((one) => one.length <= longest),
  ...(beginsSomewhere.test(rest) ? sentencesIn(rest).filter((one) => one.length <= longest && begins.test(one)) : []),
];

const list = String.raw`(?:the |our |a |die |la |el |le |de |o |a )?(?:lists?|listing|liste|lista|listado|listagem|lijst)(?!\p{L})`;
const begins = new RegExp(`^[\\s*_>#-]{0,6}${list}`, "iu");
const beginsSomewhere = new RegExp(`(?:^|[\\n.;!?|]\\s{0,3})[\\s*_>#-]{0,6}${list}`, "iu");

function orderIn(said: string, table: Table): string | null {
  if (denied.test(said)) return null;
  const made = table.columns.find((one) => isMoment(one) && ofMaking.test(one.name))?.name;
  const isOldest = oldest.test(said);
  if (isOldest !== newest.test(said)) return made === undefined ? null : `${made} ${isOldest ? "asc" : "desc"}`;
  const [, by = ""] = sorted.exec(said) ?? [];
  const way = descending.test(said) ? "desc" : ascending.test(said) ? "asc" : null;
  if (by === "" || way === null) return null;
  const words = wordsIn(by);
  const named = table.columns.find(({ name }) => wordsIn(name).every((word, n) => words[n] === word))?.name;
  const column = named ?? (ofMaking.test(by) ? made : undefined);
  return column === undefined ? null : `${column} ${way}`;
}

const ofMaking = /creat|insert|added|made|issued|erstell|anleg|creac|criac|cread|criad/i;

const oldest =
  /(?<!\p{L})(?:(?:oldest|earliest) (?:\p{L}{1,10} )?(?:first|at the top|on top|come first)|(?:aelteste|fruehste)\p{L}? (?:\p{L}{1,10} )?(?:zuerst|oben|voran)|(?:mas|mais) (?:antigu|antig|viej|velh)[oa]s? (?:primero|primeiro|arriba)|plus (?:anciens?|anciennes?|vieux) (?:d['’]abord|en premier|en tete)|(?:piu )?vecchi (?:prima|per primi)|od najstarsz\p{L}{1,4}|oudste (?:eerst|bovenaan))(?!\p{L})/iu;

const newest =
  /(?<!\p{L})(?:(?:newest|latest|most recent|youngest) (?:\p{L}{1,10} )?(?:first|at the top|on top|come first)|(?:neueste|neuste|juengste)\p{L}? (?:\p{L}{1,10} )?(?:zuerst|oben|voran)|(?:mas|mais) (?:nuev|nov|recient|recent)[oae]s? (?:primero|primeiro|arriba)|plus (?:recents?|recentes?|nouveaux) (?:d['’]abord|en premier|en tete)|(?:piu )?(?:recenti|nuovi) (?:prima|per primi)|od najnowsz\p{L}{1,4}|nieuwste (?:eerst|bovenaan))(?!\p{L})/iu;

const sorted =
  /(?<!\p{L})(?:sort(?:ed|s)?|order(?:ed|s)?|sortiert|ordenad[oa]s?|tries?|triees?|ordinat[ie]|posortowan\p{L}{1,3}|gesorteerd) (?:by|after|nach|por|par|per|wg|wedlug|op) (?:the |its |their |der |dem |la |el |le |il )?["'\x60]?([\p{L}_ ]{2,40})/iu;

const ascending =
  /(?<!\p{L})(?:ascending|asc|alphabetic\p{L}*|a[-–]z|upwards|aufsteigend|alphabetisch|ascendente|alfabetic\p{L}*|croissante?|alphabetique|crescente|rosnaco|oplopend)(?!\p{L})/iu;
const descending =
  /(?<!\p{L})(?:descending|desc|z[-–]a|downwards|reverse\p{L}*|absteigend|descendente|decroissante?|decrescente|malejaco|aflopend)(?!\p{L})/iu;

const everybodys =
  /(?<!\p{L})(?:everybody|everyone|all (?:users|people|owners|customers|accounts)|any (?:user|owner|customer|account))['’]?s? (?:\p{L}{1,10} )?(?:links|urls|rows|entries)|(?:links|urls|rows|entries) (?:of|from|by) (?:everybody|everyone|all (?:the )?(?:users|people|owners|customers|accounts))(?!\p{L})|whoever (?:made|owns) (?:them|it)/iu;

const unfiltered =
  /(?:do(?:es)? not|don['’]?t|doesn['’]?t|never|no) (?:\p{L}{1,10} ){0,3}?(?:filter\p{L}*|restrict\p{L}*|check)[^.;,]{0,40}/iu;

const denied = new RegExp(denying(["not", "no", "instead", "supposed", "without"]), "iu");
