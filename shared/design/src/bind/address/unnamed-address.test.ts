import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { isAddressName } from "./unnamed-address.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const stepsOf = (columns: string, body: string) => {
  const schema = `create table kurz (kuerzel varchar(8) primary key, ${columns});`;
  const api = `POST /kurz ${body} -> 201 {kuerzel}\nGET /{kuerzel} -> 302 | 404\n`;
  return readDesign({ schema, api, design }, capabilities).operations.map(({ steps }) => steps);
};

test.each([
  ["ziel varchar(2048) not null, besitzer varchar(80) not null", "{url: uri} header `X-Benutzer`", "ziel", "url"],
  ["ziel text not null, -- die URL\n notiz text not null default ''", "{adresse: uri}", "ziel", "adresse"],
  ["cel text not null, klient_id text not null", "{url}", "cel", "url"],
  ["ziel_url text, notiz text", "{url: uri}", "ziel_url", "url"],
  ["cilova_url text, klient text, poznamka text", "{dlouha: uri}", "cilova_url", "dlouha"],
])(
  "a URL that is sent is kept in what has room for it, whatever both are called: %s",
  (columns, body, column, field) => {
    const [shorten, resolve] = stepsOf(columns, body);
    expect(shorten?.[0]).toMatchObject({ insert: "kurz", values: { [column]: `$body.${field}` } });
    expect(resolve?.at(-1)).toEqual({ redirect: `$row.${column}`, status: 302 });
  },
);

test("of two columns that have room for it, none is guessed", () => {
  const [shorten, resolve] = stepsOf("a text not null, b text not null", "{url}");
  expect(JSON.stringify(shorten)).not.toContain("$body.url");
  expect(JSON.stringify(resolve)).not.toContain("$row");
});

test.each([
  ["adres", true],
  ["adresse_cible", true],
  ["ZielAdresse", true],
  ["indirizzo", true],
  ["dirección", true],
  ["doel", true],
  ["adresat", false],
  ["notiz", false],
  ["celsius", false],
])("%s is called an address: %s", (name, is) => expect(isAddressName(name)).toBe(is));

test("what is called an address is where a URL is sent, though no type says so", () => {
  const [shorten] = stepsOf("adres text not null, wlasciciel text not null", "{adres: string} header `X-User-Id`");
  expect(shorten?.[0]).toMatchObject({ values: { adres: "$body.adres", wlasciciel: "$header.x-user-id" } });
});
