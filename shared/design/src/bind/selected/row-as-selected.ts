import type { Column } from "@proofroom/domain/design/model";
import type { Comparison, Step, Where } from "@proofroom/domain/design/step";
import type { Asked } from "../asking/asked.ts";
import { columnsIn } from "../ways/told/asked/less-asked.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { literally } from "../ways/told/statement/statement.ts";
import { type Asks, conditionsIn } from "./conditions.ts";
import { onlyMarked } from "./only-marked.ts";
import { type Select, selectsIn } from "./selects.ts";

interface Read {
  /** The columns by which the row is found. */
  keys: string[];
  /** The column that the answer is made of. */
  reads: string;
  /** What is asked of the row already. */
  asked: Step[];
}

/**
 * What the statement by which one row is read asks of it beside its key, `where code = $1 and active`: a row that is not so is not found.
 * `unread` is what no step can ask; nothing is asked where no statement reads the row, or several do and none is told of the endpoint.
 */
export function rowAsSelected(
  { endpoint, table, written: [beside = "", design = ""] = [], told = "" }: Asked,
  { keys, reads, asked }: Read,
): { steps: Step[]; unread: string[] } {
  const own = selectsOf([beside, told].join("\n\n"));
  const marked = onlyMarked(told, table, keys);
  const all = own.length > 0 || !/\bselect\b/i.test(design) ? own : selectsOf(doneIn(design));
  const [asks, ...others] = all;
  const known = new Set([...keys, ...asked.flatMap((step) => ("if" in step ? columnsIn(step.if) : []))]);
  const isNew = (where: Where): boolean => !columnsIn(where).every((name) => known.has(name));
  const statuses = endpoint.responses.map(({ status }) => status);
  const status = !statuses.includes(404) && statuses.includes(410) ? 410 : 404;
  const none: Step[] = [{ return: { status } }];
  const coded = marked
    .map((name): Where => ({ [name]: null }))
    .filter(isNew)
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    .map((where): Step => ({ if: where, then: none }));
  if (asks === undefined || (own.length === 0 && others.length > 0)) return { steps: coded, unread: [] };
  /* oxlint-disable unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise */
  const steps = [
    ...coded,
    ...asks.is.filter(isNew).map((is): Step => {
      const isNot = otherwise(is, table.columns);
      return isNot === null ? { if: is, then: [], else: none } : { if: isNot, then: none };
    }),
    ...asks.isNot.filter(isNew).map((isNot): Step => ({ if: isNot, then: none })),
  ];
  /* oxlint-enable unicorn/no-thenable */
  const unread = asks.unread.filter((part) => !keys.some((name) => part.toLowerCase().includes(name.toLowerCase())));
  return { steps, unread };

  function selectsOf(text: string): Asks[] {
    return selectsIn(text, table).flatMap((select) => {
      const found = select.where === null || !isRead(select) ? null : conditionsIn(select.where, table);
      return found?.sent.some((name) => keys.includes(name)) === true ? [found] : [];
    });
  }

  function isRead({ columns }: Select): boolean {
    return /(?:^|[\s,.])\*/.test(columns) || new RegExp(`(?<!\\w)${literally(reads)}(?!\\w)`, "i").test(columns);
  }
}

/** The opposite of a comparison by size; null where it is another one, or the column may be empty, which is neither. */
function otherwise(where: Where, columns: readonly Column[]): Where | null {
  const [[name, is] = ["", null], ...more] = Object.entries(where);
  const isFilled = columns.some((column) => column.name === name && !column.nullable);
  if (!isFilled || more.length > 0 || is === null || typeof is !== "object" || Array.isArray(is)) return null;
  const turned = turn(is);
  return turned === null ? null : { [name]: turned };
}

function turn(is: Exclude<Comparison, null | string | number | boolean>): Comparison | null {
  if ("lt" in is) return { gte: is.lt };
  if ("lte" in is) return { gt: is.lte };
  if ("gt" in is) return { lte: is.gt };
  return "gte" in is ? { lt: is.gte } : null;
}
