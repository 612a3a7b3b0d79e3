import { type Explained, failuresOf, linesLike, logEvidence, resultEvidence, type Rule } from "./case.ts";

interface Sign {
  category: string;
  pattern: RegExp;
  cause: (found: RegExpExecArray) => string;
  nextStep: (found: RegExpExecArray) => string;
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
    cause: ([, name]) => `A value came twice where the schema allows it once (constraint ${name ?? ""}).`,
    nextStep: () => "Say in the API what happens then: return the existing row, draw another value, or answer 409.",
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

/** A test failed while the service's own log names the statement that did not work. */
export const databaseRefused: Rule = ({ run }): Explained | null => {
  const failures = failuresOf(run);
  if (failures.length === 0) return null;
  for (const { category, pattern, cause, nextStep } of signs) {
    const lines = linesLike(run, pattern);
    const [first] = lines;
    const found = pattern.exec(first?.line ?? failures.map(bodyOf).find((body) => pattern.test(body)) ?? "");
    if (found === null) continue;
    const results = failures.filter((result) => first !== undefined || pattern.test(bodyOf(result))).slice(0, 2);
    // A key that is refused is what keeps a design right; it explains a failure only where the answer was an error.
    if (category === "unique" && !failures.some((result) => (result.response?.status ?? 0) >= 500)) continue;
    return {
      category,
      cause: cause(found),
      attribution: "design",
      evidence: [...lines.map(logEvidence), ...results.map(resultEvidence)],
      nextStep: nextStep(found),
      confidence: 0.9,
    };
  }
  return null;
};

const bodyOf = ({ response }: ReturnType<typeof failuresOf>[number]): string => response?.body ?? "";
