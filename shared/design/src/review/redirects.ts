import type { Operation } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Review, Seen } from "./seen.ts";

const permanent: ReadonlySet<number> = new Set([301, 308]);
const day = 86_400;

/** An address that browsers are told to keep for good, where another endpoint changes it. */
export const reviewRedirects: Review = (seen, tell) => {
  const operations = (seen.served ?? []).map(({ operation }) => operation);
  for (const { operation, read } of seen.served ?? []) {
    const kept = keptForGood(operation);
    const changer = kept === null ? undefined : operations.find((one) => changes(one, kept));
    if (kept === null || changer === undefined || isLimited(seen)) continue;
    tell("permanent-redirect", {
      from: read.at,
      to: read.end,
      message: `${operation.opId} answers ${kept.status}, which browsers keep for good, and ${changer.opId} changes ${kept.table}.${kept.column}: who opened it before goes on to the old address. Answer ${kept.status === 301 ? 302 : 307}, or say in Cache-Control how long it may be kept.`,
    });
  }
};

interface Kept {
  status: number;
  table: string;
  column: string;
}

function keptForGood({ steps }: Operation): Kept | null {
  const plain = plainSteps(steps);
  for (const step of plain) {
    if (!("redirect" in step) || !permanent.has(step.status ?? 0) || typeof step.redirect !== "string") continue;
    const [, of, column] = /^\$(\w+)\.(\w+)$/.exec(step.redirect) ?? [];
    const got = plain.findLast((one) => "get" in one && (of === "row" || one.get === of));
    if (column !== undefined && got !== undefined && "get" in got)
      return { status: step.status ?? 0, table: got.get, column };
  }
  return null;
}

const changes = ({ steps }: Operation, { table, column }: Kept): boolean =>
  plainSteps(steps).some((step) => "update" in step && step.update === table && Object.hasOwn(step.set, column));

/** Whether the documents let it be kept for a day at most. */
const isLimited = ({ texts }: Seen): boolean => {
  const [, seconds] = /\bmax-age\s?[=:]\s?(\d{1,9})/i.exec([texts.api, texts.design].join("\n")) ?? [];
  return seconds === undefined
    ? /\b(?:no-store|no-cache)\b/i.test([texts.api, texts.design].join("\n"))
    : Number(seconds) <= day;
};
