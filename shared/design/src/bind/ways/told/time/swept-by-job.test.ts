import { expect, test } from "vitest";
import { withoutJobs } from "./swept-by-job.ts";

const sweep = "UPDATE holds SET status = 'EXPIRED' WHERE status = 'ACTIVE' AND expires_at <= now()";

test.each([
  `The job marks them every 5 minutes: \`${sweep}\``,
  `Quem passa para EXPIRADA é o job, a cada 5 minutos:\n\n${sweep};`,
  "A cron ends them: DELETE FROM holds WHERE expires_at < now() - interval '1 minute';",
  `Ein Hintergrundprozess räumt auf:\n${sweep};`,
])("what a job asks of all rows is not asked here: %s", (told) => {
  expect(withoutJobs(told)).not.toContain("expires_at");
});

test.each([
  `First what is over is marked: \`${sweep}\``,
  "The job does as we do: `UPDATE holds SET status = 'SOLD' WHERE id = $1 AND expires_at > now()`",
  "Before any job comes: UPDATE holds SET status = 'SOLD' WHERE id = :hold AND expires_at > now();",
  "No job needed. SELECT 1 FROM holds WHERE id = ? AND expires_at > now()",
])("what is asked of one row, or by nobody else, stays: %s", (told) => {
  expect(withoutJobs(told)).toBe(told);
});
