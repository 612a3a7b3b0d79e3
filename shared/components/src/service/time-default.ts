/** `now()` and its relatives, outside of quotes; quoted text and names are matched first, to be passed over. */
const readsTime =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\b(?:now|transaction_timestamp|statement_timestamp|clock_timestamp)\s*\(\s*\)|\b(?:current_timestamp|localtimestamp|current_date|current_time|localtime)\b(?:\s*\(\s*\d+\s*\))?/gi;

const casts: Record<string, string> = {
  localtimestamp: "timestamp",
  current_date: "date",
  current_time: "timetz",
  localtime: "time",
};

/**
 * A column default that reads the time, with the deployment's time in its place; null where it reads none. The database's
 * own clock does not move with the deployment's: a hold taken after the clock moved would be born expired.
 */
export function timeDefault(sql: string, bindNow: () => string): string | null {
  let isFound = false;
  let bound: string | null = null;
  const text = sql.replaceAll(readsTime, (found) => {
    if (found.startsWith("'") || found.startsWith('"')) return found;
    isFound = true;
    bound ??= bindNow();
    const cast = casts[found.replace(/\s*\(.*/s, "").toLowerCase()];
    return `(${bound}::timestamptz${cast === undefined ? "" : `::${cast}`})`;
  });
  return isFound ? text : null;
}
