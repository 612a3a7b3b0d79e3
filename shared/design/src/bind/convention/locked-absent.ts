import type { Table } from "@proofroom/domain/design/model";
import { isDenied } from "../ways/told/locks/locked.ts";
import { isNamedIn, literally, tableNamed } from "../ways/told/statement/statement.ts";

/** Locks that one takes by a value, there being no row yet; what only tries to take one goes on without it. */
const byValue =
  /\bpg_advisory_(?:xact_)?lock\b|\badvisory[- ](?:xact[- ])?locks?\b|(?<!\w)get_lock\s?(?=\()|\bsp_getapplock\b|\badvisory[- ]sperre|\bverrou\s+consultatif|\bbloqueo\s+consultivo|\block\s+consultivo/gi;
const ofTable = ({ name }: Table): RegExp =>
  new RegExp(
    `\\block\\s+(?:table\\s+)?(?:only\\s+)?${tableNamed(name)}\\s+in\\s+(?:share\\s+(?:row|update)\\s+exclusive|(?:access\\s+)?exclusive)\\s+mode`,
    "gi",
  );
const address = /(?<!\p{L})(?:ur[il]|link|address|adresse|destination|target|ziel|enlace|lien|adres)(?!\p{L})/iu;
/** A table that words lock. */
const tableInWords = /\b(?:share\s+row|share\s+update|access)\s+exclusive\b/gi;
/** That what is locked stays so until all is written: by itself a statement lets go of its lock when it is over. */
const whole =
  /\btransa[ck]t?[çc]?\p{L}*|\btransa[çc]\p{L}+|\btransazion\p{L}|\btransaksj\p{L}+|\bbegin\b|\bcommit\p{L}{0,3}\b|\$\$|\btx\b|@transactional|\batomic\b|Ecto\.Multi/iu;

/** Of two transactions that looked for the same and would both add it one is refused, and is made again. */
const serial = /(?<!\w)(?:isolation\w{0,12}\W{0,3}(?:level)?\W{1,3})?serializable(?!\w)/gi;
export const triedAgain =
  /\b40001\b|\bserialization[_ ]failure|(?<!\p{L})(?:retr(?:y|ies|ied)|try again|tried again|wiederhol\p{L}*|reint\p{L}+|réessa\p{L}+|riprov\p{L}+)/iu;

interface Look {
  text: string;
  at: number;
  table: Table;
  /** What stands for that which is looked for. */
  names: readonly string[];
  /** What it may be called besides. */
  called?: RegExp;
}

/** Whether a text takes a lock of what is looked for, or of the whole table, before the place of the look, within a transaction. */
export function isLockedBefore({ text, at, table, names, called = address }: Look): boolean {
  const before = text.slice(Math.max(0, at - farthest), at);
  if (!whole.test(before)) return false;
  const isOfIt = (around: string): boolean =>
    address.test(around) || called.test(around) || names.some((name) => isIn(around, name));
  return (
    taken(byValue, before).some((end) => isOfIt(before.slice(end, end + 80).split(/;|\n\s*\n/)[0] ?? "")) ||
    taken(ofTable(table), before).length > 0 ||
    taken(tableInWords, before).some((end) => isNamedIn(before.slice(Math.max(0, end - 100), end + 60), table.name)) ||
    (taken(serial, text).length > 0 && triedAgain.test(text))
  );
}

const isIn = (around: string, name: string): boolean =>
  /^\w/.test(name) ? isNamedIn(around, name) : new RegExp(`${literally(name)}(?!\\w)`).test(around);

const farthest = 1_500;

/** Where the words end by which locks are taken, where nothing takes them back. */
const taken = (pattern: RegExp, text: string): number[] =>
  [...text.matchAll(pattern)]
    .filter((found) => !isDenied(text, found))
    .map(({ index, 0: words }) => index + words.length);
