import { rowSizeOf } from "../arithmetic.ts";
import { endpointOf } from "../facts/api.ts";
import { tick } from "../topics/words.ts";
import type { Ask, Asker } from "./ask.ts";

/** Questions about a table or an index as a whole. */
export const tableAsks: Asker = (view, isNew) =>
  [...view.tables.values()].flatMap((table): Ask[] => {
    const it = `${tick(table.name)} (schema ${table.line})`;
    const asks: Ask[] = [];
    const at = { document: "schema" as const, line: table.line };
    if (isNew("schema", table.line)) {
      const writer = view.operations.find(({ acts }) =>
        acts.some((act) => act.kind === "insert" && act.table === table.name),
      )?.operation;
      const isKeyless = table.primaryKey.length === 0;
      asks.push({
        id: `table:${table.name}:identity`,
        ...at,
        facts: ["key-is-unique", "table-for-links"],
        strength: isKeyless ? 0.85 : 0.5,
        wordings: isKeyless
          ? [
              `What tells two rows of ${it} apart?`,
              `Two rows of ${it} are the same in every column. Which of them does an update change?`,
              `How would you delete exactly one row of ${it}?`,
            ]
          : [
              `A row of ${it} is known by ${table.primaryKey.map(tick).join(" and ")}. Who outside of the table needs to know that?`,
              `What exactly is one row of ${it}, in a sentence?`,
              `By what will a row of ${it} be asked for most often?`,
            ],
      });
      asks.push({
        id: `table:${table.name}:use`,
        ...at,
        facts: ["every-endpoint-has-table"],
        strength: 0.45,
        wordings: [
          writer === undefined
            ? `Which request writes to ${it}, and how often?`
            : `${tick(endpointOf(writer))} fills ${it}. How often, and who reads it how often?`,
          `A year from now, how many rows does ${it} have, and how did you get to that?`,
          `One row of ${it} takes about ${rowSizeOf(table).bytes} bytes. Which of them does a lookup really need?`,
        ],
      });
      if (view.tables.size > 1)
        asks.push({
          id: `table:${table.name}:split`,
          ...at,
          facts: ["table-for-links"],
          strength: 0.4,
          wordings: [
            `What made ${it} a table of its own?`,
            `Which request has to look into ${it} and another table at once?`,
            `What has to be written to ${it} and to another table together or not at all?`,
          ],
        });
    }
    for (const index of table.indexes) {
      if (!isNew("schema", index.line) || index.columns.includes("")) continue;
      const columns = index.columns.map(tick).join(", ");
      const which = `${index.name === undefined ? `the one on ${columns}` : tick(index.name)} (schema ${index.line})`;
      const reader = view.operations.find(({ acts }) =>
        acts.some((act) => act.table === table.name && act.by.includes(index.columns[0] ?? "")),
      )?.operation;
      asks.push({
        id: `index:${table.name}.${index.columns.join(".")}`,
        document: "schema",
        line: index.line,
        facts: ["lookup-has-index"],
        strength: 0.75,
        wordings: [
          reader === undefined
            ? `Which request is ${which} for?`
            : `${tick(endpointOf(reader))} uses ${which}. What does every write to ${tick(table.name)} pay for it?`,
          index.columns.length > 1
            ? `Why do the columns of ${which} stand in this order: ${columns}?`
            : `What does a lookup by ${columns} read with ${which}, and what without?`,
          `How much of ${which} has to be in memory for it to help?`,
        ],
      });
    }
    return asks;
  });
