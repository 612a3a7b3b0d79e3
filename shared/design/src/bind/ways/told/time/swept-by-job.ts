import { byJob } from "./by-job.ts";

/**
 * A text without the statements that a job runs on whatever rows there are: what `UPDATE … WHERE status = 'HELD' AND expires_at <= now()`
 * looks at, told of a job and with nothing of a request in it, the endpoint beside it does not.
 */
export const withoutJobs = (text: string): string =>
  text.replace(statement, (written, at: number) =>
    takesValue.test(written) || !byJob.test(text.slice(Math.max(0, at - nearby), at)) ? written : " ",
  );

const statement =
  /\b(?:update\s+["\w.]{1,80}(?:\s+(?:as\s+)?\w{1,20})?\s+set\s|delete\s+from\s)[^;`]{1,500}?\bwhere\b[^;`]{1,400}/gi;

/** `$1`, `:hold`, `?`, `%s`, `@id`, `{id}`, `<id>`: a value that is given. */
const takesValue = /\$\w|(?<!:):[a-z]|\?|%\(?s|@\w|\{|<\p{L}/iu;

/** How far before a statement it is told who runs it. */
const nearby = 200;
