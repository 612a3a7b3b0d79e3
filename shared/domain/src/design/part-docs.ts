/** What the keys inside steps mean. */
export const partDocs: Record<string, string> = {
  values: "The columns of the new row, each with its value.",
  onConflict:
    "What to do about a value that a row has already: {column: {regenerate: 3}} tries another, {column: {overwrite: [url]}} changes that row, {column: return-existing} answers the row that has it, {column: ignore} leaves it.",
  by: "Of a read the columns that find the row, each with its value, or with {anyCase: value} whatever the case of its letters; of an increment how much is added.",
  else: "The status that is answered where no row fits; below an if the steps where the condition does not hold.",
  cache: "Asks the cache first: {key, ttl, negative, in}; a miss asks the database and fills it.",
  lock: "true keeps others from changing the row until the transaction ends; absent keeps them from looking for it so, be it there or not.",
  where:
    "The rows that are meant: {column: value}, {column: {lt: value}}, {column: {anyCase: value}}, {any: [{…}, {…}]} for alternatives.",
  order: "The columns to sort by, such as [created_at desc, id].",
  limit: "How many rows a page has at most.",
  cursor: "Where the page begins: what the page before gave as its cursor.",
  set: "The columns to change, each with its new value.",
  message: "The fields of the message, each with its value.",
  to: "The queue or the service, where the name of what is published or called does not say it.",
  path: "The path of the endpoint that is called, with holes such as {path.code} or {body.sku}.",
  method: "How the endpoint is called: GET unless given.",
  timeout: "How long its answer is waited for, 1s unless given.",
  value: "What is kept.",
  ttl: "How long it is kept: 30s, 5m, 1h.",
  absent: "true keeps it only where the key holds nothing yet; found says whether it was kept.",
  is: "What the key has to hold, a value or the parts of a document; else it counts as not found.",
  in: "Which cache is meant, where several are drawn; in a comparison a list of values.",
  body: "What is kept, sent or answered; a reference in it stands for its value.",
  status: "The status that is answered.",
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a text, so nothing takes it for a promise
  then: "The steps where the condition holds.",
  do: "The steps for each element; $item is the one it is at.",
  steps: "The steps of the long form, in their order.",
};
