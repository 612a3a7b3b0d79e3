import { expect, test } from "vitest";
import { saidInAnyCase } from "./any-case-words.ts";

test.each([
  "Codes are looked up case-insensitively.",
  "Opening a link ignores case.",
  "The lookup is case insensitive, people type from paper.",
  "We find the code regardless of case.",
  "Opening doesn't care about case.",
  "Upper or lower case in the code does not matter.",
  "The case of a code doesn't matter when it is opened.",
  "GET /{code} (majuscules ou minuscules, peu importe)",
  "On cherche le code sans tenir compte des majuscules.",
  "L'ouverture est insensible à la casse.",
  "Beim Öffnen ist Groß-/Kleinschreibung egal.",
  "Das Kürzel wird unabhängig von Groß- und Kleinschreibung gesucht.",
  "El código se busca sin distinguir mayúsculas y minúsculas.",
  "O código é buscado sem diferenciar maiúsculas.",
  "Il codice si cerca senza distinguere tra maiuscole e minuscole.",
  "Код ищется без учёта регистра.",
  "Kod jest szukany bez względu na wielkość liter.",
  "打开短码时不区分大小写。",
  "コードは大文字と小文字を区別しない。",
  "코드는 대소문자를 구분하지 않는다.",
])("a code that is found in whatever case: %s", (said) => {
  expect(saidInAnyCase(said)).not.toBeNull();
});

test.each([
  "Codes are case-sensitive.",
  "Codes are not case-insensitive: aB and Ab are two links.",
  "Validation: the scheme must be http or https (case insensitive), the host present.",
  "Header names are case-insensitive.",
  "The lookup of a user by e-mail ignores case.",
  "Groß-/Kleinschreibung zählt.",
  "In any case the code is opened.",
  "Majuscules et minuscules comptent dans le code.",
  "短码区分大小写。",
  "コードは大文字と小文字を区別する。",
  "코드는 대소문자를 구분한다.",
  "El código distingue mayúsculas y minúsculas.",
  "A code is unique regardless of the case they bring up in review.",
  "The code is short. Comparing hosts is case-insensitive.",
])("what is none: %s", (said) => {
  expect(saidInAnyCase(said)).toBeNull();
});
