import { lengthOf } from "../arithmetic.ts";
import { placeOf } from "../design-view.ts";
import { endpointOf } from "../facts/api.ts";
import { remembered } from "../../language/remembered.ts";
import { countPattern, numberOf } from "./counted.ts";
import type { TopicKind } from "./kind.ts";
import { lineOf, statementsOf } from "./statements.ts";
import { cited, tick, where } from "./words.ts";

const characters = new RegExp(
  `\\b${countPattern}[ -](?:random |base ?-?62 |alphanumeric )*(characters?|chars?|letters|symbols)\\b`,
  "i",
);
/** The counted characters of a sentence; sentences are mostly those of the reading before. */
const charactersIn = remembered((sentence): readonly string[] => [...(characters.exec(sentence) ?? [])]);

/** The text counts other characters than the schema or the endpoint. */
export const length: TopicKind = {
  name: "length",
  source: "contradiction",
  find({ view }) {
    const { lookup, create } = view;
    if (lookup === null) return [];
    const { table, column } = lookup;
    const act = create?.acts.find((one) => one.kind === "insert" && one.table === table.name);
    const value = act !== undefined && "insert" in act.step ? act.step.values[column.name] : undefined;
    const made = typeof value === "object" && value !== null && "base62" in value ? value.base62 : null;
    const holds = lengthOf(column.type);
    for (const { sentence, paragraph } of statementsOf(view)) {
      const found = charactersIn(sentence);
      const [counted] = found;
      if (counted === undefined || !/code|slug|alias|short|key|base ?62/i.test(`${paragraph.heading} ${sentence}`))
        continue;
      const said = numberOf(found[1] ?? "");
      const other = made !== null && made !== said ? made : holds !== null && isOtherLength(said, holds) ? holds : null;
      if (other === null || said === 0) continue;
      const text = lineOf(view, paragraph, counted);
      const isMade = other === made;
      const place = isMade && act !== undefined ? placeOf(view, "api", act.line) : placeOf(view, "schema", column.line);
      const what = isMade
        ? `the length of ${tick(column.name)} is ${other}${where(place)}`
        : `${tick(`${column.name} ${column.type}`)} takes no more than ${other}${where(place)}`;
      return [
        {
          subject: `${table.name}.${column.name}`,
          facts: ["key-space-enough"],
          place,
          strength: 0.9,
          wordings: [
            `The design says ${cited(counted)}${where(text)}, but ${what}. Which of the two holds?`,
            `${what[0]?.toUpperCase() ?? ""}${what.slice(1)}, and design ${text.line} speaks of ${said}. Which one do clients get to see?`,
            said > other
              ? `A value of ${said} characters, as in design ${text.line}, meets ${tick(`${table.name}.${column.name}`)}${where(place)}. What happens?`
              : `${tick(`${table.name}.${column.name}`)}${where(place)} has room for ${other} characters and design ${text.line} counts ${said}. Which number did you reckon the codes with?`,
          ],
        },
      ];
    }
    return [];
  },
  mended(subject, { view: { lookup } }) {
    if (lookup === null || `${lookup.table.name}.${lookup.column.name}` !== subject) return "";
    return `Text and schema agree on ${tick(`${lookup.column.name} ${lookup.column.type}`)} now.`;
  },
};

/** The endpoint makes more characters than the column takes. */
export const fit: TopicKind = {
  name: "fit",
  source: "contradiction",
  find({ view }) {
    const { lookup, create } = view;
    const act = create?.acts.find((one) => one.kind === "insert" && one.table === lookup?.table.name);
    if (lookup === null || create === null || act === undefined || !("insert" in act.step)) return [];
    const value = act.step.values[lookup.column.name];
    const made =
      typeof value === "object" && value !== null
        ? "base62" in value
          ? value.base62
          : "uuid" in value
            ? 36
            : null
        : null;
    const holds = lengthOf(lookup.column.type);
    if (made === null || holds === null || made <= holds) return [];
    const column = tick(`${lookup.column.name} ${lookup.column.type}`);
    const place = placeOf(view, "schema", lookup.column.line);
    const endpoint = tick(endpointOf(create.operation));
    return [
      {
        subject: `${lookup.table.name}.${lookup.column.name}`,
        facts: ["key-space-enough"],
        place,
        strength: 0.95,
        wordings: [
          `${endpoint} makes ${made} characters (api ${act.line}), ${column} takes ${holds}${where(place)}. What does the first request get?`,
          `${made} characters from api ${act.line} go into ${column}${where(place)}. What does the database say to that?`,
          `Which is right, the ${made} characters of ${endpoint} (api ${act.line}) or ${column}${where(place)}?`,
        ],
      },
    ];
  },
  mended: (_subject, { view: { lookup } }) =>
    lookup === null ? "" : `${tick(`${lookup.column.name} ${lookup.column.type}`)} takes what is made now.`,
};

/** A column that takes fewer characters than are said, or that is as short as codes are and takes some more. */
const isOtherLength = (said: number, holds: number): boolean =>
  said > holds || (holds <= longestOfCodes && holds - said > 1);

const longestOfCodes = 8;
