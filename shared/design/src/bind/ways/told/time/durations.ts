import { numerals } from "../../../../text/numerals.ts";
import { millisPer } from "../../../../text/time-units.ts";

/** A time as people write it: `10 minutes`, `10-minute`, `ten min`, `600s`, `10 Minuten`. */
export interface Duration {
  at: number;
  end: number;
  millis: number;
  /** It is the value of a setting rather than a part of a sentence. */
  isSet: boolean;
}

const number = String.raw`\d[\d_]{0,8}|${Object.keys(numerals).join("|")}`;
const units = String.raw`ms|milli\p{L}{1,12}|s|secs?|sec\p{L}{1,2}nd\p{L}{1,3}|seg\p{L}{1,2}nd\p{L}{1,3}|sek\p{L}{1,2}nd\p{L}{0,3}|m|mins?|minut\p{L}{0,3}|h|hrs?|hours?`;
const written = new RegExp(String.raw`(?<![\p{L}\p{N}.])(${number})[\s-]{0,2}(${units})(?![\p{L}\p{N}])`, "giu");

export const durationsIn = (text: string): Duration[] => [
  ...[...text.matchAll(written)].map((found) => {
    const [whole, count = "", unit = ""] = found;
    return {
      at: found.index,
      end: found.index + whole.length,
      millis: countOf(count) * (millisPer(unit) ?? 0),
      isSet: false,
    };
  }),
  ...[...text.matchAll(partOfHour)].map(({ index, 0: whole }) => ({
    at: index,
    end: index + whole.length,
    millis: /^(?:a )?half|^halb/i.test(whole) ? 1_800_000 : 900_000,
    isSet: false,
  })),
];

const partOfHour =
  /\b(?:a )?quarter of an hour\b|\b(?:a )?quarter[- ]hour\b|\bhalf an hour\b|\bhalf[- ]hour\b|\bviertelstunde\b|\bhalbe stunde\b|\bun cuarto de hora\b|\bun quart d['’]heure\b/gi;

const countOf = (text: string): number => numerals[text.toLowerCase()] ?? Number(text.replaceAll("_", ""));

/** `HOLD_TTL=600`, `holdTtlMinutes: 10`, `EX 600`, `'PX', 600000`, `EXPIRE hold:42 600`: a number whose unit its name says, seconds where it says none. */
export const settingsIn = (text: string): Duration[] =>
  [...text.matchAll(setting), ...text.matchAll(command)].map((found) => {
    const [whole, name = "", count = ""] = found;
    const value = Number(count.replaceAll("_", ""));
    const isMillis =
      /^p(?:x|setex|expire)|milli|ms["']?\s?[:=]/i.test(name) ||
      (value >= 10_000 && !/^(?:ex|setex|expire)\b/i.test(name));
    const per = isMinutes.test(name) ? 60_000 : isMillis ? 1 : 1_000;
    return {
      at: found.index + whole.indexOf(count, name.length),
      end: found.index + whole.length,
      millis: value * per,
      isSet: true,
    };
  });

const isMinutes = /^[^\s(]{0,80}min/i;

const setting =
  /\b((?:[\w-]{0,40}(?:ttl|timeout|duration|lifetime|window|minutes|mins|seconds|secs|millis|ms)\w{0,20}["']?\s{0,2}[:=]|of(?:minutes|seconds|millis)\(|(?:ex|px|ttl)["']?\s{0,2}[:=,]?)\s{0,2})(\d[\d_]{0,8})\b(?!\p{L}|\s(?:ms|milli|s(?:ec)?\b|sec|seg|sek|m(?:in)?\b|mins?\b|minut|h\b|hrs?\b|hour|stunde|hora|heure|ore\b|ora\b|d\b|days?\b|tag))/giu;

/** A command of Redis that has the time behind the key. */
const command = /\b(p?(?:setex|expire)(?:\s{0,2}\([^,)\n]{1,60},|\s[^\s,]{1,60}\s)\s?)(\d[\d_]{0,8})\b(?!\s?\p{L})/giu;

/** As steps have it. */
export const asDuration = (millis: number): string =>
  millis % 60_000 === 0 ? `${millis / 60_000}m` : millis % 1_000 === 0 ? `${millis / 1_000}s` : `${millis}ms`;
