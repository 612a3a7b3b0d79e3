import type { Finding } from "@proofroom/domain/design/finding";
import { tellInvisible } from "../text/invisible.ts";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { offsetsOf } from "../text/utf8.ts";
import type { Source, TableRead } from "./catalog.ts";
import { onlyCode, withoutClientLines } from "./client-lines.ts";
import { withoutDelimited } from "./delimited.ts";
import { ddlOfJson } from "./json-form.ts";
import { modelsIn } from "./models/models-in.ts";
import { readSql } from "./read-sql.ts";
import { afterBlank } from "./sql-text.ts";
import { withoutOtherBlanks } from "./typographic.ts";
import { unclosedIn } from "./unclosed.ts";
import { withoutUndoing } from "./undoing.ts";

export interface SchemaRead {
  tables: TableRead[];
  /** Statements to apply in order, with their line in the document. */
  ddl: { sql: string; line: number }[];
  findings: Finding[];
  /** True of a text that says nothing, so that nothing need be said about it. */
  isEmpty: boolean;
  /** Whether tables' offsets are offsets in the document, so that fixes can be written there. */
  isOwnText: boolean;
}

/** A schema's text as the parser takes it, every offset as it was. */
export const textOfSchema = (document: string): string =>
  document
    .toWellFormed()
    .replaceAll("\0", " ")
    .replace(/^\ufeff/, " ");

/** Reads PostgreSQL DDL, or the JSON form where the text begins with a brace or a bracket; of the models of a framework it says what they are. `loadModule()` has to be over. */
export function readSchema(document: string): SchemaRead {
  const whole = textOfSchema(document);
  const place = linesOf(whole);
  const { tell, findings } = reporter("schema", place);
  const models = modelsIn(onlyCode(whole));
  if (models !== null) {
    tell({ severity: "error", rule: "models", ...models });
    return { tables: [], ddl: [], findings, isEmpty: false, isOwnText: true };
  }
  tellInvisible("schema", whole, tell);
  const text = withoutUndoing(withoutDelimited(withoutClientLines(withoutOtherBlanks(whole, tell), tell), tell), tell);
  const start = afterBlank(text, 0);
  const unclosed = start >= text.length ? unclosedIn(text) : null;
  if (unclosed !== null) {
    tell({ severity: "error", rule: "syntax", message: unclosed.message, from: unclosed.at, to: unclosed.to });
    return { tables: [], ddl: [], findings, isEmpty: false, isOwnText: true };
  }
  if (start >= text.length) return { tables: [], ddl: [], findings, isEmpty: true, isOwnText: true };
  if (text[start] !== "{" && text[start] !== "[") {
    const source: Source = { sql: text, offsets: offsetsOf(text), place, isOwnText: true };
    return { ...readSql(source, tell), findings, isEmpty: false, isOwnText: true };
  }
  const json = ddlOfJson(text, tell);
  if (json === null) return { tables: [], ddl: [], findings, isEmpty: false, isOwnText: false };
  // What is said about generated SQL is told at the JSON that it came from.
  const inJson = ({ from, to: _to, ...rest }: Parameters<typeof tell>[0]) => tell({ ...rest, from: json.origin(from) });
  const source: Source = {
    sql: json.sql,
    offsets: offsetsOf(json.sql),
    place: (offset) => place(json.origin(offset)),
    isOwnText: false,
  };
  return { ...readSql(source, inJson), findings, isEmpty: json.sql === "" && findings.length === 0, isOwnText: false };
}
