import { lengthOf } from "../arithmetic.ts";
import { claimOf } from "../arithmetic.ts";
import { isFound, isUnique, placeOf } from "../design-view.ts";
import { endpointOf, fieldsOf } from "../facts/api.ts";
import { bareReads } from "../facts/data.ts";
import { isGiven } from "../thing-table.ts";
import { countWords } from "../figures.ts";
import type { TopicKind } from "./kind.ts";
import { tick, where } from "./words.ts";

/** Rows are chosen by a column that nothing helps to find. */
export const bareRead: TopicKind = {
  name: "bare-read",
  source: "challenge",
  find({ view, claims }) {
    const reads = claimOf(claims, "reads");
    const rows = claimOf(claims, "rows");
    const seen = new Set<string>();
    return bareReads(view).flatMap(({ table, column, endpoint, line }) => {
      const subject = `${table.name}.${column}`;
      if (seen.has(subject)) return [];
      seen.add(subject);
      const place = placeOf(view, "schema", table.columns.find(({ name }) => name === column)?.line ?? table.line);
      const many = rows === null ? "100 million rows" : `${countWords(rows.value)} rows`;
      const isMain = subject === `${view.lookup?.table.name ?? ""}.${view.lookup?.column.name ?? ""}`;
      const rate = reads === null || !isMain ? "" : ` at your ${countWords(reads.value)} reads a second`;
      return [
        {
          subject,
          facts: ["lookup-has-index" as const],
          place,
          strength: isMain ? 0.9 : 0.75,
          wordings: [
            `${tick(subject)}${where(place)} is what ${tick(endpoint)} (api ${line}) looks for. What does that query cost${rate === "" ? ` with ${many}` : rate}?`,
            `${tick(endpoint)} (api ${line}) wants the rows with one ${tick(column)}${where(place)}. Among ${many}, how many does the database touch to find them?`,
            `With ${many}, how does the database get from a ${tick(column)}${where(place)} to the row that ${tick(endpoint)} (api ${line}) asks for?`,
          ],
        },
      ];
    });
  },
  mended(subject, { view }) {
    const [name = "", column = ""] = subject.split(".");
    const table = view.tables.get(name);
    if (table === undefined || !table.columns.some((one) => one.name === column)) return "";
    const index = table.indexes.find(({ columns }) => columns[0] === column);
    if (index !== undefined) return `${tick(subject)} is found by an index now (schema ${index.line}).`;
    return isFound(table, column) ? `${tick(subject)} is a key now: one lookup finds its row.` : "";
  },
};

/** A deletion or join by the parent reads all children. */
export const bareForeignKey: TopicKind = {
  name: "bare-foreign-key",
  source: "challenge",
  find({ view }) {
    return [...view.tables.values()].flatMap((table) =>
      table.foreignKeys.flatMap((key) => {
        const column = key.columns[0] ?? "";
        if (column === "" || isFound(table, column)) return [];
        const line = key.line ?? table.columns.find(({ name }) => name === column)?.line ?? table.line;
        const place = placeOf(view, "schema", line);
        const from = tick(`${table.name}.${column}`);
        return [
          {
            subject: `${table.name}.${column}`,
            facts: ["foreign-keys-indexed" as const],
            place,
            strength: 0.6,
            wordings: [
              `A row of ${tick(key.table)} is deleted. How does the database find the rows of ${tick(table.name)} whose ${tick(column)}${where(place)} points at it?`,
              `${from}${where(place)} refers to ${tick(key.table)}. Which query starts at the other end, and what does it read?`,
              `What does it cost to ask for the rows of ${tick(table.name)} that belong to one of ${tick(key.table)}, by ${from}${where(place)}?`,
            ],
          },
        ];
      }),
    );
  },
  mended: (subject, { view }) =>
    view.tables.has(subject.split(".")[0] ?? "") ? `${tick(subject)} is found by an index now.` : "",
};

/** Two rows may carry what is looked up. */
export const ambiguous: TopicKind = {
  name: "ambiguous",
  source: "challenge",
  find({ view }) {
    const { lookup, create } = view;
    if (lookup === null || isUnique(lookup.table, lookup.column.name)) return [];
    const { table, column, operation } = lookup;
    const place = placeOf(view, "schema", column.line);
    const reader = operation === null ? "a reader" : tick(endpointOf(operation));
    const writer = create === null ? "two writers" : `two requests to ${tick(endpointOf(create.operation))}`;
    return [
      {
        subject: `${table.name}.${column.name}`,
        facts: ["key-is-unique"],
        place,
        strength: 0.9,
        wordings: [
          `What stops ${writer} from storing the same ${tick(`${table.name}.${column.name}`)}${where(place)} at the same moment?`,
          `Two rows of ${tick(table.name)} have the same ${tick(column.name)}${where(place)}. Which one does ${reader} get?`,
          `The schema takes a second row with the same ${tick(column.name)}${where(place)}. What else would refuse it?`,
        ],
      },
    ];
  },
  mended(subject, { view }) {
    const { lookup } = view;
    return lookup !== null && `${lookup.table.name}.${lookup.column.name}` === subject
      ? `The database itself refuses a second ${tick(subject)} now.`
      : "";
  },
};

