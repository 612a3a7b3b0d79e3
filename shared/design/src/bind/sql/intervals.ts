import { millisPer } from "../../text/time-units.ts";

/** `2 hours`, `1 hour 30 minutes`, `02:00:00`, `PT2H`, `1 day 00:30`: what an interval says, in milliseconds; null where it says none, or months. */
export function millisOfInterval(text: string): number | null {
  const said = text.trim();
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(said);
  if (iso !== null && said.length > 2) return sum(iso.slice(1), [86_400_000, 3_600_000, 60_000, 1_000]);
  const clock = /(?:^|\s)(\d{1,3}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(said);
  const ofClock = clock === null ? 0 : sum(clock.slice(1), [3_600_000, 60_000, 1_000]);
  const rest = clock === null ? said : said.slice(0, clock.index);
  if (!/^(?:\s*\d+(?:\.\d+)?\s*[a-z]+)*\s*$/i.test(rest)) return null;
  let millis = ofClock;
  for (const [, count = "", unit = ""] of rest.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/gi)) {
    const per = millisPer(unit);
    if (per === null) return null;
    millis += Number(count) * per;
  }
  return rest.trim() === "" && clock === null ? null : millis;
}

/** As `millisOfInterval`, also of months, of 30 days each, and of years. */
export function aboutMillisOf(text: string): number | null {
  const [, count, unit = ""] = /^(\d{1,4})\s*(mon(?:th)?s?|y(?:ea)?rs?)$/i.exec(text.trim()) ?? [];
  return count === undefined ? millisOfInterval(text) : Number(count) * (/^m/i.test(unit) ? 30 : 365) * 86_400_000;
}

const sum = (counts: readonly (string | undefined)[], per: readonly number[]): number =>
  counts.reduce((total, count, n) => total + Number(count ?? 0) * (per[n] ?? 0), 0);
