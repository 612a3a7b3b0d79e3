import type { Operation } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { unknown } from "../bind/asking/unknown-words.ts";
import { doneIn } from "../bind/ways/told/done/not-done.ts";
import { denying } from "../text/denial.ts";
import { asSaid, sentencesIn } from "../text/sentences.ts";
import type { Review } from "./seen.ts";

/**
 * That a code is not there is kept in a cache, where people may choose codes themselves: who chooses one that somebody has asked for before
 * finds it unknown until the cache forgets it, unless making a link lets that go.
 */
export const reviewCachedUnknown: Review = ({ texts, served }, tell) => {
  const operations = (served ?? []).map(({ operation }) => operation);
  const made = operations.find(takesName);
  if (made === undefined || !cached.test(texts.design) || !operations.some(isOpened)) return;
  const sentences = sentencesIn(doneIn(texts.design)).filter((one) => one.length <= longest);
  const said = sentences.find((one) => isOfUnknown(one) && does(one, keeps));
  if (said === undefined || sentences.some((one) => making.test(one) && does(one, letsGo))) return;
  const from = Math.max(0, texts.design.indexOf(said.trim().slice(0, 30)));
  tell("unknown-cached", {
    from,
    to: Math.min(texts.design.length, from + 30),
    message: `That a code is unknown is kept in a cache (${asSaid(said)}), and ${made.opId} takes codes that people choose: one that was asked for before it was made is not found until the cache forgets it. Let that entry go where a link is made; a run keeps none.`,
  });
};

const longest = 400;

/** Whether it is said to be done, and nothing before it takes that back. */
function does(sentence: string, deed: RegExp): boolean {
  const said = sentence.replace(notThere, " ");
  const at = said.search(deed);
  return at !== -1 && !denied.test(said.slice(0, at));
}

/** A code is what is sent, where something is. */
const takesName = ({ steps }: Operation): boolean =>
  plainSteps(steps).some(
    (step) =>
      "insert" in step &&
      Object.values(step.values).some(
        (value) =>
          typeof value === "object" && value !== null && "coalesce" in value && typeof value.coalesce[0] === "string",
      ),
  );

const isOpened = ({ steps }: Operation): boolean => plainSteps(steps).some((step) => "redirect" in step);

function isOfUnknown(sentence: string): boolean {
  const at = [unknown, negative].map((one) => sentence.search(one)).find((one) => one !== -1);
  return at !== undefined && cached.test(sentence) && !denied.test(sentence.slice(0, at)) && !onlyFound.test(sentence);
}

/** Then nothing is kept of what is not. */
const onlyFound =
  /(?<!\p{L})(?:only|nur|solo|sólo|seulement|apenas|tylko|alleen) (?:\p{L}{1,8} )?(?:hits?|found|known|rows?|links?|treffer)(?!\p{L})/iu;

const cached = /(?<!\p{L})(?:cach\p{L}{0,4}|redis|memcached?|valkey|cdn|lru)(?!\p{L})/iu;

const negative =
  /(?<!\p{L})(?:negativ\p{L}{0,3}|404s?|tombstones?|(?:caches?|keeps?|stores?|remembers?) (?:a |the )?miss(?:es)?|miss(?:es)? (?:is|are) (?:\p{L}{1,6} )?(?:kept|cached|stored|remembered)|miss(?=:))(?!\p{L})/iu;

const keeps =
  /(?<!\p{L})(?:cached|caches|kept|keeps?|stor(?:e[ds]?|ing)|remember\p{L}*|sets?|puts?|gecacht|gemerkt|gespeichert|merken|guard\p{L}*|gard\p{L}*|armazen\p{L}*|memorizz\p{L}*|setex)(?!\p{L})/iu;

const letsGo =
  /(?<!\p{L})(?:delet\p{L}{1,3}|clear\p{L}{0,3}|invalidat\p{L}{1,4}|remov\p{L}{1,3}|evict\p{L}{0,3}|purg\p{L}{1,3}|del|overwrit\p{L}{1,3}|replac\p{L}{1,3}|dropp?\p{L}{0,3}|lösch\p{L}{0,4}|gelöscht|entfern\p{L}{0,3}|borra\p{L}{0,3}|elimin\p{L}{1,4}|supprim\p{L}{1,3}|efface\p{L}{0,2}|apag\p{L}{1,4}|cancell\p{L}{1,4})(?!\p{L})/iu;

/** When a link is made, or of what was kept. */
const making =
  /(?<!\p{L})(?:creat\p{L}{1,3}|mak(?:es?|ing)|made|insert\p{L}{0,3}|new (?:links?|codes?|aliases)|shorten\p{L}{0,3}|post|anleg\p{L}{0,3}|angelegt|neue[rnms]? \p{L}{1,12}|cre[aé]\p{L}{0,4}|cri\p{L}{1,4})(?!\p{L})/iu;

/** What is not there is spoken of, and not what is not done. */
const notThere =
  /(?<!\p{L})(?:(?:is|are|was|were) not (?:found|there|known)|not (?:found|there|known)|does not exist|do not (?:know|exist)|no such|nicht (?:gefunden|vorhanden|da)|no existe|n['’]existe pas|non esiste|não existe)(?!\p{L})/giu;

const denied = new RegExp(denying(["not", "no", "nothing", "without", "instead", "supposed"]), "iu");
