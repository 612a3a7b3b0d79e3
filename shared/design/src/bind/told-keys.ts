import type { Table } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { EndpointRead } from "../api/endpoint.ts";
import { holdsKey } from "../schema/column-kind.ts";
import { uniqueLists } from "./column-of.ts";
import { isRecord } from "./fields.ts";
import { isKeyName } from "./idempotency.ts";
import { literally } from "./ways/statement.ts";

interface Told {
  tables: Table[];
  endpoints: EndpointRead[];
}

/**
 * Tables and endpoints of which a column and a field, `ref`, say that they keep a request's key, where the documents tell so though the
 * name does not: "unique per logical request", "same ref again: 200 with the first".
 */
export function withToldKeys({ tables, endpoints }: Told, texts: Record<DocumentName, string>): Told {
  const told = new Set(
    tables.flatMap((table) =>
      table.columns
        .filter((column) => isReference.test(column.name) && !isKeyName(column.name) && holdsKey(column))
        .filter(({ name }) => uniqueLists(table).some((list) => list.includes(name)))
        .flatMap(({ name }) => (isToldOf(name, texts.api) || isToldOf(name, texts.design) ? [name] : [])),
    ),
  );
  if (told.size === 0) return { tables, endpoints };
  return {
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map((one) => (told.has(one.name) ? { ...one, comment: keptKey } : one)),
    })),
    endpoints: endpoints.map((read) => ({
      ...read,
      endpoint: { ...read.endpoint, body: described(read.endpoint.body, told) },
    })),
  };
}

/** What a column's comment and a field's description say of it. */
const keptKey = "the Idempotency-Key";

const isReference = /^(?:(?:client|request|req|caller|sender|ext|external|source)_?)?(?:ref|reference|nonce|rid|txn)$/i;

function isToldOf(name: string, text: string): boolean {
  const called = literally(name);
  const ofRequest = new RegExp(
    `(?<![\\w-])${called}(?![\\w-])[^\\n]{0,80}\\b(?:(?:unique|one|new) (?:per|for each|for every) (?:logical )?request|(?:id|reference|token) (?:of|for) (?:this|the|each|every) (?:logical )?request)\\b`,
    "i",
  );
  const again = new RegExp(
    `(?:\\b20[01]\\b[^\\n]{0,60}(?:\\bsame ${called}\\b|(?<![\\w-])${called} (?:is )?(?:known|already|seen|again))|(?:\\bsame ${called}\\b|(?<![\\w-])${called} (?:is )?(?:known|already|seen|again))[^\\n]{0,60}\\b20[01]\\b)`,
    "i",
  );
  return ofRequest.test(text) || again.test(text);
}

function described(body: unknown, told: ReadonlySet<string>): unknown {
  if (!isRecord(body) || !isRecord(body["properties"])) return body;
  const properties = Object.entries(body["properties"]).map(([name, schema]) => [
    name,
    told.has(name) && isRecord(schema) ? { ...schema, description: keptKey } : schema,
  ]);
  return { ...body, properties: Object.fromEntries(properties) };
}
