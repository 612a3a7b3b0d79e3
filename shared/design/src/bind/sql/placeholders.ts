/** A piece of SQL that Postgres parses, and the names of what is passed to it, the first one's first; empty where one has none. */
interface Placed {
  sql: string;
  names: string[];
}

/** `id = :seat and until < now() + INTERVAL 2 MINUTE` as `id = $1 and until < now() + interval '2 MINUTE'`. */
export function withPlaceholders(written: string): Placed {
  const names: string[] = [];
  const sql = written
    .replace(bareInterval, "interval '$1 $2'")
    .replace(quotedOrPassed, (whole, ...groups: (string | undefined)[]) => {
      if (whole.startsWith("'") || whole.startsWith("::")) return whole;
      names.push(groups.slice(0, 5).find((one) => one !== undefined) ?? "");
      return `$${names.length}`;
    });
  return { sql, names };
}

/** A text and a cast stay as they are; `:seat`, `@seat`, `$1`, `$seat`, `${id}`, `#{id}`, `{id}`, `<id>`, `%(id)s`, `%s` and `?` are passed. */
const quotedOrPassed =
  /'(?:[^']|'')*'|::\w+|[:@]([\p{L}_][\p{L}\p{N}_.]*)|\$(?!\{)([\p{L}\p{N}_.]+)|[$#]?\{{1,2}\s?([^{}\n]{1,60}?)\s?\}{1,2}|<(\w[\w ]{0,40})>|%\((\w+)\)s|%s|\?/gu;

/** `INTERVAL 2 MINUTE`, as MySQL has it. */
const bareInterval = /\binterval\s+(\d{1,6})\s+([a-z]{1,12})\b/gi;
