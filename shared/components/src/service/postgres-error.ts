/** What a refusal of Postgres says, as far as a service acts on it. */
export interface PostgresError {
  code: string;
  message: string;
  /** Columns of the key that was refused, as the detail names them; a part of an expression keeps its brackets. */
  columns: string[];
}

/** Null for an error that is not a refusal by the database, such as a broken connection. */
export function postgresError(error: unknown): PostgresError | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  if (!/^[0-9A-Z]{5}$/.test(error.code)) return null;
  const detail = "detail" in error && typeof error.detail === "string" ? error.detail : "";
  const listed = /^Key \((.*?)\)=\(/s.exec(detail)?.[1] ?? "";
  const columns = listed === "" ? [] : listed.split(", ").map((name) => name.replaceAll('"', ""));
  return { code: error.code, message: error.message, columns };
}
