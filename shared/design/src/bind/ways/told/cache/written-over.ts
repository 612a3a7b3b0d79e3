import { ofReading, remembered } from "../../../../text/remembered.ts";
import { denying } from "../../../../text/denial.ts";
import { asSaid } from "../../../../text/sentences.ts";
import type { Texts } from "../texts.ts";

/**
 * The command that puts a key into the cache with its end, whatever is kept there: nothing in any document makes it one that only the first
 * can do, and nothing that is told looks before it, or speaks of a key that is there.
 */
export function writtenOver(texts: Pick<Texts, "beside" | "told" | "toldOfAll" | "all">): string | null {
  const { beside, told, toldOfAll } = texts;
  if (isOneOnly(texts) || [beside, told].some((text) => ofOne.test(text.replace(denied, " ")))) return null;
  const found = [beside, told, toldOfAll].flatMap((text) => command.exec(text)?.[0] ?? [])[0];
  return found === undefined ? null : asSaid(found);
}

/** Whether the documents have one command or script put a key there where there is none. */
export const isOneOnly = ({
  beside,
  told,
  toldOfAll,
  all,
}: Pick<Texts, "beside" | "told" | "toldOfAll" | "all">): boolean =>
  isPutAtOnce(all) || isAtomic.test([beside, told, toldOfAll].join("\n\n").replace(denied, " "));

const isPutAtOnce = remembered((all: string): boolean => atOnce.test(all.replace(denied, " ")), ofReading);

/** `SET hold:{id} {token} EX 120`, `redis.set(key, token, "PX", 120000)`, `SETEX hold:{id} 120 {token}`. */
const command =
  /\b(?:set\b[\s(]{1,3}["'`]?(?:\p{L}[\p{L}\p{N}_]{0,30}:|[\p{L}_]{0,20}key\b)[^\n;]{1,120}?(?<![\p{L}_])["'`]?(?:ex|px|ttl|timeout)\b|p?setex\b[\s(]{1,3}["'`]?(?:\p{L}[\p{L}\p{N}_]{0,30}:|[\p{L}_]{0,20}key\b))[^\n;]{0,40}/iu;

/** That it matters whether there is one already. */
const ofOne =
  /(?<![\p{L}_])(?:only (?:if|when|where|one|the first)|unless|absent|exists?|there(?:['’]s| is) (?:no|none|one|a)|(?:is|was) (?:already )?(?:there|taken|held)|key (?:was )?there|wins?|winner|loser|nil|nur,? wenn|noch nicht|schon da|existiert|(?:solo|sólo) si|no existe|ya (?:existe|hay|está)|só se|não existe|já (?:existe|há|está)|seulement si|n['’]existe|déjà là|existe déjà|solo se|non esiste|alleen als|nog niet|bestaat|tylko (?:jeśli|gdy)|nie istnieje)(?![\p{L}_])/iu;

/** What one command, or one script, does where the key is not there yet. */
const atOnce =
  /(?<![\p{L}_])(?:nx|setnx|msetnx|hsetnx|set_?if_?(?:absent|not_?exists?)|put_?if_?absent|set if (?:absent|not exists)|add_?if_?absent|lua|eval|evalsha|script|watch|compare[- ]and[- ]\p{L}{1,5}|cas|incr|redlock|redisson|mutex|trylock|single[- ]flight|for update|advisory\p{L}*)(?![\p{L}])/iu;

const isAtomic = /(?<![\p{L}_])at[oó]m\p{L}{0,8}/iu;

/** "Not atomic", "without NX", "kein Lua". */
const denied = new RegExp(
  `${denying(["not", "no", "without"])}(?:[\\s-](?:an?|one|any|really|es|een|une?))?[\\s-]["'\`]?(?:nx|setnx|lua|eval|script\\p{L}?|atom\\p{L}{0,8}|atóm\\p{L}{0,8}|watch)(?![\\p{L}])`,
  "giu",
);
