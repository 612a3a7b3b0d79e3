/** A shortener's schema and API as one person writes them, with the steps that are meant. */
export interface Hand {
  schema: string;
  api: string;
  /** The table and the columns that `shorten` fills, and how; then the column that `resolve` looks in and leads to. */
  fills: { [table: string]: Record<string, unknown> };
  reads: { table: string; by: Record<string, string>; redirect: string; status?: number };
}

const sent = (properties: string): string =>
  `requestBody: { content: { application/json: { schema: { type: object, required: [${/\w+/.exec(properties)?.[0]}], properties: { ${properties} } } } } }`;
const answered = (status: number, properties: string): string =>
  `responses: { "${status}": { description: ok, content: { application/json: { schema: { type: object, properties: { ${properties} } } } } } }`;
const text = "{ type: string }";
const uri = "{ type: string, format: uri }";
const paths = (shorten: string, resolve: string, body: string, answer: string, status = 302): string =>
  `openapi: 3.1.0
paths:
  ${shorten}:
    post:
      ${body}
      ${answer}
  ${resolve}:
    get:
      responses: { "${status}": { description: go }, "404": { description: none } }
`;
const plain = paths("/urls", "/{code}", sent(`url: ${uri}`), answered(201, `code: ${text}`));
const random = { base62: 7 };

