import type { Fix } from "@proofroom/domain/design/finding";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";

/** An endpoint as a start for a capability that none serves yet, in the form in which the API document is written. */
export function snippetFix(name: string, capability: Capability, api: string): Fix | null {
  if (/^\s*[{[]/.test(api)) return null; // JSON: an insertion at a guessed place would break it
  const paths = /^paths:[ \t]*$/m.exec(api);
  const shape = shapeOf(name, capability, api);
  const label = "Insert an endpoint";
  if (paths !== null) {
    const from = paths.index + paths[0].length;
    return { label, edits: [{ document: "api", from, to: from, insert: `\n${openApi(name, capability, shape)}` }] };
  }
  if (/^openapi:|^swagger:/m.test(api)) return null;
  const from = api.trimEnd().length;
  return {
    label,
    edits: [
      { document: "api", from, to: api.length, insert: `${from === 0 ? "" : "\n"}${sketch(capability, shape)}\n` },
    ],
  };
}

interface Shape {
  method: string;
  path: string;
  body: [name: string, type: string][];
  status: number;
}

const bodies = new Set(["POST", "PUT", "PATCH"]);

function shapeOf(name: string, { find, in: inputs, writes }: Capability, api: string): Shape {
  const method = find.methods[0] ?? (writes ? "POST" : "GET");
  const hasBody = bodies.has(method);
  const fields = Object.entries(inputs).map(([field, written]): [string, string] => [field, fieldType(written).type]);
  const parameters = hasBody ? [] : fields.map(([field]) => `/{${field}}`);
  const short = find.redirects && parameters.length > 0 ? parameters.join("") : `/${name}${parameters.join("")}`;
  const path = api.includes(`${short}:`) ? `/${name}${parameters.join("")}` : short;
  return { method, path, body: hasBody ? fields : [], status: find.redirects ? 302 : hasBody ? 201 : 200 };
}

const typeInSketch: Record<string, string> = { url: "uri", int: "integer" };

function sketch({ out, find }: Capability, { method, path, body, status }: Shape): string {
  const sent =
    body.length === 0 ? "" : ` {${body.map(([field, type]) => `${field}: ${typeInSketch[type] ?? type}`).join(", ")}}`;
  const answered = find.redirects ? "" : ` {${Object.keys(out).join(", ")}}`;
  return `${method} ${path}${sent} -> ${status}${answered}`;
}

const typeInSchema: Record<string, string> = { url: "{ type: string, format: uri }", int: "{ type: integer }" };
const property = (field: string, type: string) =>
  `${field}: ${typeInSchema[fieldType(type).type] ?? "{ type: string }"}`;

function openApi(name: string, { out, find }: Capability, { method, path, body, status }: Shape): string {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(
    ([, field]) => `        - { name: ${field}, in: path, required: true, schema: { type: string } }`,
  );
  const sent = body.map(([field, type]) => property(field, type)).join(", ");
  const answered = Object.entries(out).map(([field, type]) => property(field, type));
  const content = (properties: string) =>
    `content: { application/json: { schema: { type: object, properties: { ${properties} } } } }`;
  return [
    `  ${path}:`,
    `    ${method.toLowerCase()}:`,
    `      operationId: ${name}`,
    `      x-capability: ${name}`,
    ...(parameters.length === 0 ? [] : ["      parameters:", ...parameters]),
    ...(body.length === 0 ? [] : [`      requestBody: { required: true, ${content(sent)} }`]),
    "      responses:",
    `        "${status}": { description: ${find.redirects ? "Redirect" : "Done"}${find.redirects ? "" : `, ${content(answered.join(", "))}`} }`,
  ].join("\n");
}
