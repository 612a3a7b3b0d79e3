import type { TestResult } from "@proofroom/domain/judge/result";
import {
  type Explained,
  failuresOf,
  isOfAnother,
  isRepeat,
  linesLike,
  linesOf,
  logEvidence,
  repeatNext,
  resultEvidence,
  type Rule,
  wordsOf,
} from "./case.ts";

interface Sign {
  category: string;
  pattern: RegExp;
  cause: (found: RegExpExecArray, result: TestResult) => string;
  nextStep: (found: RegExpExecArray, result: TestResult) => string;
}

/** What Postgres says through a service, and what it means for the design that asked. */
const signs: Sign[] = [
  {
    category: "missing-column",
    pattern: /column "?([\w.]+)"?(?: of relation "?(\w+)"?)? does not exist/i,
    cause: ([, column, table]) =>
      `An endpoint uses the column ${column ?? ""}, which ${table === undefined ? "the schema" : `the table ${table}`} does not have.`,
    nextStep: ([, column]) =>
      `Add ${column ?? "the column"} to the schema, or name another column in the API's x-operation.`,
  },
  {
    category: "missing-table",
    pattern: /relation "?([\w.]+)"? does not exist/i,
    cause: ([, table]) => `An endpoint uses the table ${table ?? ""}, which the schema does not have.`,
    nextStep: ([, table]) =>
      `Create ${table ?? "the table"} in the schema, or name another table in the API's x-operation.`,
  },
  {
    category: "type-mismatch",
    pattern:
      /operator does not exist: ([\w ]+=[\w ]+)|column "?(\w+)"? is of type ([\w ]+) but expression is of type ([\w ]+)/i,
    cause: ([, operator, column, type, given]) =>
      column === undefined
        ? `A statement compares values of types that do not fit: ${operator ?? ""}.`
        : `The column ${column} is ${type ?? "of another type"} and was given ${given ?? "another"}.`,
    nextStep: () => "Make the column's type and what the API sends for it the same.",
  },
  {
    category: "type-mismatch",
    pattern: /invalid input (?:syntax|value) for (?:type|enum) "?([\w ]+\w)"?/i,
    cause: ([, type]) => `A value was to be read as ${type ?? "another type"}, and it is none.`,
    nextStep: () => "Make the column's type and what the API, or a default, puts into it the same.",
  },
  {
    category: "not-null",
    pattern: /null value in column "?(\w+)"?(?: of relation "?(\w+)"?)? violates not-null/i,
    cause: ([, column, table]) =>
      `A row was to be stored without ${column ?? "a column"}${table === undefined ? "" : ` of ${table}`}, which must not be null.`,
    nextStep: ([, column]) => `Give ${column ?? "the column"} a default or a value in the API, or allow null.`,
  },
  {
    category: "foreign-key",
    pattern: /violates foreign key constraint "?([\w.]+)"?/i,
    cause: ([, name]) => `A row refers to another one that is not there (constraint ${name ?? ""}).`,
    nextStep: () => "Create the row that is referred to first, or let the reference be null.",
  },
  {
    category: "unique",
    pattern: /duplicate key value violates unique constraint "?([\w.]+)"?/i,
    cause: ([, name = ""], result) =>
      isRepeat(result)
        ? `A request that came again was carried out again, and the schema refused its row (constraint ${name}).`
        : `A value came twice where the schema allows it once (constraint ${name}).`,
    nextStep: (_, result) =>
      isRepeat(result)
        ? repeatNext
        : "Say in the API's onConflict what happens then: draw another value, or return the row that is there. Longer values meet more rarely.",
  },
  {
    category: "value-too-long",
    pattern: /value too long for type ([\w ]+\(\d+\))/i,
    cause: ([, type]) => `A value was longer than ${type ?? "its column"} holds.`,
    nextStep: () => "Widen the column, or refuse longer values with a maxLength in the API.",
  },
  {
    category: "statement-timeout",
    pattern: /canceling statement due to (statement timeout|lock timeout)|query read timeout/i,
    cause: () => "A statement took longer than it may.",
    nextStep: () => "Look for a read that no index serves, or for rows that every request locks.",
  },
  {
    category: "deadlock",
    pattern: /deadlock detected/i,
    cause: () => "Two transactions waited for each other's rows.",
    nextStep: () => "Take rows in the same order in every transaction.",
  },
  {
    category: "too-many-connections",
    pattern: /too many (clients|connections)|remaining connection slots/i,
    cause: () => "The services together opened more connections than the database gives.",
    nextStep: () => "Draw fewer replicas of the service, or pool their connections.",
  },
];

/**
 * A test failed by an answer that says what the database refused, or by a failure of the service whose log says it. What was
 * refused in passing, to another request, is the cause of nothing.
 */
export const databaseRefused: Rule = ({ run }): Explained | null => {
  const failures = failuresOf(run);
  for (const { category, pattern, cause, nextStep } of signs) {
    const says = (result: TestResult) =>
      pattern.test(wordsOf(result)) || linesLike(linesOf(run, result), pattern).length > 0;
    const own = failures.filter((result) => !isFine(result) && says(result));
    // A key that is refused is often what keeps a design right, so it explains only an answer that says so.
    const silent = category === "unique" ? [] : failures.filter(isWithoutReason);
    const results = own.length > 0 ? own : silent;
    const [first] = results;
    if (first === undefined) continue;
    const isForeign = isOfAnother(run, results);
    const lines = run.log.filter((line) => !isForeign(line));
    const found = pattern.exec(wordsOf(first)) ?? pattern.exec(linesLike(lines, pattern)[0]?.line ?? "");
    if (found === null) continue;
    const told = lines.filter(({ line }) => line.includes(found[0]));
    return {
      category,
      cause: cause(found, first),
      attribution: "design",
      evidence: [...linesLike(told, pattern).map(logEvidence), ...results.slice(0, 2).map(resultEvidence)],
      nextStep: nextStep(found, first),
      confidence: 0.9,
    };
  }
  return null;
};

const isFine = ({ response }: TestResult): boolean => (response?.status ?? 500) < 400;

/** The service broke, or refused without a word: its log has to say why. */
const isWithoutReason = (result: TestResult): boolean =>
  !isFine(result) && ((result.response?.status ?? 500) >= 500 || wordsOf(result) === "");
