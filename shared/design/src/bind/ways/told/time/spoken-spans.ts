import { numerals } from "../../../../text/numerals.ts";
import type { Duration } from "./durations.ts";

/** `two days`, `for a week`, `48 Stunden`, `deux jours`, `两天`, `2日間`: a time in days, in weeks, in hours of any language, or in signs. */
export function spokenSpansIn(text: string): Duration[] {
  const found = [
    ...(maybe.test(text) ? text.matchAll(spoken) : []),
    ...(maybe.test(text) ? text.matchAll(ofOne) : []),
    ...(inSigns.test(text) ? text.matchAll(signs) : []),
  ];
  return found.flatMap(({ index, 0: whole, 1: count = "", 2: unit = "" }) => {
    const per = units.find(([pattern]) => pattern.test(unit))?.[1];
    const times = countOf(count);
    return per === undefined || times === 0
      ? []
      : [{ at: index, end: index + whole.length, millis: times * per, isSet: false }];
  });
}

const hours = String.raw`stunden?|horas?|heures?|or[ae]|uur|uren|godzin\p{L}{0,2}`;
const days = String.raw`days?|tag(?:e|en)?|d[ií]as?|jours?|journées?|giorn[oi]|dag(?:en|ar)?|dni|dzień`;
const weeks = String.raw`weeks?|wochen?|semanas?|semaines?|settiman[ae]|weken|tydzień|tygodni\p{L}{0,2}`;
const unit = `${hours}|${days}|${weeks}`;
const maybe = new RegExp(String.raw`[\s-](?:${unit})(?!\p{L})`, "iu");
const spoken = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(\d{1,5}|${Object.keys(numerals).join("|")})[\s-]{1,2}(${unit})(?![\p{L}\p{N}])`,
  "giu",
);

/** One of them is no rate: "for a day", though "400 holds a day". */
const ofOne = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:for|lasts?|after|within|in|für|nach|dauert|gilt|dura|durante|por|pendant|pour|dure|après|per|voor)\s)(an?|one|einen?|einer?|una?|une?|uma?|een)\s(?:full\s|whole\s|ganzen?\s|ganze\s)?(${unit})(?![\p{L}\p{N}])`,
  "giu",
);

const inSigns = /[天日週周星時时分]|[일주시분]/;
const signs =
  /(\d{1,5}|[一二两兩三四五六七八九十半]{1,3})\s?个?個?(秒鐘?|秒钟|分钟|分鐘|分間?|小时|小時|時間|天|日間|周|週間?|星期|초|분|시간|일(?:간)?|주(?:일|간)?)/g;

const units: readonly [RegExp, number][] = [
  [/^[秒초]/, 1_000],
  [/^[分분]/, 60_000],
  [/^(?:小[时時]|時間|시간)/, 3_600_000],
  [/^[天日일]/, 86_400_000],
  [/^[周週星주]/, 604_800_000],
  [new RegExp(`^(?:${hours})$`, "iu"), 3_600_000],
  [new RegExp(`^(?:${days})$`, "iu"), 86_400_000],
  [new RegExp(`^(?:${weeks})$`, "iu"), 604_800_000],
];

/** `48`, `two`, `a`, `两`, `十五`, `三十`; none of what is no number. */
function countOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  if (text === "半") return 0.5;
  if (!/\p{sc=Han}/u.test(text)) return numerals[text.toLowerCase()] ?? 1;
  const [tens = "", ones] = text.replace(/[两兩]/g, "二").split("十");
  return ones === undefined ? digit(tens) : (digit(tens) || 1) * 10 + digit(ones);
}

const digit = (sign: string): number => (sign === "" ? 0 : "一二三四五六七八九".indexOf(sign) + 1);