/** Designs that are sound, none of them spelled as the next; each has to be bound without a question. */
export const hands: Record<string, Hand> = {
  "users counted up beside urls": {
    schema: `create table users (id bigserial primary key, email text not null unique, created_at timestamptz not null default now());
create table urls (code text primary key, url text not null, user_id bigint references users (id), created_at timestamptz not null default now());
create index on urls (user_id);`,
    api: plain,
    fills: { urls: { code: random, url: "$body.url" } },
    reads: { table: "urls", by: { code: "$path.code" }, redirect: "$row.url" },
  },
  "users with a UUID beside urls": {
    schema: `create table users (id uuid primary key default gen_random_uuid(), name text);
create table urls (id uuid primary key default gen_random_uuid(), code varchar(8) not null unique, url text not null);`,
    api: plain,
    fills: { urls: { code: random, url: "$body.url" } },
    reads: { table: "urls", by: { code: "$path.code" }, redirect: "$row.url" },
  },
  "clicks that refer to a code": {
    schema: `create table urls (code text primary key, url text not null);
create table clicks (id bigserial primary key, code text not null references urls (code), clicked_at timestamptz not null default now(), referrer_url text);
create index on clicks (code);`,
    api: plain,
    fills: { urls: { code: random, url: "$body.url" } },
    reads: { table: "urls", by: { code: "$path.code" }, redirect: "$row.url" },
  },
  "clicks without a foreign key": {
    schema: `create table links (id serial primary key, slug text unique not null, target text not null);
create table visits (id serial primary key, slug text not null, visited_at timestamptz default now());`,
    api: paths("/links", "/{slug}", sent(`target: ${uri}`), answered(201, `slug: ${text}, target: ${text}`), 301),
    fills: { links: { slug: random, target: "$body.target" } },
    reads: { table: "links", by: { slug: "$path.slug" }, redirect: "$row.target", status: 301 },
  },
  "users, mappings and clicks": {
    schema: `create table users (id serial primary key, email text unique, api_key text);
create table mappings (id serial primary key, short_code varchar(10) not null unique, long_url text not null, user_id int references users (id));
create table clicks (id serial primary key, short_code varchar(10) references mappings (short_code), at timestamptz);
create index on mappings (user_id);
create index on clicks (short_code);`,
    api: plain,
    fills: { mappings: { short_code: random, long_url: "$body.url" } },
    reads: { table: "mappings", by: { short_code: "$path.code" }, redirect: "$row.long_url" },
  },
  "camel case below /api/v1": {
    schema: `create table "User" ("userId" uuid primary key default gen_random_uuid(), "userName" text);
create table "ShortUrl" ("shortUrlId" bigint generated always as identity primary key, "shortCode" varchar(7) not null unique, "originalUrl" text not null, "createdAt" timestamptz not null default now());`,
    api: paths("/api/v1/shorten", "/api/v1/{shortCode}", sent(`longUrl: ${uri}`), answered(200, `shortCode: ${text}`)),
    fills: { ShortUrl: { shortCode: random, originalUrl: "$body.longUrl" } },
    reads: { table: "ShortUrl", by: { shortCode: "$path.shortCode" }, redirect: "$row.originalUrl" },
  },
  "an archive of the same columns": {
    schema: `create table links (code text primary key, url text not null);
create table old_rows (code text primary key, url text not null);`,
    api: paths("/links", "/{code}", sent(`url: ${uri}`), answered(201, `code: ${text}`)),
    fills: { links: { code: random, url: "$body.url" } },
    reads: { table: "links", by: { code: "$path.code" }, redirect: "$row.url" },
  },
  "a user in the body of a shorten that names no table": {
    schema: `create table users (id bigserial primary key, email text);
create table urls (id bigserial primary key, code text not null unique, long_url text not null, user_id bigint references users (id));
create index on urls (user_id);`,
    api: paths(
      "/shorten",
      "/{code}",
      sent(`url: ${uri}, user_id: { type: integer }`),
      answered(201, `short_url: ${text}`),
    ),
    fills: { urls: { code: random, long_url: "$body.url", user_id: "$body.user_id" } },
    reads: { table: "urls", by: { code: "$path.code" }, redirect: "$row.long_url" },
  },
  "a custom alias that may be left out": {
    schema: `create table users (id serial primary key, email text);
create table urls (id serial primary key, code text unique not null, url text not null);`,
    api: paths("/urls", "/{code}", sent(`url: ${uri}, alias: ${text}`), answered(201, `code: ${text}`)),
    fills: { urls: { code: { coalesce: ["$body.alias", random] }, url: "$body.url" } },
    reads: { table: "urls", by: { code: "$path.code" }, redirect: "$row.url" },
  },
  "an alias that is the key": {
    schema: "create table links (slug varchar(5) primary key, target_url text not null, expires_at timestamptz);",
    api: paths(
      "/api/links",
      "/r/{slug}",
      sent(`target_url: ${uri}, slug: ${text}, expires_at: ${text}`),
      answered(201, `slug: ${text}`),
      307,
    ),
    fills: {
      links: {
        slug: { coalesce: ["$body.slug", { base62: 5 }] },
        target_url: "$body.target_url",
        expires_at: "$body.expires_at",
      },
    },
    reads: { table: "links", by: { slug: "$path.slug" }, redirect: "$row.target_url", status: 307 },
  },
  "short and long": {
    schema: `create table accounts (id serial primary key, email text);
create table pairs (short text primary key, long text not null, hits bigint not null default 0);`,
    api: paths("/shorten", "/{short}", sent(`long: ${uri}`), answered(200, `short: ${text}`), 301),
    fills: { pairs: { short: random, long: "$body.long" } },
    reads: { table: "pairs", by: { short: "$path.short" }, redirect: "$row.long", status: 301 },
  },
  "a base path under servers": {
    schema: `create table users (id serial primary key);
create table urls (code text primary key, url text not null);`,
    api: plain.replace("paths:", "servers: [{ url: /api/v1 }]\npaths:"),
    fills: { urls: { code: random, url: "$body.url" } },
    reads: { table: "urls", by: { code: "$path.code" }, redirect: "$row.url" },
  },
  "a sketch of one endpoint a line": {
    schema: `create table users (id serial primary key, email text unique);
create table urls (code text primary key, url text not null, owner text, created_at timestamptz not null default now());`,
    api: `POST /links {url: uri, alias?: string(4..32)} -> 201 {code} | 409
GET /{code} -> 302 | 404
GET /links?owner&cursor&limit=20 -> 200 [{code, url}]
`,
    fills: { urls: { code: { coalesce: ["$body.alias", random] }, url: "$body.url" } },
    reads: { table: "urls", by: { code: "$path.code" }, redirect: "$row.url", status: 302 },
  },
  "the endpoints of a README": {
    schema: `CREATE TABLE "ShortUrl" ("id" bigserial PRIMARY KEY, "shortCode" varchar(10) NOT NULL UNIQUE, "originalUrl" text NOT NULL);`,
    api: `# API

- \`POST /api/shorten\` creates a short link

  \`\`\`json
  { "originalUrl": "https://example.com/some/page" }
  \`\`\`

  Response 201:

  \`\`\`json
  { "shortCode": "abc1234" }
  \`\`\`
- \`GET /:shortCode\` → 301 to the original URL, 404 otherwise
`,
    fills: { ShortUrl: { shortCode: random, originalUrl: "$body.originalUrl" } },
    reads: { table: "ShortUrl", by: { shortCode: "$path.shortCode" }, redirect: "$row.originalUrl", status: 301 },
  },
  "references in JSON": {
    schema: `create table app_user (id bigint generated by default as identity primary key, email text not null);
create table short_link (short_id text primary key, destination text not null, owner_id bigint references app_user (id));
create table link_click (id bigint generated always as identity primary key, short_id text not null references short_link (short_id));
create index on short_link (owner_id);
create index on link_click (short_id);`,
    api: JSON.stringify({
      openapi: "3.0.3",
      info: { title: "Links", version: "1" },
      components: {
        schemas: {
          NewLink: {
            type: "object",
            required: ["destination"],
            properties: { destination: { type: "string", format: "uri" } },
          },
          Link: { type: "object", properties: { short_id: { type: "string" }, destination: { type: "string" } } },
        },
      },
      paths: {
        "/v1/short-links": {
          post: {
            operationId: "createShortLink",
            requestBody: {
              required: true,
              content: { "application/json": { schema: { $ref: "#/components/schemas/NewLink" } } },
            },
            responses: {
              201: {
                description: "made",
                content: { "application/json": { schema: { $ref: "#/components/schemas/Link" } } },
              },
            },
          },
        },
        "/{short_id}": {
          get: {
            operationId: "follow",
            parameters: [{ name: "short_id", in: "path", required: true, schema: { type: "string" } }],
            responses: { 302: { description: "go" } },
          },
        },
      },
    }),
    fills: { short_link: { short_id: random, destination: "$body.destination" } },
    reads: { table: "short_link", by: { short_id: "$path.short_id" }, redirect: "$row.destination" },
  },
};
