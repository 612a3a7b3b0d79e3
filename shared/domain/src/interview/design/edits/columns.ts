import type { Column, Table } from "../../../design/model.ts";
import { lengthOf } from "../arithmetic.ts";
import { endNames, keyNames } from "../column-names.ts";
import { isUnique, type DesignView } from "../design-view.ts";
import type { FactName } from "../../facts.ts";
import { isGiven, isOthers } from "../thing-table.ts";
import { tick } from "../topics/words.ts";
import type { Ask, Asker } from "./ask.ts";

interface Given {
  view: DesignView;
  table: Table;
  column: Column;
  /** The column with its type, and the line in brackets. */
  it: string;
  name: string;
}

interface Template {
  id: string;
  strength: number;
  facts: FactName[];
  when: (given: Given) => boolean;
  words: (given: Given) => [string, string, string];
}

const isKey = ({ table, column }: Given): boolean =>
  table.primaryKey.length === 1 && table.primaryKey[0] === column.name;
/** A key whose values come about in this service, not in another's. */
const isMadeKey = (given: Given): boolean => isKey(given) && !isGiven(given.view, given.table);
const isLookedUp = ({ view, table, column }: Given): boolean =>
  view.lookup?.table.name === table.name && view.lookup.column.name === column.name;
const named =
  (pattern: RegExp) =>
  ({ column }: Given) =>
    pattern.test(column.name);
const isEnd = (given: Given): boolean => named(endNames)(given) && !isOthers(given.view, given.table);
const typed =
  (pattern: RegExp) =>
  ({ column }: Given) =>
    pattern.test(column.type);
const isPointing = ({ table, column }: Given): boolean =>
  table.foreignKeys.some(({ columns }) => columns.includes(column.name));

