import { isRecord } from "../bind/fields.ts";

/** An operation of OpenAPI as Swagger 2.0 writes it: its body is a parameter, and schemas stand where types are needed. */
export function asSwagger(operation: Record<string, unknown>): Record<string, unknown> {
  const { parameters, requestBody, responses, ...rest } = operation;
  const listed = (Array.isArray(parameters) ? parameters : []).filter(isRecord).map(({ schema, ...parameter }) => ({
    ...parameter,
    ...(isRecord(schema) ? schema : { type: "string" }),
  }));
  const body = schemaIn(requestBody);
  const sent = body === undefined ? [] : [{ name: "body", in: "body", required: true, schema: body }];
  const all = [...listed, ...sent];
  const answers = Object.entries(isRecord(responses) ? responses : {}).map(([status, answer]) => {
    const { content: _content, ...said } = isRecord(answer) ? answer : {};
    const schema = schemaIn(answer);
    return [status, { ...said, ...(schema === undefined ? {} : { schema }) }];
  });
  return { ...rest, ...(all.length === 0 ? {} : { parameters: all }), responses: Object.fromEntries(answers) };
}

function schemaIn(part: unknown): unknown {
  const content = isRecord(part) ? part["content"] : undefined;
  const media = isRecord(content) ? Object.values(content)[0] : undefined;
  return isRecord(media) ? media["schema"] : undefined;
}
