import type { Endpoint } from "@proofroom/domain/design/model";

/** What of an endpoint people write down in whatever form. */
interface Written {
  method: string;
  path: string;
  summary: string;
  headers: string[];
  query: string[];
  /** Field → an example in JSON; null where nothing is sent. */
  body: Map<string, string> | null;
  answers: { status: number; fields: string[] | null }[];
}

const schemaOf = (value: unknown): Record<string, unknown> => (typeof value === "object" ? { ...value } : {});
const entriesOf = (schema: unknown): [string, unknown][] => Object.entries(schemaOf(schemaOf(schema)["properties"]));

function exampleOf(name: string, schema: unknown): string {
  const { type, format, enum: values } = schemaOf(schema);
  if (Array.isArray(values) && values.length > 0) return JSON.stringify(values[0]);
  if (type === "integer" || type === "number") return "42";
  if (type === "boolean") return "true";
  if (type === "array" || type === "object") return type === "array" ? "[]" : "{}";
  if (format === "uuid") return '"6f1c2a9e-0b7d-4a51-9d62-1f0e8c7b5a11"';
  if (format === "date-time") return '"2026-05-02T10:00:00Z"';
  return /ur[il]|link|target/i.test(name) ? '"https://example.com/a?b=c"' : `"${name.slice(0, 3)}-1"`;
}

function written({ method, path, summary = "", parameters, body, responses }: Endpoint): Written {
  const named = (place: string): string[] => parameters.flatMap((one) => (one.in === place ? one.name : []));
  const fields = entriesOf(body).map(([name, schema]): [string, string] => [name, exampleOf(name, schema)]);
  return {
    method,
    path,
    summary,
    headers: named("header"),
    query: named("query"),
    body: fields.length === 0 ? null : new Map(fields),
    answers: responses
      // What is malformed is told in words, which these forms do not carry.
      .filter(({ status, schema }) => status !== 400 || schema !== undefined)
      .map(({ status, schema }) => {
        const { type, items } = schemaOf(schema);
        const names = entriesOf(type === "array" ? items : schema).map(([name]) => name);
        return { status, fields: names.length === 0 ? null : names };
      }),
  };
}

const json = (body: Map<string, string>): string =>
  `{ ${[...body].map(([name, example]) => `"${name}": ${example}`).join(", ")} }`;
const braced = (names: string[] | null): string => (names === null ? "" : ` { ${names.join(", ")} }`);
const asked = ({ path, query }: Written): string => (query.length === 0 ? path : `${path}?${query.join("&")}`);
const colons = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");
const lines = (list: (string | null)[], between = "\n"): string => list.filter((line) => line !== null).join(between);

/** The labels of people who write in one language. */
interface Labels {
  method: string;
  path: string;
  headers: string;
  body: string;
  answers: string;
  taken: string;
}

const labels: Record<string, Labels> = {
  English: { method: "method", path: "path", headers: "headers", body: "body", answers: "responses", taken: "refused" },
  German: {
    method: "Methode",
    path: "Pfad",
    headers: "Kopfzeilen",
    body: "Anfrage",
    answers: "Antworten",
    taken: "abgelehnt",
  },
  Spanish: {
    method: "método",
    path: "ruta",
    headers: "cabeceras",
    body: "cuerpo",
    answers: "respuestas",
    taken: "rechazado",
  },
  French: {
    method: "méthode",
    path: "chemin",
    headers: "en-têtes",
    body: "corps",
    answers: "réponses",
    taken: "refusé",
  },
  Portuguese: {
    method: "método",
    path: "caminho",
    headers: "cabeçalhos",
    body: "corpo",
    answers: "respostas",
    taken: "recusado",
  },
  Polish: {
    method: "metoda",
    path: "ścieżka",
    headers: "nagłówki",
    body: "żądanie",
    answers: "odpowiedzi",
    taken: "odrzucone",
  },
};

const said = ({ status, fields }: Written["answers"][number], { taken }: Labels): string =>
  fields === null ? `${status}${status < 400 ? "" : ` ${taken}`}` : `${status}${braced(fields)}`;

type Form = (endpoints: Written[], labels: Labels) => string;

