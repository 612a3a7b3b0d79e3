import type { Table } from "@proofroom/domain/design/model";
import type { Stage } from "../../stage.ts";
import { aloneIn, aloneSomehow } from "./alone.ts";
import { isDenied, lockedIn, lockedSomehow } from "./locked.ts";
import { lockedAnywhere } from "./locked-elsewhere.ts";
import { doneIn } from "../done/not-done.ts";
import type { Told } from "../two-statements/looked-before.ts";
import { denying } from "../../../../text/denial.ts";

/** Whatever else keeps two that read a row from both writing it: its version, a stricter transaction, or that one at a time comes to it. */
const otherwise =
  /\brepeatable[ _]read\b|\bsnapshot isolation\b|\bbegin\s+(?:immediate|exclusive)\b|\bfor\s+(?:key\s+)?share\b|\bin\s+share\s+mode\b|\bmutex\w*|\bsemaphore\w*|\bsynchronized\b|\bsingle[- ]writer\b|\bactors?\b|\bsetnx\b|["'\s]nx\b|\boptimistic\w*|\b\w*version\b|\bxmin\b|\b(?:compare[- ]and[- ](?:swap|set)|cas)\b|\bpartition\w*\s+by\b|\bqueue\s+(?:per|for\s+each)\b/gi;

/** Words of locking, which say nothing of it where what is held is called so. */
const locking =
  /(?<!\p{L})(?:lock(?:s|ed|ing)?|lås\p{L}{0,4}|sperr\p{L}*|verrou\p{L}*|candado\p{L}*|trava\p{L}*|bloqueo|bloqueio|blocco|blokad\p{L}*|slot|kilit\p{L}*|блокиров\p{L}*)(?!\p{L})|\w*lock\w{0,20}\s?\(/giu;

/** "I didn't take locks", "free of lock queues": what a designer does without. */
const doneWithout = new RegExp(
  `${denying(["not", "no", "without"], "free\\s+of", "avoid\\w*", "unnecessary", "ne")}[^.;:]{0,70}$`,
  "iu",
);

/** Whether anything that is told of an endpoint, or of all of them, keeps two that write one row of a table apart. */
export function keptApart({ beside, told, toldOfAll }: Told, table: Table, stage: Stage): boolean {
  const { tables, cast, capability, endpoint } = stage;
  const called = [...cast].flatMap(([role, player]) =>
    player.table === table ? (capability.ways?.roles[role]?.names ?? []).filter((name) => name.length > 3) : [],
  );
  const own = doneIn([beside, told].join("\n\n")).replaceAll(`${endpoint.method} ${endpoint.path}`, " ");
  const names = [endpoint.path, ...table.columns.flatMap(({ name, values = [] }) => [name, ...values])].join(" ");
  const isHeldSo = [...names.matchAll(locking)].length > 0 || /lock/i.test(names);
  const isDone = (one: RegExpExecArray): boolean =>
    !isDenied(own, one) && !doneWithout.test(own.slice(Math.max(0, one.index - 110), one.index));
  return (
    lockedIn(own, table, tables, called) !== null ||
    lockedSomehow(own, table, tables, called) !== null ||
    lockedAnywhere(toldOfAll, (one) => lockedIn(one, table, tables, called)) !== null ||
    aloneIn(own, table) !== null ||
    aloneSomehow(toldOfAll, table) !== null ||
    [...own.matchAll(otherwise), ...(isHeldSo ? [] : own.matchAll(locking))].some(isDone)
  );
}