/** The key of a request is kept where two may lie. */
export const looseKey: TopicKind = {
  name: "loose-key",
  source: "challenge",
  find({ view, facts }) {
    const fact = facts.get("idempotency-column-unique");
    if (fact === undefined || fact.holds) return [];
    const column = `${fact.holes["table"] ?? ""}.${fact.holes["column"] ?? ""}`;
    const create = view.create === null ? "the request" : tick(endpointOf(view.create.operation));
    return [
      {
        subject: column,
        facts: ["idempotency-column-unique", "create-is-idempotent"],
        place: fact.place,
        strength: 0.85,
        wordings: [
          `${create} and its repeat arrive in the same millisecond, and both look into ${tick(column)}${where(fact.place)}. What do they find there?`,
          `Two services look for one key in ${tick(column)}${where(fact.place)} and neither finds it. What happens next?`,
          `Between looking into ${tick(column)}${where(fact.place)} and writing there, how much time is there for a second request?`,
        ],
      },
    ];
  },
  mended: (column) => `${tick(column)} takes each key once now.`,
};

/** Where a visitor goes may be empty. */
export const nowhere: TopicKind = {
  name: "nowhere",
  source: "challenge",
  find({ view }) {
    return view.operations.flatMap(({ operation, acts }) => {
      const redirect = operation.steps.find((step) => "redirect" in step);
      const target =
        redirect !== undefined && "redirect" in redirect && typeof redirect.redirect === "string"
          ? redirect.redirect
          : "";
      const name = /^\$row\.(\w+)$/.exec(target)?.[1];
      const table = view.tables.get(acts.find(({ kind }) => kind === "get")?.table ?? "");
      const column = table?.columns.find((one) => one.name === name);
      if (table === undefined || column === undefined || !column.nullable) return [];
      const place = placeOf(view, "schema", column.line);
      const endpoint = tick(endpointOf(operation));
      return [
        {
          subject: `${table.name}.${column.name}`,
          facts: ["table-for-links" as const],
          place,
          strength: 0.6,
          wordings: [
            `${tick(`${table.name}.${column.name}`)}${where(place)} may be null, and ${endpoint} sends people to it. Where does such a visitor land?`,
            `What is a row of ${tick(table.name)} without ${tick(column.name)}${where(place)}, and how could one come about?`,
            `${endpoint} finds a row whose ${tick(column.name)}${where(place)} is null. What does it answer?`,
          ],
        },
      ];
    });
  },
  mended: (subject, { view }) => {
    const [table = "", name = ""] = subject.split(".");
    return view.tables.get(table)?.columns.some((one) => one.name === name && !one.nullable)
      ? `${tick(subject)} is always there now.`
      : "";
  },
};

/** A table that no endpoint touches, once endpoints touch others. */
export const idle: TopicKind = {
  name: "idle",
  source: "challenge",
  find({ view }) {
    const used = new Set(view.operations.flatMap(({ acts }) => acts.map(({ table }) => table)));
    if (used.size === 0) return [];
    return [...view.tables.values()]
      .filter((table) => !used.has(table.name) && !isGiven(view, table))
      .slice(0, 3)
      .map((table) => {
        const place = placeOf(view, "schema", table.line);
        return {
          subject: table.name,
          facts: ["every-endpoint-has-table" as const],
          place,
          strength: 0.45,
          wordings: [
            `No endpoint reads or writes ${tick(table.name)}${where(place)}. Who fills it?`,
            `What would be lost if ${tick(table.name)}${where(place)} were not there?`,
            `Which request is ${tick(table.name)}${where(place)} for?`,
          ],
        };
      });
  },
  mended(name, { view }) {
    const by = view.operations.find(({ acts }) => acts.some(({ table }) => table === name))?.operation;
    return by === undefined ? "" : `${tick(endpointOf(by))} uses ${tick(name)} now.`;
  },
};

/** More is let in than the column holds. */
export const cut: TopicKind = {
  name: "cut",
  source: "contradiction",
  find({ view }) {
    return view.operations.flatMap(({ operation, acts }) =>
      acts.flatMap((act) => {
        const { step } = act;
        const table = view.tables.get(act.table);
        if (!("insert" in step) || table === undefined) return [];
        return Object.entries(step.values).flatMap(([name, value]) => {
          const field = typeof value === "string" ? /^\$body\.(\w+)$/.exec(value)?.[1] : undefined;
          const column = table.columns.find((one) => one.name === name);
          const holds = column === undefined ? null : lengthOf(column.type);
          const most = mostOf(fieldsOf(operation.body).find(([key]) => key === field)?.[1]);
          if (column === undefined || holds === null || most === null || most <= holds) return [];
          const place = placeOf(view, "schema", column.line);
          const endpoint = tick(endpointOf(operation));
          return [
            {
              subject: `${table.name}.${name}`,
              facts: ["bad-input-is-4xx" as const],
              place,
              strength: 0.7,
              wordings: [
                `${endpoint} lets ${countWords(most)} characters of ${tick(field ?? "")} in (api ${operation.bodyLine ?? operation.line}), ${tick(`${table.name}.${name}`)} holds ${countWords(holds)}${where(place)}. What does a client get that sends ${countWords(holds + 1)}?`,
                `${tick(`${name} ${column.type}`)}${where(place)} is shorter than what ${endpoint} takes, ${countWords(most)} characters (api ${operation.bodyLine ?? operation.line}). Which of the two is meant?`,
                `A ${tick(field ?? "")} of ${countWords(most)} characters passes ${endpoint} (api ${operation.bodyLine ?? operation.line}). What does ${tick(`${name} ${column.type}`)}${where(place)} do with it?`,
              ],
            },
          ];
        });
      }),
    );
  },
  mended(subject, { view }) {
    const [table = "", name = ""] = subject.split(".");
    const column = view.tables.get(table)?.columns.find((one) => one.name === name);
    return column === undefined ? "" : `${tick(subject)} and what is let in fit together now.`;
  },
};

function mostOf(schema: unknown): number | null {
  const most = typeof schema === "object" && schema !== null && "maxLength" in schema ? schema.maxLength : null;
  return typeof most === "number" && Number.isFinite(most) ? most : null;
}
