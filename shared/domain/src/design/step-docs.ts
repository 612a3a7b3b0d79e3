/** Names from a design, so that an example speaks of its own table. */
export interface ExampleNames {
  table: string;
  key: string;
  column: string;
}

interface WordDocs {
  /** What the word does, in one sentence. */
  says: string;
  /** A step as it is written, in one line of YAML without its dash, and no braces around it. */
  example: (names: ExampleNames) => string;
}

/** What each step of `x-operation` does, with an example. */
export const stepDocs: Record<string, WordDocs> = {
  insert: {
    says: "Adds a row to a table; onConflict says what to do about a value that is taken.",
    example: ({ table, column }) => `insert: ${table}, values: {${column}: $body.${column}}`,
  },
  get: {
    says: "Reads one row and answers 404, or the status under else, where there is none.",
    example: ({ table, key }) => `get: ${table}, by: {${key}: $path.${key}}`,
  },
  list: {
    says: "Lists the rows that fit, in an order, a page at a time.",
    example: ({ table, key }) => `list: ${table}, order: [${key}], limit: $query.limit`,
  },
  count: {
    says: "Counts the rows that fit; $count is how many there are.",
    example: ({ table, key }) => `count: ${table}, where: {${key}: $path.${key}}`,
  },
  update: {
    says: "Changes the row that fits and answers the status under else where none does: a guarded write.",
    example: ({ table, key, column }) =>
      `update: ${table}, set: {${column}: $body.${column}}, where: {${key}: $path.${key}}, else: 409`,
  },
  delete: {
    says: "Deletes the rows that fit.",
    example: ({ table, key }) => `delete: ${table}, where: {${key}: $path.${key}}`,
  },
  increment: {
    says: "Adds to a column in one atomic statement, by 1 unless it says otherwise.",
    example: ({ table, key, column }) => `increment: ${table}.${column}, where: {${key}: $path.${key}}`,
  },
  publish: {
    says: "Sends a message to a queue; what its worker does happens later.",
    example: ({ table, key }) => `publish: ${table}, message: {${key}: $row.${key}}`,
  },
  "cache.get": {
    says: "Reads a key of the cache; $cached is what it held.",
    example: ({ table, key }) => `cache.get: "${table}:{path.${key}}"`,
  },
  "cache.put": {
    says: "Keeps a value in the cache under a key, for as long as ttl says.",
    example: ({ table, key }) => `cache.put: "${table}:{path.${key}}", value: $row, ttl: 5m`,
  },
  "cache.delete": {
    says: "Removes a key from the cache, as after a write to what it holds.",
    example: ({ table, key }) => `cache.delete: "${table}:{path.${key}}"`,
  },
  "cache.increment": {
    says: "Adds to a counter in the cache atomically; $count is its new value.",
    example: ({ table, key }) => `cache.increment: "${table}:{path.${key}}", ttl: 1m`,
  },
  "object.put": {
    says: "Keeps a value in the object store under a name.",
    example: ({ table, key, column }) => `object.put: "${table}/{path.${key}}", body: $body.${column}`,
  },
  "object.get": {
    says: "Reads an object by its name and answers 404 where there is none; $object is what it held.",
    example: ({ table, key }) => `object.get: "${table}/{path.${key}}"`,
  },
  "object.delete": {
    says: "Deletes an object by its name.",
    example: ({ table, key }) => `object.delete: "${table}/{path.${key}}"`,
  },
  redirect: {
    says: "Answers with a redirect to an address, with 302 unless it says otherwise.",
    example: ({ column }) => `redirect: $row.${column}`,
  },
  return: {
    says: "Answers with a status and a body, and ends.",
    example: ({ key }) => `return: {status: 200, body: {${key}: $row.${key}}}`,
  },
  transaction: {
    says: "Takes the steps inside it all or not at all.",
    example: ({ table, key, column }) =>
      `transaction: [{update: ${table}, set: {${column}: $body.${column}}, where: {${key}: $path.${key}}}]`,
  },
  if: {
    says: "Takes one list of steps where a condition holds, and another under else where it does not.",
    example: () => "if: {found: false}, then: [{return: {status: 404}}]",
  },
  forEach: {
    says: "Takes the steps under do once for each element of a list; $item is the one it is at.",
    example: ({ table, key }) => `forEach: $rows, do: [{delete: ${table}, where: {${key}: $item.${key}}}]`,
  },
};

/** What the words around the steps mean. */
export const extensionDocs = {
  "x-capability": {
    says: "Says which capability of the problem this endpoint serves.",
    example: () => "x-capability: create",
  },
  "x-operation": {
    says: "Says step by step what this endpoint does, instead of what its shape suggests.",
    example: ({ table, key }) => `x-operation: [{get: ${table}, by: {${key}: $path.${key}}}]`,
  },
  idempotency: {
    says: "Stores the key that a request carries in a column, so that the same key answers the same row and writes nothing new.",
    example: ({ table }) => `idempotency: {header: Idempotency-Key, column: ${table}.idempotency_key}`,
  },
} satisfies Record<string, WordDocs>;
