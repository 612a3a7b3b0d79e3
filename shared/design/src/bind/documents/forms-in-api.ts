import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import { textForm } from "@proofroom/domain/design/text-form";
import * as z from "zod/mini";
import { isTextColumn } from "../../schema/column-kind.ts";
import { fieldsOf } from "../fields.ts";
import { isSameName } from "../names.ts";
import { isNamed, type Sense } from "../sense.ts";

/**
 * Tables whose columns of text are held to what the API's schema says of them, where no check of their own does: a code that is read at
 * `/{code}` has the pattern and the lengths that `code` may have there, else where it is answered.
 */
export function formsInApi(tables: Table[], endpoints: readonly Endpoint[], senses: readonly Sense[]): Table[] {
  const forms = endpoints.flatMap(parametersOf).concat(endpoints.flatMap(answeredBy));
  if (forms.length === 0) return tables;
  return tables.map((table) => {
    const isOfColumn = (name: string): boolean => table.columns.some((column) => isSameName(column.name, name));
    const formOf = (column: Column): Form | undefined =>
      forms.find(({ name }) => isSameName(name, column.name)) ??
      forms.find(
        ({ name }) => !isOfColumn(name) && senses.some((one) => isNamed(one, name) && isNamed(one, column.name)),
      );
    const columns = table.columns.map((column) => {
      const isFree = isTextColumn(column) && column.matches === undefined && column.length === undefined;
      const { matches, length } = (isFree ? formOf(column) : undefined) ?? {};
      return { ...column, ...(matches === undefined ? {} : { matches }), ...(length === undefined ? {} : { length }) };
    });
    return { ...table, columns };
  });
}

interface Form extends Pick<Column, "matches" | "length"> {
  name: string;
}

const parametersOf = ({ parameters }: Endpoint): Form[] =>
  parameters.flatMap(({ name, in: where, schema }) => (where === "path" ? formIn(name, schema) : []));

const answeredBy = ({ responses }: Endpoint): Form[] =>
  responses.flatMap(({ status, schema }) =>
    status < 300 ? fieldsOf(schema).flatMap((field) => formIn(field.name.split(".").at(-1) ?? "", field.schema)) : [],
  );

const TextSchema = z.object({
  pattern: z.optional(z.string()),
  minLength: z.optional(z.int()),
  maxLength: z.optional(z.int()),
});

/** What a schema says of a text; none where it says nothing that a drawn text could be held to. */
function formIn(name: string, schema: unknown): Form[] {
  const said = TextSchema.safeParse(schema);
  if (!said.success) return [];
  const { pattern = "", minLength, maxLength } = said.data;
  const matches = textForm(pattern) === null ? undefined : pattern;
  const isMeasured = minLength !== undefined || maxLength !== undefined;
  const length = isMeasured
    ? { least: minLength ?? 0, ...(maxLength === undefined ? {} : { most: maxLength }) }
    : undefined;
  return matches === undefined && length === undefined ? [] : [{ name, matches, length }];
}
