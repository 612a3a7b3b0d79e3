import { asciiAddress } from "@proofroom/domain/ascii-address";
import { keyName, type KeySource } from "@proofroom/domain/design/key-words";
import type { Operation } from "@proofroom/domain/design/model";
import { caller } from "./caller.ts";
import { asSchema, sample, type Schema, typeOf, uuidFrom } from "./sample.ts";
import type { Request } from "./send.ts";

export interface Call {
  operation: Operation;
  /** Capability field → value. */
  values: Record<string, string>;
  /** Of these fields those that this endpoint has no place for are not sent. */
  needless: ReadonlySet<string>;
  /** Where an idempotent send carries its key, and what it is made of. */
  key?: { source: KeySource; value: string };
  /** Values that the problem does not speak of, by where they are sent: of `path.tenant` and `body.user_id` there has to be a row. */
  known?: ReadonlyMap<string, string>;
  /** Makes texts that the design requires and the problem does not speak of differ from call to call. */
  salt: string;
}

/** The request by which this design's endpoint serves a capability; whatever else it requires is made up. */
export function requestOf({ operation, values, needless, key, known, salt }: Call): Request {
  const path = new Map<string, string>();
  const query = new URLSearchParams();
  const headers: Record<string, string> = { accept: "application/json" };
  const body: Record<string, unknown> = {};
  const bodySchema = asSchema(operation.body);

  for (const { name, in: where, required, schema } of operation.parameters) {
    const there = known?.get(`${where}.${name}`);
    if (!required && where !== "path" && there === undefined) continue;
    const value = there ?? String(sample(schema, salt));
    if (where === "path") path.set(name, value);
    else if (where === "query") query.set(name, value);
    else headers[name.toLowerCase()] = value;
  }
  for (const name of bodySchema.required ?? []) body[name] = sample(bodySchema.properties?.[name], salt);
  for (const [at, value] of known ?? []) {
    const name = at.slice("body.".length);
    const isTaken = at.startsWith("body.") && Object.hasOwn(bodySchema.properties ?? {}, name.split(".")[0] ?? "");
    if (isTaken) put(body, name, bodySchema, value);
  }
  for (const [field, value] of Object.entries(values)) {
    const at = operation.inputs[field];
    if (at === undefined && needless.has(field)) continue;
    const { in: where, name } = at ?? place(operation, field);
    if (where === "path") path.set(name, value);
    else if (where === "query") query.set(name, value);
    else if (where === "header") headers[name.toLowerCase()] = value;
    else put(body, name, bodySchema, value);
  }
  // Whoever is not named in the request is told by the token that comes with it.
  const user = operation.inputs["user"] === undefined ? (values["user"] ?? known?.get(caller)) : undefined;
  if (user !== undefined) headers["authorization"] = `Bearer ${user}`;
  if (key !== undefined) {
    const { in: where, name } = placeOf(key.source);
    const value = keyValue(operation, { in: where, name }, key.value);
    if (where === "path") path.set(name, value);
    else if (where === "header") headers[name.toLowerCase()] = value;
    else put(body, name, bodySchema, value);
  }

  const hasBody = operation.method !== "GET" && (operation.body !== undefined || Object.keys(body).length > 0);
  if (hasBody) headers["content-type"] = "application/json";
  const filled = asciiAddress(
    operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(path.get(name) ?? salt)),
  );
  return {
    method: operation.method,
    path: query.size === 0 ? filled : `${filled}?${query.toString()}`,
    headers,
    ...(hasBody ? { body: JSON.stringify(body) } : {}),
  };
}

/** Where a field goes that nothing maps: into the path if that names it, else where the method carries its input. */
function place(operation: Operation, field: string): { in: "body" | "path" | "query" | "header"; name: string } {
  if (operation.path.includes(`{${field}}`)) return { in: "path", name: field };
  return { in: operation.method === "GET" || operation.method === "DELETE" ? "query" : "body", name: field };
}

/** `link.url` goes into the object `link`, unless the body has a field of that very name. */
function put(body: Record<string, unknown>, name: string, schema: Schema, value: string): void {
  const [first = "", ...rest] = name.split(".");
  if (rest.length === 0 || Object.hasOwn(schema.properties ?? {}, name)) {
    body[name] = typed(schema.properties?.[name], value);
    return;
  }
  const inner: unknown = body[first];
  const fields = { ...(typeof inner === "object" ? inner : {}) };
  put(fields, rest.join("."), asSchema(schema.properties?.[first]), value);
  body[first] = fields;
}

function typed(of: unknown, value: string): unknown {
  const schema: Schema = asSchema(of);
  const type = typeOf(schema);
  if (type === "array") return [typed(schema.items, value)];
  if ((type === "integer" || type === "number") && value.trim() !== "" && Number.isFinite(Number(value))) {
    return Number(value);
  }
  return type === "boolean" && (value === "true" || value === "false") ? value === "true" : value;
}

/**
 * A UUID made of the written key, as clients send them: it fits a column of text and one of type uuid alike. Where the
 * design declares its place to be shorter, as much of the UUID's digits as fits.
 */
function keyValue(operation: Operation, at: { in: string; name: string }, text: string): string {
  const declared = operation.parameters.find(
    ({ in: where, name }) => where === at.in && name.toLowerCase() === at.name.toLowerCase(),
  );
  const field = at.in === "body" ? asSchema(operation.body).properties?.[at.name] : undefined;
  const uuid = uuidFrom(text);
  const most = asSchema(declared?.schema ?? field).maxLength ?? uuid.length;
  return most >= uuid.length ? uuid : uuid.replaceAll("-", "").slice(0, most);
}

/** `$body.request_id` → the body's field of that name. */
function placeOf(source: KeySource): { in: "body" | "path" | "header"; name: string } {
  if ("header" in source) return { in: "header", name: source.header };
  return { in: source.sent.startsWith("$path.") ? "path" : "body", name: keyName(source) };
}
