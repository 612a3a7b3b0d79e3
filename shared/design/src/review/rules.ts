import type { Finding } from "@proofroom/domain/design/finding";
import type { DocumentName } from "@proofroom/domain/document/document";

export interface Rule {
  /** Where it is told. */
  document: DocumentName;
  severity: Finding["severity"];
  /** What is the matter, in general; the finding says it with the design's own names. */
  says: string;
  /** What a click writes; null where only a person can decide. */
  fix: string | null;
}

const warning = (document: DocumentName, says: string, fix: string | null): Rule => ({
  document,
  severity: "warning",
  says,
  fix,
});

/** Everything that is said of a design that can be read and run; `docs/review-rules.md` shows the same. None stops a run. */
export const rules = {
  "no-primary-key": warning(
    "schema",
    "A table has no primary key: two rows can be alike, and no endpoint can name one of them.",
    "Adds an identity column.",
  ),
  "code-not-unique": warning(
    "schema",
    "A code is drawn at random and looked up again, and nothing keeps two rows from having the same one.",
    "Makes its index unique, or adds one.",
  ),
  "code-counted": warning(
    "schema",
    "A code is said to come from a counter, and a run draws it at random: what a counter would give away, or do when it is not reached, is not shown.",
    null,
  ),
  "end-not-run": warning(
    "schema",
    "A row keeps until when it holds, and the endpoint that sends whoever asks to its address is run without looking at that.",
    null,
  ),
  "every-row-ends": warning(
    "schema",
    "Each row that somebody is sent on by ends after a while that the schema sets, and none is there for good.",
    null,
  ),
  "key-beside-null": warning(
    "schema",
    "A key is unique only together with a column that may be empty: two empty ones are never alike, and a repeat without it makes a second row.",
    null,
  ),
  "key-before-row": warning(
    "schema",
    "A key is kept as not done before the row that is made under it, and nothing says what becomes of it when the process dies in between: each repeat is put off for ever.",
    null,
  ),
  "others-row": warning(
    "schema",
    "What everybody sends is kept once, and each row is one person's: who sends it second gets the first one's row, and finds it in no list of their own.",
    null,
  ),
  "url-case-folded": warning(
    "schema",
    "Rows are unique by a URL in upper or lower case: of two URLs that differ in case alone, which may be two pages, the second is the first one's row.",
    null,
  ),
  "foreign-key-without-index": warning(
    "schema",
    "No index begins with a foreign key's columns: finding the rows of its target, and deleting one, reads the whole table.",
    "Adds the index.",
  ),
  "index-twice": warning(
    "schema",
    "An index begins with what a key or another index begins with already: each write keeps it up, and no read needs it.",
    "Removes it.",
  ),
  "money-as-float": warning(
    "schema",
    "An amount of money is a floating-point number, which cannot hold 0.1.",
    "Makes it numeric(12,2).",
  ),
  "time-without-zone": warning(
    "schema",
    "A timestamp has no time zone: it means another moment on a server elsewhere.",
    "Makes it timestamptz.",
  ),
  "status-without-check": warning(
    "schema",
    "A status may be any text, so a misspelt one is stored like the others.",
    "Adds a check with the values that the endpoints use.",
  ),
  "password-in-clear": warning(
    "schema",
    "A password is stored as it is typed, so whoever reads the table has it.",
    null,
  ),
  "outbox-not-run": warning("schema", "No step writes to a transactional outbox, and no relay of it runs.", null),
  "table-unused": warning("schema", "No endpoint reads or writes a table, and none that they use is tied to it.", null),
  "code-overwritten": warning(
    "api",
    "A code is drawn at random, and the row of one that is taken is written over: who was given it first finds that it leads elsewhere.",
    null,
  ),
  "writes-nothing": warning("api", "An endpoint serves a capability that writes, and none of its steps does.", null),
  "no-idempotency": warning(
    "api",
    "A write may be sent twice by the problem's own words, and the second send writes again.",
    "Adds the header, and the unique column that keeps it.",
  ),
  "list-without-page": warning(
    "api",
    "A list has no limit that a caller could set, and no way to the rows after the first ones.",
    "Takes a limit that the caller sets.",
  ),
  "offset-paging": warning(
    "api",
    "Pages are counted by offset: each reads all rows before it, and rows added meanwhile are shown twice.",
    "Pages by cursor instead.",
  ),
  "cursor-ties": warning(
    "api",
    "A statement pages by a time alone: of rows of one moment those that a page did not hold are never shown.",
    null,
  ),
  "permanent-redirect": warning(
    "api",
    "A redirect is permanent, so browsers keep it for good, and another endpoint changes where it leads.",
    null,
  ),
  "state-left-behind": warning(
    "api",
    "A row is deleted that another endpoint adds together with a state in its target's row, and that state stays: nobody can take the target again.",
    null,
  ),
  "lost-update": warning(
    "api",
    "A row is read and then written with a value reckoned from what was read: of two at once, one is lost.",
    null,
  ),
  "publish-without-queue": warning(
    "api",
    "An endpoint publishes, and no queue is drawn that could take it.",
    "Draws the queue and a worker.",
  ),
  "statement-not-run": warning(
    "design",
    "SQL stands in the design document, where a run takes it for prose; beside its endpoint it would be what is run.",
    null,
  ),
  "code-case-folded": warning(
    "design",
    "The design opens a code whichever case it is sent in, though two codes may differ in their case alone: one of them opens the other's address.",
    null,
  ),
  "life-in-words": warning(
    "design",
    "The design lets what somebody is sent on by end after a while, in words that no table shows, and it is run as if it were there for good.",
    null,
  ),
  "unknown-cached": warning(
    "design",
    "That a code is unknown is kept in a cache, and people may choose codes: one that was asked for before it was made is not found until the cache forgets it.",
    null,
  ),
  "code-after-row": warning(
    "design",
    "A row is written without the code by which it is opened, and a second statement that is committed apart fills it: who dies in between leaves a row that nobody can open.",
    null,
  ),
  "answered-unkept": warning(
    "design",
    "A row is answered as made while it stands in the memory of one process, which writes it later: until then nobody else finds it, and it is lost with the process.",
    null,
  ),
  "cache-unused": warning("design", "A cache is drawn, and no endpoint reads one row by its key.", null),
  "store-unused": warning(
    "design",
    "An object store is drawn at a service or a worker, and nothing is put there or got from there.",
    "Has an endpoint of one thing get it from there, or put it there.",
  ),
  "queue-without-consumer": warning(
    "design",
    "Nothing takes from a queue, so it only grows.",
    "Draws a worker behind it.",
  ),
  "worker-without-work": warning(
    "design",
    "Nothing gives a worker its work: no arrow leads to it, and it takes from no queue.",
    "Draws the arrow from the queue.",
  ),
  "database-unreached": warning(
    "design",
    "No service reaches the database by any arrow, while endpoints read and write it.",
    "Draws the arrow.",
  ),
  "client-at-database": warning(
    "design",
    "A client is drawn at the database itself: it would need its password, and nothing checks what it asks.",
    null,
  ),
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
