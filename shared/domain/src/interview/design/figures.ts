const scales: readonly [number, string][] = [
  [1e24, "septillion"],
  [1e21, "sextillion"],
  [1e18, "quintillion"],
  [1e15, "quadrillion"],
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];

/** Three digits from a hundred on, else two: as much as an estimate is worth. */
const rounded = (value: number): string =>
  value >= 99.5 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));

/** `916 million`, `3.5 trillion`, `10,000`. */
export function countWords(value: number): string {
  if (value >= 1e27) return power(value);
  const scale = scales.find(([least]) => value >= least * 0.9995);
  if (scale !== undefined) return `${rounded(value / scale[0])} ${scale[1]}`;
  return value >= 100 ? grouped(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** `56,800,235,584`; from 10¹⁵ on `3.5 × 10¹⁵`. */
export const exactWords = (value: number): string => (value >= 1e15 ? power(value) : grouped(Math.round(value)));

const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** `6.6 × 10¹¹`. */
export function power(value: number): string {
  const [digits = "1", exponent = "0"] = value.toExponential(1).split("e");
  const raised = Number(exponent)
    .toString()
    .replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "");
  return `${Number(digits)} × 10${raised}`;
}

const spans: readonly [number, string][] = [
  [31_557_600, "year"],
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** `106 days`, `18 years`, `1,116 years`, `14 minutes`. */
export function spanWords(seconds: number): string {
  const [size, name] = spans.find(([least]) => seconds >= least * 2) ?? [1, "second"];
  const value = seconds / size;
  const words =
    value >= 1e6 ? countWords(value) : value >= 9.5 ? grouped(Math.round(value)) : String(Number(value.toPrecision(2)));
  return `${words} ${name}${words === "1" ? "" : "s"}`;
}

const byteUnits = ["bytes", "kB", "MB", "GB", "TB", "PB"] as const;

/** `670 GB`, `20 GB`, `210 bytes`; decimal units. */
export function byteWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < byteUnits.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${Number(size.toPrecision(2)) >= 1_000 ? grouped(Math.round(size)) : Number(size.toPrecision(2))} ${byteUnits[unit] ?? "bytes"}`;
}
