import type { Column } from "./model.ts";

type EpochUnit = "seconds" | "millis";

/** Whether a column keeps a moment: of a type made for that, or as a number that counts from 1970. */
export const isMoment = (column: Column): boolean =>
  /^(?:timestamp|date)/.test(column.type) ||
  (isWhole(column) && (isNamedMoment(column) || counts.test(saidOf(column))));

const isWhole = ({ type }: Column): boolean => /^(?:integer|bigint)/.test(type);

const isNamedMoment = ({ name }: Column): boolean =>
  (moment.test(withoutUnit(name)) || (inMillis.test(name) && past.test(withoutUnit(name)))) && !lapse.test(name);

/** `held_until_ms` → `held_until`. */
export const withoutUnit = (name: string): string => name.replace(unit, "");

/** In which zone a time is told says nothing of what it is: `held_until_utc` → `held_until`, `HoldUntilUtc` without quotes, `holduntilutc`, too. */
export const withoutZone = (name: string): string => name.replace(zone, "");

const zone = /(?:_?(?:utc|gmt)|_tz)$/i;

const past = /(?:created|updated|inserted|issued|held|sold|booked|confirmed|reserved|locked|expired?)$/i;

/** `expires_at`, `heldUntil`, `expiry`, as the end of a name. */
const moment =
  /(?:^|_)(?:at|until|till|ts|timestamp|expires|expiry|expiration|deadline|epoch|bis|hasta|jusqua|fino|tot)$|(?:[a-z](?:At|Until|Till|Ts|Timestamp|Expires|Expiry|Expiration|Deadline))$/;
const unit =
  /(?:_?(?:epoch|unix))?(?:_(?:ms|msec|millis|milliseconds|s|sec|secs|seconds)|(?:Ms|Msec|Millis|Sec|Secs|Seconds))?$/;
const lapse = /(?:^|_)(?:ttl|duration|timeout|interval|age)(?:_|$)|[a-z](?:Ttl|Duration|Timeout|Interval)/i;

const counts = /\bepoch\b|\bunix\b|since 1970|(?:milli)?seconds? since/i;

const saidOf = ({ comment = "", default: standard = "" }: Column): string => `${comment} ${standard}`;

const inMillis = /(?:_(?:ms|msec|millis|milliseconds)|Ms|Msec|Millis)$/;
const inSeconds = /(?:_(?:s|sec|secs|seconds)|Sec|Secs|Seconds)$/;

/**
 * In what a column of whole numbers counts moments: as its name, its default or its comment says. A bigint of which none of them says it
 * counts milliseconds, since seconds fit an integer.
 */
export function epochUnit(column: Column): EpochUnit | undefined {
  const { name, type } = column;
  if (!isWhole(column)) return undefined;
  const said = saidOf(column);
  if (inMillis.test(name) || /\bms\b|millis|\*\s*1_?000\b/i.test(said)) return "millis";
  if (inSeconds.test(name) || /\bsec|\bs\b|epoch|unix/i.test(said)) return "seconds";
  return type.startsWith("integer") ? "seconds" : "millis";
}

export const sinceEpoch = (at: Date, counted: EpochUnit): number =>
  counted === "millis" ? at.getTime() : Math.floor(at.getTime() / 1_000);