const templates: readonly Template[] = [
  {
    id: "code",
    strength: 0.9,
    facts: ["key-space-enough", "collision-said"],
    when: isLookedUp,
    words: ({ it, column }) => [
      `You chose ${it}. What made you settle on ${lengthOf(column.type) === null ? "that type" : "that length"}?`,
      `Who makes the value of ${it}, and what happens when it exists already?`,
      `Is ${it} the same thing in upper and lower case, and who has to know that?`,
    ],
  },
  {
    id: "counting-key",
    strength: 0.65,
    facts: ["table-for-links"],
    when: (given) => isMadeKey(given) && /int|serial/i.test(given.column.type) && !isLookedUp(given),
    words: ({ it, table }) => [
      `What can a stranger learn from two values of ${it}?`,
      `Who outside of the database ever sees ${it}?`,
      `By what else could two rows of ${tick(table.name)} be told apart, and what made you add ${it}?`,
    ],
  },
  {
    id: "uuid-key",
    strength: 0.65,
    facts: ["table-for-links"],
    when: (given) => isMadeKey(given) && /uuid/i.test(given.column.type),
    words: ({ it, table }) => [
      `${it} is 16 bytes in every row and every reference. What do you get for them?`,
      `Values of ${it} come in no order. What does that do to where the next row of ${tick(table.name)} is written?`,
      `Who makes ${it}, the client or the database, and what follows from that on a repeat?`,
    ],
  },
  {
    id: "url",
    strength: 0.75,
    facts: ["bad-input-is-4xx", "table-for-links"],
    when: named(/url|link$|href|target|destination/i),
    words: ({ it, name }) => [
      `What may stand in ${it}, and who checks that before it is stored?`,
      `Two people send the same address. Is that one value of ${it} or two rows?`,
      `How long may ${name} be, and what does the client get that sends more than ${it} takes?`,
    ],
  },
  {
    id: "idempotency",
    strength: 0.85,
    facts: ["idempotency-column-unique", "create-is-idempotent"],
    when: named(keyNames),
    words: ({ it }) => [
      `For how long does ${it} have to be remembered?`,
      `The same ${it} comes with another body. What is answered?`,
      `Two services write the same ${it} in the same millisecond. What does each of them see?`,
    ],
  },
  {
    id: "expiry",
    strength: 0.8,
    facts: ["expiry-column", "retention-stated"],
    when: isEnd,
    words: ({ it, table }) => [
      `${it} has passed. What does the next request get, and who tidies up the row of ${tick(table.name)}?`,
      `Whose clock decides that ${it} has passed?`,
      `What of a row of ${tick(table.name)} may somebody else have once ${it} has passed?`,
    ],
  },
  {
    id: "owner",
    strength: 0.7,
    facts: ["owner-column", "list-is-paginated"],
    when: named(/^(?:owner|user|account|creator|author|customer|tenant)(?:_?(?:id|name|email))?$|created_?by/i),
    words: ({ it, table }) => [
      `Where does the value of ${it} come from, and who may claim to be somebody else?`,
      `One value of ${it} stands in 100,000 rows. Which request asks for them, and what does it read?`,
      `The person behind ${it} leaves. What happens to their rows of ${tick(table.name)}?`,
    ],
  },
  {
    id: "counter",
    strength: 0.85,
    facts: ["hot-key-said"],
    when: named(/^(?:clicks?|hits?|visits?|views?|opens?|counter?|access)(?:_?(?:count|total|number))?$|_count$/i),
    words: ({ it, table }) => [
      `A thousand requests want to change ${it} of one row in the same second. What does each of them wait for?`,
      `Which requests write ${it}, and what does that make of whoever only reads ${tick(table.name)}?`,
      `How exact does ${it} have to be, and how old may it be?`,
    ],
  },
  {
    id: "naive-time",
    strength: 0.6,
    facts: ["created-at-column"],
    when: typed(/^timestamp(?! ?with time| ?tz|tz)/i),
    words: ({ it }) => [
      `In whose time zone is ${it}?`,
      `Two servers in two zones write ${it}. Which of the rows is the newer one?`,
      `What does ${it} say on the night when the clocks are put back?`,
    ],
  },
  {
    id: "time",
    strength: 0.5,
    facts: ["created-at-column", "list-is-paginated"],
    when: (given) => /timestamp|date/i.test(given.column.type) && !isEnd(given),
    words: ({ it, column }) => [
      `Which request reads ${it}, and in which order does it want the rows?`,
      `Two rows have the same ${it}. Which of them comes first in a list?`,
      `Who sets ${it}${column.default === undefined ? ", and what if nobody does" : ", the database or the service"}?`,
    ],
  },
  {
    id: "json",
    strength: 0.7,
    facts: ["lookup-has-index"],
    when: typed(/^jsonb?|\[\]$/i),
    words: ({ it, name }) => [
      `What inside of ${it} will somebody want to search for one day?`,
      `Who promises that ${name} has the same shape in all rows (${it})?`,
      `What made you put several things into ${it} instead of giving each its own place?`,
    ],
  },
  {
    id: "reference",
    strength: 0.65,
    facts: ["foreign-keys-indexed"],
    when: isPointing,
    words: ({ it, table, column }) => {
      const parent = tick(table.foreignKeys.find(({ columns }) => columns.includes(column.name))?.table ?? "");
      return [
        `The row of ${parent} that ${it} points at is deleted. What happens to this one?`,
        `Which query goes from ${parent} to its rows by ${it}, and what does it read?`,
        `What does an insert pay for the promise that ${it} always points at something?`,
      ];
    },
  },
  {
    id: "flag",
    strength: 0.5,
    facts: ["table-for-links"],
    when: (given) => /^bool/i.test(given.column.type) || /^(?:status|state|kind|type)$/i.test(given.column.name),
    words: ({ it, table }) => [
      `Who changes ${it}, and who has to look at it?`,
      `Which reads of ${tick(table.name)} give a wrong answer when they forget ${it}?`,
      `Will there be a third value of ${it} one day?`,
    ],
  },
  {
    id: "unique",
    strength: 0.7,
    facts: ["key-is-unique"],
    when: (given) => isUnique(given.table, given.column.name) && !isKey(given) && !isLookedUp(given),
    words: ({ it }) => [
      `A second row with the same value of ${it} comes. What does its client get to hear?`,
      `What does every insert pay so that ${it} is there only once?`,
      `Is ${it} once in the whole table, or once per owner?`,
    ],
  },
  {
    id: "nullable",
    strength: 0.55,
    facts: ["table-for-links"],
    when: ({ column }) => column.nullable && column.default === undefined,
    words: ({ it, table }) => [
      `When is ${it} null, and who has to reckon with that?`,
      `What does a row of ${tick(table.name)} without ${it} mean?`,
      `Could ${it} be missing because of a mistake, and who would notice?`,
    ],
  },
  {
    id: "type",
    strength: 0.3,
    facts: ["table-for-links"],
    when: () => true,
    words: ({ it, table, column }) => [
      `Which request reads ${it}, and which one writes it?`,
      `What would change if ${it} were not in ${tick(table.name)}?`,
      /int|serial|numeric|decimal|char|text/i.test(column.type)
        ? `What is the largest value of ${it} that you expect, and what then?`
        : `Who sets ${it}, and when does it change?`,
    ],
  },
];

/** Questions about columns that were just written, for each the two that fit best. */
export const columnAsks: Asker = (view, isNew) =>
  [...view.tables.values()].flatMap((table) =>
    table.columns.flatMap((column): Ask[] => {
      if (!isNew("schema", column.line)) return [];
      const given = {
        view,
        table,
        column,
        it: `${tick(`${column.name} ${column.type}`)} (schema ${column.line})`,
        name: tick(column.name),
      };
      const fitting = templates.filter(({ when }) => when(given)).toSorted((a, b) => b.strength - a.strength);
      return fitting.slice(0, 2).map(({ id, strength, facts, words }) => ({
        id: `column:${table.name}.${column.name}:${id}`,
        document: "schema" as const,
        line: column.line,
        facts,
        strength,
        wordings: words(given),
      }));
    }),
  );
