import type { Endpoint } from "@proofroom/domain/design/model";
import { type Field, fieldsOf, isRecord, isRequired } from "../fields.ts";
import { isPaging } from "./paging.ts";

/** What a request carries of a new row, with how a step refers to it. */
export interface Sent extends Field {
  reference: string;
  isRequired: boolean;
}

/** The fields of the body, and what stands in the query of `POST /shorten?url=…`, which is no less sent. */
export function sentIn({ body, parameters }: Endpoint): Sent[] {
  const inBody = fieldsOf(body).map((field) => ({
    ...field,
    reference: `$body.${field.name}`,
    isRequired: isRequired(field.name, body),
  }));
  const inQuery = parameters
    .filter(({ in: where, name }) => where === "query" && !isPaging(name))
    .map(({ name, schema, required }) => ({
      name,
      schema: isRecord(schema) ? schema : {},
      reference: `$query.${name}`,
      isRequired: required,
    }));
  return [...inBody, ...inQuery];
}
