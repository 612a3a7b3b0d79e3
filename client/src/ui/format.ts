const language = "en-GB"; // that of the page's words
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat(language, { weekday: "short" });
const date = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
const whole = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

/** "12:31", from an ISO time. */
export const clockText = (at: string): string => clock.format(new Date(at));

/** "24 Nov 2026, 12:31". */
export const momentText = (at: string): string => whole.format(new Date(at));

/** The shortest text that tells the day: today's hour, this week's day, else the date. */
export function dayText(at: string, now = Date.now()): string {
  const then = new Date(at);
  if (then.toDateString() === new Date(now).toDateString()) return clock.format(then);
  return now - then.getTime() < 6 * 86_400_000 ? weekday.format(then) : date.format(then);
}

/** "38 ms", "1.2 s", "2:05 min"; a no-break space keeps the unit with its figure. */
export function millisText(millis: number): string {
  if (millis < 1_000) return `${Math.round(millis)}\u00a0ms`;
  if (millis < 60_000) return `${(millis / 1_000).toFixed(1)}\u00a0s`;
  const seconds = Math.round(millis / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}\u00a0min`;
}

/** "12:04.201": the time within a log, to the millisecond. */
export function logTime(at: string): string {
  const then = new Date(at);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(then.getMinutes())}:${two(then.getSeconds())}.${String(then.getMilliseconds()).padStart(3, "0")}`;
}

const plural = new Intl.PluralRules(language);

/** "1 finding", "2 findings". */
export const countText = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${plural.select(n) === "one" ? one : many}`;

/** "A", "A and B", "A, B and C". */
export const listText = (items: string[]): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(items);
