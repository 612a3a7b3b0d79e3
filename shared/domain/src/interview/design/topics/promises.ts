import { isUnique, placeOf } from "../design-view.ts";
import { says } from "../../language/negation.ts";
import type { TopicKind } from "./kind.ts";
import { lineOf, statementsOf } from "./statements.ts";
import { cited, tick, where } from "./words.ts";

/** The text promises what the schema doesn't keep. */
export const promised: TopicKind = {
  name: "promised",
  source: "contradiction",
  find({ view }) {
    const { lookup } = view;
    if (lookup === null || isUnique(lookup.table, lookup.column.name)) return [];
    const { table, column } = lookup;
    const one = statementsOf(view).find(
      ({ sentence }) => says(sentence, "unique") && (sentence.includes(column.name) || /\bcodes?\b/i.test(sentence)),
    );
    if (one === undefined) return [];
    const text = lineOf(view, one.paragraph, "unique");
    const place = placeOf(view, "schema", column.line);
    return [
      {
        subject: `${table.name}.${column.name}`,
        facts: ["key-is-unique"],
        place,
        strength: 0.92,
        wordings: [
          `Design ${text.line} says ${cited(one.sentence, 70)}. Which line of the schema sees to that for ${tick(`${table.name}.${column.name}`)}${where(place)}?`,
          `The text calls ${tick(column.name)} unique${where(text)}, the table takes the same value twice${where(place)}. Who keeps the promise?`,
          `Two services insert the same ${tick(column.name)}${where(place)} at once. What makes design ${text.line} true then?`,
        ],
      },
    ];
  },
  mended: (subject) => `The schema keeps what the text says of ${tick(subject)} now.`,
};

/** The text lets rows end, and no column says when. */
export const unending: TopicKind = {
  name: "unending",
  source: "contradiction",
  find({ view, facts }) {
    const fact = facts.get("expiry-column");
    if (fact === undefined || fact.holds) return [];
    const one = statementsOf(view).find(
      ({ sentence }) =>
        /\b(?:links?|urls?|codes?|rows?)\b/i.test(sentence) &&
        ["expire", "expires", "expiry", "deleted after", "removed after"].some((word) => says(sentence, word)) &&
        !/cache|token|key\b/i.test(sentence),
    );
    if (one === undefined) return [];
    const place = lineOf(view, one.paragraph, "expir");
    const table = fact.holes["table"] ?? "";
    return [
      {
        subject: table,
        facts: ["expiry-column", "retention-stated"],
        place,
        strength: 0.8,
        wordings: [
          `Design ${place.line} says ${cited(one.sentence, 70)}. Which column of ${tick(table)}${where(fact.place)} knows when?`,
          `Something ends by design ${place.line}. How does a reader of ${tick(table)}${where(fact.place)} tell that it has?`,
          `What design ${place.line} lets end has ended. What in ${tick(table)}${where(fact.place)} makes the next request answer differently?`,
        ],
      },
    ];
  },
  mended(_subject, { facts }) {
    const fact = facts.get("expiry-column");
    if (fact === undefined) return "";
    const column = fact.holds ? fact.holes["column"] : undefined;
    return column === undefined
      ? "The design no longer says that something ends."
      : `${tick(column)} says when a row ends now.`;
  },
};