const forms: Record<string, Form> = {
  "a line each": (all) =>
    all
      .map((one) => {
        const sent = one.body === null ? "" : ` {${[...one.body.keys()].join(", ")}}`;
        const marks = one.headers.length === 0 ? "" : ` [${one.headers.join(", ")}]`;
        const answers = one.answers.map(({ status, fields }) => `${status}${braced(fields)}`).join(" | ");
        return `${one.method} ${asked(one)}${sent}${marks} -> ${answers}`;
      })
      .join("\n"),
  "lines below each": (all, words) =>
    all
      .map((one) =>
        lines([
          `${one.method} ${colons(one.path)}`,
          ...one.headers.map((name) => `    ${name}: <uuid>`),
          one.body === null ? null : `    ${json(one.body)}`,
          ...one.answers.map((answer) => `    ${said(answer, words)}`),
        ]),
      )
      .join("\n\n"),
  headings: (all, words) =>
    all
      .map((one) =>
        lines(
          [
            `### ${one.method} ${asked(one)}`,
            one.headers.length === 0
              ? null
              : `${words.headers}: ${one.headers.map((name) => `\`${name}\``).join(", ")}`,
            one.body === null ? null : `${words.body}:\n\`\`\`json\n${json(one.body)}\n\`\`\``,
            `${words.answers}:\n${one.answers.map((answer) => `- ${said(answer, words)}`).join("\n")}`,
          ],
          "\n\n",
        ),
      )
      .join("\n\n"),
  "a table": (all, words) => {
    const row = (cells: string[]): string => `| ${cells.join(" | ")} |`;
    const head = [words.method, words.path, words.body, words.answers];
    return lines([
      row(head),
      row(head.map(() => "---")),
      ...all.map((one) => {
        const headers = one.headers.map((name) => `header \`${name}\` `).join("");
        const sent = one.body === null ? "-" : `\`${json(one.body)}\``;
        return row([one.method, asked(one), `${headers}${sent}`, one.answers.map((a) => said(a, words)).join(", ")]);
      }),
    ]);
  },
  "a list in YAML": (all, words) =>
    `endpoints:\n${all
      .map((one) =>
        lines([
          `  - ${words.method}: ${one.method}`,
          `    ${words.path}: ${one.path}`,
          one.headers.length === 0 ? null : `    ${words.headers}: [${one.headers.join(", ")}]`,
          one.body === null ? null : `    ${words.body}: ${json(one.body)}`,
          `    ${words.answers}:`,
          ...one.answers.map(({ status, fields }) => `      ${status}:${braced(fields) || ` ${words.taken}`}`),
        ]),
      )
      .join("\n")}`,
  "keys in YAML": (all) =>
    all
      .map((one) =>
        lines([
          `${one.method} ${colons(one.path)}:`,
          one.headers.length === 0 ? null : `  headers: ${one.headers.join(", ")}`,
          one.body === null ? null : `  body: { ${[...one.body.keys()].join(", ")} }`,
          ...one.answers.map(({ status, fields }) => `  ${status}:${braced(fields) || " see the design"}`),
        ]),
      )
      .join("\n\n"),
  sentences: (all) =>
    all
      .map((one) => {
        const names = (list: Iterable<string>): string => [...list].map((name) => `\`${name}\``).join(", ");
        const sent = one.body === null ? "nothing" : names(one.body.keys());
        const headers = one.headers.length === 0 ? "" : ` and the header ${names(one.headers)}`;
        const answers = one.answers.map(({ status, fields }) =>
          fields === null ? `${status}` : `${status} with ${names(fields)}`,
        );
        return `\`${one.method} ${one.path}\` takes ${sent}${headers}. It returns ${answers.join(", ")}.`;
      })
      .join("\n\n"),
};

/** A form, and for those in which words stand a language. */
export const otherForms: [name: string, write: (endpoints: Endpoint[]) => string][] = Object.entries(forms).flatMap(
  ([form, write]) =>
    Object.entries(labels)
      .filter(([language]) => write.length > 1 || language === "English")
      .map(([language, words]): [string, (endpoints: Endpoint[]) => string] => [
        write.length > 1 ? `${form}, in ${language}` : form,
        (endpoints) => write(endpoints.map(written), words),
      ]),
);
