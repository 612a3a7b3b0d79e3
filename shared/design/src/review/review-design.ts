import type { DocumentName } from "@proofroom/domain/document/document";
import type { Tell } from "../text/report.ts";
import { reviewAnsweredUnkept } from "./answered-unkept.ts";
import { reviewCache } from "./cache.ts";
import { reviewCachedUnknown } from "./cached-unknown.ts";
import { reviewCodeAfterRow } from "./code-after-row.ts";
import { reviewColumns } from "./columns.ts";
import { reviewCursorTies } from "./cursor-ties.ts";
import { reviewDatabase } from "./database.ts";
import { reviewEnds } from "./ends.ts";
import { reviewFoldedCodes } from "./folded-codes.ts";
import { reviewFoldedUrls } from "./folded-urls.ts";
import { reviewIdempotency } from "./idempotency.ts";
import { reviewIndexes } from "./indexes.ts";
import { reviewKeyBeforeRow } from "./key-before-row.ts";
import { reviewKeyBesideNull } from "./key-beside-null.ts";
import { reviewKeys } from "./keys.ts";
import { reviewLeftBehind } from "./left-behind.ts";
import { reviewLists } from "./lists.ts";
import { reviewLostUpdates } from "./lost-updates.ts";
import { reviewObjectStores } from "./object-stores.ts";
import { reviewOthersRow } from "./others-row.ts";
import { reviewOutbox } from "./outbox.ts";
import { reviewOverwrittenCodes } from "./overwritten-codes.ts";
import { reviewQueues } from "./queues.ts";
import { reviewRedirects } from "./redirects.ts";
import { rules } from "./rules.ts";
import type { Review, Seen, TellRule } from "./seen.ts";
import { reviewStatements } from "./statements.ts";
import { reviewStatus } from "./status.ts";
import { reviewToldLives } from "./told-lives.ts";
import { reviewUniqueCodes } from "./unique-codes.ts";
import { reviewUse } from "./use.ts";

const reviews: Review[] = [
  reviewOutbox,
  reviewKeys,
  reviewKeyBesideNull,
  reviewKeyBeforeRow,
  reviewOthersRow,
  reviewUniqueCodes,
  reviewColumns,
  reviewEnds,
  reviewToldLives,
  reviewCachedUnknown,
  reviewStatus,
  reviewIndexes,
  reviewUse,
  reviewIdempotency,
  reviewLists,
  reviewCursorTies,
  reviewRedirects,
  reviewStatements,
  reviewFoldedCodes,
  reviewFoldedUrls,
  reviewCodeAfterRow,
  reviewOverwrittenCodes,
  reviewAnsweredUnkept,
  reviewLeftBehind,
  reviewLostUpdates,
  reviewQueues,
  reviewCache,
  reviewObjectStores,
  reviewDatabase,
];

/** What a good reviewer would say of a design that can be read: of each document, and of what does not fit between them. */
export function reviewDesign(seen: Seen, tellers: Record<DocumentName, Tell>): void {
  const tell: TellRule = (name, note) => {
    const { document, severity } = rules[name];
    tellers[document]({ severity, rule: name, ...note });
  };
  for (const review of reviews) review(seen, tell);
}
