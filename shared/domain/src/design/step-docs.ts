/** Names from a design and its problem, so that an example speaks of its own table. */
export interface ExampleNames {
  capability: string;
  table: string;
  key: string;
  column: string;
  /** References to what this endpoint is sent for the key and for the column, and for how many rows it lists. */
  keyFrom: string;
  columnFrom: string;
  limitFrom: string | null;
  /** A state that a row of the table is changed to from another one, where nothing that is sent is a column of it. */
  change?: { column: string; from: string; to: string } | undefined;
  /** `table.column` of what is counted, else a name that no column has. */
  counter?: string | undefined;
  /** A queue that is drawn, else a name that none has. */
  queue?: string | undefined;
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
    example: ({ table, column, columnFrom }) => `insert: ${table}, values: {${column}: ${columnFrom}}`,
  },
  get: {
    says: "Reads one row and answers 404, or the status under else, where there is none.",
    example: ({ table, key, keyFrom }) => `get: ${table}, by: {${key}: ${keyFrom}}`,
  },
  list: {
    says: "Lists the rows that fit, in an order, a page at a time.",
    example: ({ table, key, limitFrom }) =>
      `list: ${table}, order: [${key}]${limitFrom === null ? "" : `, limit: ${limitFrom}`}`,
  },
  count: {
    says: "Counts the rows that fit; $count is how many there are.",
    example: ({ table, key, keyFrom }) => `count: ${table}, where: {${key}: ${keyFrom}}`,
  },
  update: {
    says: "Changes the row that fits; where none does it answers the status under else, which makes it a guarded write.",
    example: (names) => `${updating(names)}, else: 409`,
  },
  delete: {
    says: "Deletes the rows that fit.",
    example: ({ table, key, keyFrom }) => `delete: ${table}, where: {${key}: ${keyFrom}}`,
  },
  take: {
    says: "Takes one row that fits and that nobody else is taking: changes it as set says, or else deletes it; answers 503, or the status under else, where none is left.",
    example: ({ table, key }) => `take: ${table}, where: {${key}: null}, set: {${key}: $now}`,
  },
  increment: {
    says: "Adds to a column in one atomic statement, by 1 unless it says otherwise.",
    example: ({ table, key, keyFrom, counter }) =>
      `increment: ${counter ?? `${table}.count`}, where: {${key}: ${keyFrom}}`,
  },
  publish: {
    says: "Sends a message to a queue; what its worker does happens later.",
    example: ({ key, queue }) => `publish: ${queue ?? "queue"}, message: {${key}: $row.${key}}`,
  },
  call: {
    says: "Asks an endpoint of another drawn service and waits up to its timeout; $called is what it answered.",
    example: ({ table, key }) => `call: service, path: "/${table}/{path.${key}}", timeout: 500ms`,
  },
  "cache.get": {
    says: "Reads a key of the cache; $cached is what it held, and one that is not what is says counts as not there.",
    example: ({ table, keyFrom }) => `cache.get: "${table}:${hole(keyFrom)}"`,
  },
  "cache.put": {
    says: "Keeps a value in the cache under a key, for as long as ttl says; absent does so only where nothing is kept there yet.",
    example: ({ table, keyFrom }) => `cache.put: "${table}:${hole(keyFrom)}", value: $row, ttl: 5m`,
  },
  "cache.delete": {
    says: "Removes a key from the cache, as after a write to what it holds, or only where it holds what is says.",
    example: ({ table, keyFrom }) => `cache.delete: "${table}:${hole(keyFrom)}"`,
  },
  "cache.increment": {
    says: "Adds to a counter in the cache; atomic, and $count is its new value.",
    example: ({ table, keyFrom }) => `cache.increment: "${table}:${hole(keyFrom)}", ttl: 1m`,
  },
  "object.put": {
    says: "Keeps a value in the object store under a name.",
    example: ({ table, keyFrom, columnFrom }) => `object.put: "${table}/${hole(keyFrom)}", body: ${columnFrom}`,
  },
  "object.get": {
    says: "Reads an object by its name and answers 404 where there is none; $object is what it held.",
    example: ({ table, keyFrom }) => `object.get: "${table}/${hole(keyFrom)}"`,
  },
  "object.delete": {
    says: "Deletes an object by its name.",
    example: ({ table, keyFrom }) => `object.delete: "${table}/${hole(keyFrom)}"`,
  },
  redirect: {
    says: "Answers with a redirect to an address, with 302 unless it says otherwise.",
    example: ({ column }) => `redirect: $row.${column}`,
  },
  return: {
    says: "Answers with a status and a body, and ends; location says where what was made is to be found, with holes such as {row.code}.",
    example: ({ key }) => `return: {status: 200, body: {${key}: $row.${key}}}`,
  },
  transaction: {
    says: "Takes the steps inside it all or not at all.",
    example: (names) => `transaction: [{${updating(names)}}]`,
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
    example: ({ capability }) => `x-capability: ${capability}`,
  },
  "x-operation": {
    says: "Says step by step what this endpoint does, instead of what its shape suggests.",
    example: ({ table, key, keyFrom }) => `x-operation: [{get: ${table}, by: {${key}: ${keyFrom}}}]`,
  },
  "x-workers": {
    says: "Says step by step what a worker does with each message of its queue; it stands at the top level, beside paths.",
    example: ({ table, column }) =>
      `x-workers: {worker: [{insert: ${table}, values: {${column}: $message.${column}}}]}`,
  },
  idempotency: {
    says: "Stores the key that a request carries in a column, so that the same key answers the same row and writes nothing new; answer and hash name columns beside it that keep what was answered and a hash of what was sent.",
    example: ({ table }) => `idempotency: {header: Idempotency-Key, column: ${table}.idempotency_key}`,
  },
} satisfies Record<string, WordDocs>;

/** A row changed to what is sent, else to another state while it is in the one before. */
function updating({ table, key, column, keyFrom, columnFrom, change }: ExampleNames): string {
  const set = change === undefined ? `${column}: ${columnFrom}` : `${change.column}: ${change.to}`;
  const guard = change === undefined ? "" : `, ${change.column}: ${change.from}`;
  return `update: ${table}, set: {${set}}, where: {${key}: ${keyFrom}${guard}}`;
}

/** A reference as a text has it: `$path.code` → `{path.code}`. */
const hole = (reference: string): string => `{${reference.slice(1)}}`;
