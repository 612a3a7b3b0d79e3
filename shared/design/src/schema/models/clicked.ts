import { readSchema } from "../read-schema.ts";

/** What is told of a text, the SQL that its click writes, and what is told of that in turn. */
export function clicked(text: string): { told: string[]; sql: string; left: string[] } {
  const { findings } = readSchema(text);
  const sql = findings[0]?.fixes?.[0]?.edits[0]?.insert ?? "";
  return {
    told: findings.map(
      ({ rule, severity, line, message }) => `${severity} ${rule} ${line} ${message.split(",")[0] ?? ""}`,
    ),
    sql,
    left: readSchema(sql).findings.map(({ rule, message }) => `${rule}: ${message}`),
  };
}
