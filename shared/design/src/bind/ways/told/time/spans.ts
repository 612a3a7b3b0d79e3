import { millisPer } from "../../../../text/time-units.ts";
import { millisOfInterval } from "../../../sql/intervals.ts";
import type { Duration } from "./durations.ts";

const unit = "(milliseconds?|millis|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?)";
const count = String.raw`(\d[\d_]{0,8})`;
const one = String.raw`(?:milliseconds?|millis|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?)\s{0,2}(?:=>|:=|[:=])\s{0,2}\d{1,8}`;
const product = String.raw`\d[\d_]{0,8}(?:\s{0,2}\*\s{0,2}\d[\d_]{0,8}){1,4}`;

type Groups = readonly (string | undefined)[];

/** How SQL and people's languages write a span of time; what stands before is the time that it is added to. */
const forms: readonly [RegExp, (groups: Groups) => number | null][] = [
  [/\binterval\s{0,2}'([^'\n]{1,40})'\s{0,2}\*\s{0,2}(\d{1,8})\b/giu, ([text, times]) => multiplied(text, times)],
  [/\b(\d{1,8})\s{0,2}\*\s{0,2}interval\s{0,2}'([^'\n]{1,40})'/giu, ([times, text]) => multiplied(text, times)],
  [/\binterval\s{0,2}'(\d{1,8})'\s{1,2}(second|minute|hour|day)\b/giu, ([n, per]) => timesUnit(n, per)],
  [/\binterval\s{0,2}'([^'\n]{1,40})'/giu, ([text = ""]) => millisOfInterval(text)],
  [/'([^'\n]{1,40})'\s{0,2}::\s{0,2}interval\b/giu, ([text = ""]) => millisOfInterval(text)],
  [
    /(?<![\w'])["']?(P(?:\d{1,5}D)?T?(?:\d{1,5}[HMS]){1,3}|P\d{1,5}D)["']?(?!\w)/gu,
    ([text = ""]) => millisOfInterval(text),
  ],
  [/\+\s{0,2}'(\d{1,3}:\d\d(?::\d\d)?)'/gu, ([text = ""]) => millisOfInterval(text)],
  [
    new RegExp(
      String.raw`\b(?:make_interval|timedelta|dateutil\.relativedelta|relativedelta|Duration)\s?\(\s{0,2}((?:${one}\s{0,2},?\s{0,2}){1,4})\)`,
      "giu",
    ),
    ([parts = ""]) => summed(parts),
  ],
  [new RegExp(String.raw`\binterval\s{1,2}${count}\s{1,2}${unit}\b`, "giu"), ([n, per]) => timesUnit(n, per)],
  [
    new RegExp(String.raw`\b(?:dateadd|timestampadd)\s?\(\s{0,2}${unit}\s{0,2},\s{0,2}${count}\b`, "giu"),
    ([per, n]) => timesUnit(n, per),
  ],
  [
    new RegExp(String.raw`(?:->|\.|\b)(?:add|plus|in)_?${unit}\s?\(\s{0,2}${count}\s{0,2}\)`, "giu"),
    ([per, n]) => timesUnit(n, per),
  ],
  [
    new RegExp(
      String.raw`(?:\b(?:Duration|TimeSpan|Period)\.)?\b(?:of|from)_?${unit}\s?\(\s{0,2}${count}\s{0,2}\)`,
      "giu",
    ),
    ([per, n]) => timesUnit(n, per),
  ],
  [
    new RegExp(String.raw`\.(?:add|plus)\s?\(\s{0,2}${count}\s{0,2},\s{0,2}["']${unit}["']`, "giu"),
    ([n, per]) => timesUnit(n, per),
  ],
  [
    new RegExp(String.raw`\.(?:plus|add)\s?\(\s{0,2}\{\s{0,2}${unit}\s{0,2}:\s{0,2}${count}\s{0,2}\}`, "giu"),
    ([per, n]) => timesUnit(n, per),
  ],
  [new RegExp(String.raw`(?<![\w.])${count}\.${unit}\b`, "giu"), ([n, per]) => timesUnit(n, per)],
  [new RegExp(String.raw`(?<![\w.])${count}\s?\*\s?time\.${unit}\b`, "giu"), ([n, per]) => timesUnit(n, per)],
  [new RegExp(String.raw`\btime\.${unit}\s?\*\s?${count}\b`, "giu"), ([per, n]) => timesUnit(n, per)],
  [new RegExp(String.raw`\btime\.${unit}(?!\w|\s?\()`, "gu"), ([per]) => timesUnit("1", per)],
  [
    new RegExp(String.raw`(?<=\bDate\.now\(\)\s{0,2}\+\s{0,2})(${product}|\d[\d_]{3,9})`, "gu"),
    ([text = ""]) => productOf(text),
  ],
];

/** What is written as a span in code rather than in words: `make_interval(hours => 2)`, `addHours(2)`, `2.hours`, `'PT2H'`, `interval '1 second' * 7200`. */
export function spansIn(text: string): Duration[] {
  if (!maybe.test(text)) return [];
  const found: Duration[] = [];
  for (const [pattern, millisIn] of forms)
    for (const match of text.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length];
      const millis = millisIn(match.slice(1));
      if (millis !== null && !found.some((other) => at < other.end && other.at < end))
        found.push({ at, end, millis, isSet: isPassed.test(match[0]) });
    }
  return found;
}

/** `Duration.ofMinutes(10)` is passed on as a setting is. */
const isPassed = /^(?:Duration\.)?of[A-Z]/;

const maybe =
  /interval|PT?\d|\+\s{0,2}'\d|timedelta|relativedelta|Duration|add|plus|of[A-Z_]|from|\d\.(?:sec|min|hour|day)|time\.|Date\.now/i;

const multiplied = (text = "", times = ""): number | null => {
  const millis = millisOfInterval(text);
  return millis === null ? null : millis * Number(times);
};

function timesUnit(n = "", per = ""): number | null {
  const millis = millisPer(per);
  return millis === null ? null : millis * Number(n.replaceAll("_", ""));
}

const summed = (parts: string): number =>
  [...parts.matchAll(/(\w+)\s{0,2}(?:=>|:=|[:=])\s{0,2}(\d+)/g)].reduce(
    (sum, [, per, n]) => sum + (timesUnit(n, per) ?? 0),
    0,
  );

const productOf = (text: string): number =>
  text.split("*").reduce((all, part) => all * Number(part.replaceAll("_", "").trim()), 1);
