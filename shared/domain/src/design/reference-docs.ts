import type { ReferenceName } from "./reference.ts";

/** What a value behind a dollar sign stands for. */
export const referenceDocs: Record<ReferenceName, string> = {
  body: "A field of the request body: $body.url.",
  path: "A parameter of the path: $path.code.",
  query: "A parameter of the query: $query.limit. One that was not sent is null.",
  header: "A header, in small letters: $header.idempotency-key.",
  row: "A column of the last row read or written: $row.id. $row alone is all of it.",
  rows: "What the list before has found.",
  count: "What was counted, or a counter's new value.",
  cached: "What the cache held.",
  called: "What the service that was called answered: $called.price.",
  object: "What the object store held.",
  item: "The element that a forEach is at.",
  message: "A field of the message that a worker was given: $message.code.",
  user: "Whoever the request is signed in as.",
  cursor: "Where the next page begins.",
  now: "The time of the request, by the clock of the run.",
};
