const units: [RegExp, number][] = [
  [/^s(?:ec(?:ond)?s?)?$/i, 1_000],
  [/^m(?:in(?:ute)?s?)?$/i, 60_000],
  [/^h(?:(?:ou)?rs?)?$/i, 3_600_000],
  [/^d(?:ays?)?$/i, 86_400_000],
  [/^weeks?$/i, 604_800_000],
  [/^mon(?:th)?s?$/i, 2_592_000_000],
  [/^y(?:ea)?rs?$/i, 31_536_000_000],
];
const forms = [
  /^([-+])\s?interval\s?'?(\d{1,6})'?\s?([a-z]{1,7})'?$/i,
  /^([-+])\s?'(\d{1,6})\s?([a-z]{1,7})'::interval$/i,
  /^([-+])\s?make_interval\(([a-z]{1,7})\s?=>\s?(\d{1,6})\)$/i,
];

/** Milliseconds that an expression adds to a time, ` - interval '1 minute'`; 0 where there is none, null where it is no plain number of one unit. */
export function intervalIn(written: string): number | null {
  const text = written.trim();
  if (text === "") return 0;
  for (const form of forms) {
    const [, sign, one = "", other = ""] = form.exec(text) ?? [];
    if (sign === undefined) continue;
    const [count, unit] = /^\d/.test(one) ? [one, other] : [other, one];
    const millis = units.find(([name]) => name.test(unit))?.[1];
    return millis === undefined ? null : Number(count) * millis * (sign === "-" ? -1 : 1);
  }
  return null;
}
