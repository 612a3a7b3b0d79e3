const paths = (text: string): string => `openapi: 3.1.0\npaths:\n${text}`;
const get = "{ get: { responses: { 302: { description: go } } } }";
/** Sound, until something is put before it. */
export const soundOpenApi =
  'openapi: 3.1.0\npaths: { /urls: { post: { parameters: [{ in: header, name: Idempotency-Key, schema: { type: string } }], requestBody: { content: { application/json: { schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } } } } }, responses: { 201: { description: made, content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } } } } }, "/{code}": { get: { responses: { 302: { description: go } } } } }\n';
const laughs = "bcdefghij"
  .split("")
  .reduce(
    (text, name, n) => `${text}x-${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[n]}`).join(", ")}]\n`,
    "x-a: &a [lol, lol, lol]\n",
  );

/** APIs that must be stopped, by what is wrong with them. */
export const apiTexts: Record<string, string> = {
  "tabs that indent": "openapi: 3.1.0\npaths:\n\t/urls:\n\t\tpost: {}\n",
  "cut off in a map": paths("  /urls: { post: { responses: { 201: { desc"),
  "cut off in a text": paths('  "/urls'),
  "JSON cut off": '{"openapi": "3.1.0", "paths": {"/urls": {"post": ',
  "a comma too many": '{"openapi": "3.1.0",, "paths": {}}',
  "a reference to itself": paths(
    "  /urls:\n    post:\n      requestBody: { $ref: '#/paths/~1urls/post/requestBody' }\n",
  ),
  "references in a circle":
    "openapi: 3.1.0\ncomponents: { requestBodies: { A: { $ref: '#/components/requestBodies/B' }, B: { $ref: '#/components/requestBodies/A' } } }\npaths: { /urls: { post: { requestBody: { $ref: '#/components/requestBodies/A' } } } }",
  "a reference to nothing": paths("  /urls: { post: { requestBody: { $ref: '#/components/none' } } }"),
  "a reference to a file": paths("  /urls: { post: { requestBody: { $ref: 'file:///etc/passwd' } } }"),
  "operation ids twice": paths(
    `  /a: { get: { operationId: x, responses: { 200: { description: a } } } }\n  /b: { get: { operationId: x, responses: { 200: { description: a } } } }\n`,
  ),
  "one path twice": paths(`  /{a}: ${get}\n  /{b}: ${get}\n`),
  "one key twice": paths(`  /a: ${get}\n  /a: ${get}\n`),
  "no paths": "openapi: 3.1.0\ninfo: { title: x, version: '1' }\n",
  "an empty list of paths": "openapi: 3.1.0\npaths: {}\n",
  GraphQL: "type Query { url(code: String!): Url }\ntype Url { code: String! }\n",
  "protocol buffers": 'syntax = "proto3";\nservice Urls { rpc Shorten (Url) returns (Code); }\n',
  "code of a server": "app.post('/urls', async (req, res) => { res.json({}) })\n",
  "a list where methods belong": paths("  /urls: [get, post]\n"),
  "a few laughs as a path": `a: &a [x, x]\nb: &b [*a, *a]\n${paths("  /urls: *b\n")}`,
  "a billion laughs beside the endpoints": `${laughs}${soundOpenApi}`,
  "an extension within itself": `x-a: &a { b: [*a] }\n${soundOpenApi}`,
  "invisible letters in a path": "POST /u\u200brls {url: uri} -> 201 {code}\nGET /{code} -> 302\n",
  "control characters in a sketch":
    "POST /urls {url: uri} \u0007[Idempotency-Key] -> 201 {code}\nGET /{code} -> 302\u001b\n",
  "a status in letters": "POST /urls {url: uri} [Idempotency-Key] -> 2O1 {code}\nGET /{code} -> 302\n",
  "a parameter of 200 letters": `POST /urls {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{${"c".repeat(200)}} -> 302\n`,
  "a field of 200 letters": `POST /urls {url: uri, ${"f".repeat(200)}?: string} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302\n`,
  "a mistaken method": "PSOT /urls {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302\n",
  "an answer cut off": "POST /urls {url: uri} [Idempotency-Key] -> 201 {co\nGET /{code} -> 302\n",
  "a brace too many": "POST /urls {url: uri}} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302\n",
  "a prototype": paths("  /urls: { post: { x-operation: [{ insert: __proto__, values: { constructor: 1 } }] } }"),
  "a step of no vocabulary": paths("  /urls: { post: { x-operation: [{ eval: 'process.exit()' }] } }"),
  "SQL as a table": paths("  /urls: { post: { x-operation: [{ insert: 'urls; drop table urls', values: {} }] } }"),
  "a path that climbs": paths(`  /../../etc: ${get}\n`),
  "a path of 5,000 letters": paths(`  /${"a".repeat(5_000)}: ${get}\n`),
  "an open brace in a path": paths(`  "/{code": ${get}\n`),
  "a conflict of a merge": `<<<<<<< HEAD\n${paths("")}=======\npaths: {}\n>>>>>>> theirs\n`,
  "a sketch whose braces stay open": "POST /urls {url: uri\nGET /{code -> 302\n",
  "a list of endpoints without methods": '{"endpoints": [{"path": "/urls"}, {"method": "FETCH", "path": "/urls"}]}',
  "Swagger without a path": "swagger: '2.0'\npaths: []\n",
  "letters without width": "op\u200benapi: 3.1.0\npa\u200bths: {}\n",
  "a text that turns": "\u202eopenapi: 3.1.0\u202c\n",
  "nested a thousand deep": `${"a: {".repeat(1_000)}`,
  "an anchor of everything": `openapi: 3.1.0\npaths: &a { /urls: { post: { responses: *a, requestBody: *a } } }\nx: [*b]`,
  "a list of words": '["POST", "/urls"]',
  "a page of the web": "<!doctype html><html><body><h1>API</h1></body></html>",
  WSDL: '<definitions name="Urls"><portType name="P"/></definitions>',
  RAML: "#%RAML 1.0\ntitle: urls\n/urls:\n  post:\n    body: string\n",
  "a collection of Postman":
    '{"info": {"name": "urls"}, "item": [{"name": "shorten", "request": {"method": "POST", "url": "https://x/urls"}}]}',
  "methods without paths": "POST\nGET\nDELETE\n",
  "a path without a slash": paths(`  urls: ${get}\n`),
  "a capability of nobody": "POST /urls {url: uri} -> 201 {code}\n  x-capability: fly\nGET /{code} -> 302\n",
  "steps that end in the middle":
    "POST /urls {url: uri} -> 201 {code}\n  x-operation: [{ insert: urls, values: { code: \nGET /{code} -> 302\n",
  "a column of no table":
    "POST /urls {url: uri} -> 201 {code}\n  x-operation: [{ insert: urls, values: { kode: $body.url } }]\nGET /{code} -> 302\n",
  "a row before it is read":
    "POST /urls {url: uri} -> 201 {code}\nGET /{code} -> 302\n  x-operation: [{ redirect: $row.url }]\n",
  "one sketched endpoint twice":
    "POST /urls {url: uri} -> 201 {code}\nPOST /urls {url: uri} -> 201 {code}\nGET /{code} -> 302\n",
  "a list of paths": "openapi: 3.1.0\npaths: [/urls, /a]\n",
  "paths as a text": 'openapi: 3.1.0\npaths: "POST /urls"\n',
  "two documents in one": `${paths(`  /urls: ${get}\n`)}---\n${paths("")}`,
  "a number for a document": "42\n",
  "an endless anchor": "a: &a [*a, *a]\nopenapi: 3.1.0\npaths: *a\n",
  "letters that look alike": "РОST /urls {url: uri} -> 201 {code}\n",
  "a table of Markdown without methods": "| Path | Does |\n|---|---|\n| /urls | shortens |\n",
};
