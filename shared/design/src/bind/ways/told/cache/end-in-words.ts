import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import type { Texts } from "../texts.ts";
import { durationsIn } from "../time/durations.ts";
import { namesEnd } from "../time/looked-at.ts";
import { isEndSet, tellsOfEnd } from "./never-let-go.ts";

/**
 * The command that puts a key into the cache where there is none, and gives it no end, where nothing else in any document does: that a hold
 * lasts is told in words alone, which no cache reads. Null where anything tells how the key itself comes to its end.
 */
export function endInWords({ beside, told, toldOfAll, design, all }: Texts): string | null {
  if (!once.test(all)) return null;
  const written = [beside, told, toldOfAll].flatMap((text) => [...text.matchAll(command), ...text.matchAll(call)]);
  const [first] = written.map(([said]) => said).filter((said) => once.test(said) && !isElided.test(said));
  if (first === undefined || written.some(([said]) => hasEnd.test(said))) return null;
  const sentences = sentencesIn(design);
  if (!sentences.some((one) => durationsIn(one).length > 0 || namesEnd(one))) return null;
  const isEnded = all.split("\n").some(isEndSet) || sentences.some((one) => ofKey.test(one) && tellsOfEnd(one));
  return isEnded ? null : asSaid(first);
}

/** `SET hold:{id} {user} NX` in backticks, which could have its end, as `SETNX` could not; `redis.set(key, user, "NX")` on a line of code. */
const command = /`[^`\n]{0,20}\bSET\s[^`\n]{1,200}`/g;
const call =
  /\b(?:set|setnx|setIfAbsent|set_if_absent|putIfAbsent|put_if_absent|add)\s?\((?:[^()\n]|\([^()\n]{0,80}\)){1,200}\)/gi;
const once = /(?<![\p{L}_])(?:nx|setnx|msetnx|(?:set|put)_?if_?absent)(?![\p{L}_])/iu;
const isElided = /\.\.|…/;

/** Whatever a command may pass as its end. */
const hasEnd =
  /(?<![\p{L}])(?:ex|px|exat|pxat|ttl\w*|expir\w*|secs?|seconds?|millis\w*|mins?|minutes?|duration\w*|timeout\w*|lasts?|lifetime)(?![\p{L}])|(?<![\w:{])\d{2,}/iu;

/** A sentence about what is kept in the cache, rather than about a hold. */
const ofKey =
  /(?<!\p{L})(?:keys?|redis|valkey|memcached|cache|entr(?:y|ies)|it|they|schlüssel|eintrag|clave|llave|chave|clé|chiave|sleutel|klucz\p{L}{0,2}|ключ\p{L}{0,2})(?!\p{L})|[键鍵]|キー|키/iu;
