import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { durationsIn, settingsIn } from "../time/durations.ts";
import { isOver } from "../time/staying.ts";
import type { Texts } from "../texts.ts";
import { noSuch } from "../../../../text/denial.ts";

/**
 * The words in which a key is put into the cache, or is said to have no end, where nothing in any document lets it go: neither a setting of
 * the command, nor how long it lasts, nor that it ends. Null where something does, or where it is not written how it is put there.
 */
export function isNeverLetGo({ beside, told, toldOfAll, design, all }: Texts): string | null {
  const api = all.slice(0, all.length - design.length);
  const denied = sentencesIn(design).find((one) => endless.test(one));
  const written = [beside, told, toldOfAll].flatMap((text) => command.exec(text)?.[0] ?? [])[0];
  const said = denied ?? written;
  if (said === undefined) return null;
  const isEnded =
    [...api.split("\n"), ...sentencesIn(design)].some((one) => tellsOfEnd(one.replace(endlessAll, " "))) ||
    (denied === undefined && ends.test(api));
  return isEnded ? null : asSaid(said);
}

/** `SET hold:{id} …`, `SETNX`, `redis.set(key, …)`, `setIfAbsent("hold:" + id, …)`. */
const command =
  /\b(?:set|setnx|msetnx|setIfAbsent|putIfAbsent|put)\b[\s(]{1,3}["'`]?(?:\p{L}[\p{L}\p{N}_]{0,30}:[^`\n]{0,100}|key\b[^`\n]{0,100})|\bSETNX\b|\bSET\b[^`\n.]{0,60}\bNX\b/iu;

/** Whether a line sets an end, by a command or in a setting. */
export const isEndSet = (line: string): boolean =>
  settings.test(line) || options.test(line) || settingsIn(line).length > 0;

export const tellsOfEnd = (sentence: string): boolean =>
  isEndSet(sentence) ||
  (durationsIn(sentence).length > 0 && !ofOthers.test(sentence)) ||
  ((isOver(withoutNames(sentence)) || byItself.test(sentence)) && !answered.test(sentence));

/** How a command gives a key its end. */
const settings =
  /(?<![\p{L}_])(?:p?setex|getex|p?expire(?:at)?|ttls?|time[- ]to[- ]live|timeouts?|time_?delta|duration\.\p{L}{1,12}|(?:ex|px)["'`]?\s?[:=,])(?![\p{L}_])/iu;
const options = /(?<![\p{L}_])(?:EX|PX)(?:AT)?(?![\p{L}_])/u;
const byItself =
  /(?<![\p{L}_])(?:by itself|by themselves|on its own|automatic\p{L}*|vanish\p{L}*|disappear\p{L}*|evict\p{L}*|sweep\p{L}*|cron|ttl)(?![\p{L}_])/iu;
const ofOthers =
  /(?<![\p{L}_])(?:seat map|seatmap|cached|snapshot|jwt|session|p9\d|latency|retry|retries)(?![\p{L}_])/iu;
const answered = /\b4(?:\d\d|xx)\b|\bgone\b/i;
/** An answer with its end, which some end must have come to. */
const ends = /\b(?:expires?|valid|held|hold|reserved|locked)_?(?:at|in|until|until_at|s|seconds)\b|\bttl/i;

const withoutNames = (text: string): string => text.replace(/\w{1,60}_\w{1,60}|\b[a-z]{1,40}[A-Z]\w{0,40}/g, " ");

const none = `${noSuch}\\s(?:\\p{L}{1,12}\\s)?["'\`]?(?:ttls?|expir\\p{L}*|ex|px|time[- ]to[- ]live|timeouts?|ablauf\\p{L}*|verfall\\p{L}*|caduc\\p{L}*|vencimiento|validade)(?![\\p{L}_])`;
const endless = new RegExp(none, "iu");
const endlessAll = new RegExp(none, "giu");
