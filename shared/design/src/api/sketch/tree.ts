import type { Node, Scalar } from "yaml";
import type { Tell } from "../../text/report.ts";
import { entriesOf, type Entry, type YamlRead } from "../../text/yaml.ts";
import { parametersIn } from "../path.ts";
import type { Draft } from "./draft.ts";
import { childOf, mapAt, nodeAt, scalarAt, seqAt, type Span } from "./nodes.ts";

type Part = readonly [key: string | Scalar, value: Node];

/**
 * The OpenAPI document that endpoints said in a few words mean; each of its nodes knows where they were said. `workers` are
 * the entries that say what workers do.
 */
export function treeOf(drafts: readonly Draft[], workers: readonly Entry[], tell: Tell): YamlRead {
  const nowhere = { from: 0, to: 0 };
  const paths = mapAt(drafts[0]?.methodAt ?? nowhere, []);
  for (const draft of drafts) {
    const path = childOf(paths, scalarAt(draft.path, draft.pathAt));
    const key = draft.method.toLowerCase();
    if (path.has(key)) {
      const message = `${draft.method} ${draft.path} stands here twice; keep one of the two.`;
      tell({ severity: "error", rule: "duplicate-path", message, ...draft.methodAt });
    } else path.set(scalarAt(key, draft.methodAt), operationOf(draft));
  }
  const said = workers.flatMap(({ value }) => entriesOf(value).flatMap(partOf));
  const root = mapAt(nowhere, [
    ["openapi", scalarAt("3.1.0", nowhere)],
    ["paths", paths],
    ...(workers.length === 0 ? [] : ([["x-workers", mapAt(nowhere, said)]] as const)),
  ]);
  return { root, resolve: (node) => node };
}

function operationOf(draft: Draft): Node {
  const at = draft.span;
  const summary: Part[] = draft.summary === "" ? [] : [["summary", scalarAt(draft.summary.slice(0, 200), at)]];
  const parameters = parametersOf(draft);
  const body: Part[] =
    draft.body === undefined
      ? []
      : [[scalarAt("requestBody", draft.body.span), bodyOf(draft.body.schema, draft.body.span)]];
  const map = mapAt(at, [
    ...summary,
    ["responses", mapAt(at, draft.answers.map(responseOf))],
    ...(parameters.length === 0 ? [] : ([["parameters", seqAt(at, parameters)]] as const)),
    ...body,
    ...draft.keys.flatMap(partOf),
  ]);
  map.flow = draft.isFlow;
  return map;
}

const partOf = ({ keyNode, key, value }: Entry): Part[] =>
  value === null ? [] : [[scalarAt(key, { from: keyNode.range?.[0] ?? 0, to: keyNode.range?.[1] ?? 0 }), value]];

function parametersOf({ path, pathAt, query, headers }: Draft): Node[] {
  const inPath = parametersIn(path).map((name) =>
    nodeAt({ name, in: "path", required: true, schema: { type: "string" } }, pathAt),
  );
  const inQuery = query.map(({ name, default: value, span, isUrl }) => {
    const isCount = value !== undefined && /^\d+$/.test(value);
    const typed =
      value === undefined
        ? isUrl === true
          ? { type: "string", format: "uri" }
          : {}
        : isCount
          ? { type: "integer", default: Number(value) }
          : { type: "string", default: value };
    return nodeAt({ name, in: "query", required: false, schema: typed }, span);
  });
  const inHeaders = headers.map(({ name, isRequired, schema, span }) =>
    nodeAt({ name, in: "header", required: isRequired, schema: schema ?? { type: "string" } }, span),
  );
  return [...inPath, ...inQuery, ...inHeaders];
}

function bodyOf(schema: Record<string, unknown>, span: Span): Node {
  return mapAt(span, [
    ["required", scalarAt(true, span)],
    ["content", nodeAt({ "application/json": { schema } }, span)],
  ]);
}

const responseOf = ({ status, schema, isLocated, description, span }: Draft["answers"][number]): Part => [
  scalarAt(String(status), span),
  nodeAt(
    {
      description: description ?? describe(status),
      ...(isLocated ? { headers: { Location: { schema: { type: "string" } } } } : {}),
      ...(schema === undefined ? {} : { content: { "application/json": { schema } } }),
    },
    span,
  ),
];

const describe = (status: number): string =>
  status < 300 ? "Done" : status < 400 ? "Redirect" : status < 500 ? "Refused" : "Failed";
