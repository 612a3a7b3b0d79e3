import { expect, test } from "vitest";
import { takesAnyText, withoutFormlessRules } from "./any-text.ts";
import { refusesUrls, tellsToRefuseUrls } from "./refused-urls.ts";

test.each([
  "Não fico julgando se é URL de verdade ou não. Pronto.",
  "Veio `banana`, guarda `banana` e devolve 201 com o código.",
  "We don't check whether it really is a URL.",
  "I do not validate that the link is a valid URL, the browser will complain.",
  "Any non-empty string up to 2048 characters is accepted.",
  "There is no URL validation.",
  "Wir prüfen nicht, ob es eine URL ist; 'hallo' wird gespeichert.",
  "On accepte n'importe quelle chaîne.",
  "Se guarda cualquier texto.",
  "任何字符串都可以保存。",
  '`POST {"url": "foo"}` gets a code and a 201.',
])("whatever text is sent is taken: %s", (text) => {
  expect(takesAnyText(text)).not.toBeNull();
});

test.each([
  "`banana` is answered 422.",
  "We don't check whether the URL is reachable.",
  "We do not look if the URL is a link that exists already.",
  "Whatever the client sends is stored byte for byte.",
  "Anything else is a 400.",
  "Any string that is not an absolute URL is rejected.",
  "A code is any text of seven characters.",
  "The `code` is answered with 201.",
  "No validation error is cached.",
])("nothing is told of taking any text: %s", (text) => {
  expect(takesAnyText(text)).toBeNull();
});

test.each([
  "$r->validate(['url' => 'required|string|max:2048']);",
  "$request->validate(['long_url' => ['required', 'string']]);",
  "validates :url, presence: true, length: { maximum: 2048 }",
  "validates :target_url, presence: true",
])("that a field is there and how long it is tells nothing of its form: %s", (code) => {
  expect([refusesUrls(code), tellsToRefuseUrls(code)]).toEqual([false, false]);
});

test.each([
  "$r->validate(['url' => 'required|url|max:2048']);",
  "validates :url, presence: true, format: URI::DEFAULT_PARSER.make_regexp(%w[http https])",
])("a rule of its form stays: %s", (code) => {
  expect(withoutFormlessRules(code)).toBe(code);
});
