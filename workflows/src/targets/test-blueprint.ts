import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";

const endpoint = {
  line: 1,
  parameters: [],
  words: [],
  inputs: {},
  outputs: {},
  confidence: 1,
};

/** For tests of targets: a link is stored and redirected to, by `replicas` services behind a gateway. */
export function linksBlueprint(replicas = 1, ddl?: Blueprint["ddl"]): Blueprint {
  return {
    ddl: ddl ?? [
      {
        line: 1,
        sql: "create table link (code text primary key, url text not null, born timestamptz not null default now())",
      },
    ],
    tables: [
      {
        name: "link",
        columns: [
          { name: "code", type: "text", nullable: false, generated: false, line: 1 },
          { name: "url", type: "text", nullable: false, generated: false, line: 1 },
          { name: "born", type: "timestamptz", nullable: false, generated: false, default: "now()", line: 1 },
        ],
        primaryKey: ["code"],
        uniques: [],
        foreignKeys: [],
        indexes: [],
        line: 1,
      },
    ],
    operations: [
      {
        ...endpoint,
        opId: "keep",
        method: "POST",
        path: "/links",
        body: { type: "object", required: ["url"], properties: { url: { type: "string", format: "uri" } } },
        bodyRequired: true,
        responses: [{ status: 201, headers: [] }],
        steps: [
          { insert: "link", values: { code: { base62: 7 }, url: "$body.url" } },
          { return: { status: 201, body: { code: "$row.code", born: "$row.born" } } },
        ],
      },
      {
        ...endpoint,
        opId: "open",
        method: "GET",
        path: "/{code}",
        bodyRequired: false,
        responses: [{ status: 302, headers: ["location"] }],
        steps: [{ get: "link", by: { code: "$path.code" } }, { redirect: "$row.url" }],
      },
    ],
    services: [{ id: "api", replicas, uses: [] }],
    gateway: { id: "gw", replicas: 1, healthMillis: 100, retryIdempotent: true, ejectAfter: 1, timeoutMillis: 5_000 },
    database: { id: "db" },
    standbys: [],
    parts: [],
    components: [],
    edges: [],
    notes: [],
  };
}
