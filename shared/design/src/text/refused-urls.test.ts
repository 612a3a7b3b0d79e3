import { expect, test } from "vitest";
import { refusesUrls, tellsToRefuseUrls } from "./refused-urls.ts";

test.each([
  "400 Missing/overlong key, malformed JSON, or url is not absolute http/https",
  '"400": { "error": "INVALID_URL" }',
  "400 `url_invalid` (nicht absolut, nicht http/https)",
  "`422` url invalide (http et https seulement, 6000 caractères maximum)",
  "422 long_url missing, or not http:// https://, or longer than 5000",
  "400 bad uuid / url not absolute http(s) / > 8 KB",
  "url missing / not http(s) / too long",
  "400 si la URL no es válida",
  "400 não é uma URL",
  "400 n'est pas une url",
  "400 keine gültige URL",
  "400 zły url",
  "422 niepoprawny adres",
  "400 neplatná URL",
  "400 ongeldige url",
  "400 некорректный URL",
  "422 long_url is missing or not a valid http/https url (FastAPI / pydantic HttpUrl)",
  "url: must be an absolute http or https URL",
  "throw new BadRequest('invalidUrl')",
  "422 url refusée",
  "422: not a web address",
  "400 keine Webadresse",
  "400 no es una dirección web",
  "422 pas une adresse web",
  "400 URL not accepted",
  "422 abgelehnte URL",
  "422 `enlace` rechazado",
])("beside an endpoint it is told that what is no URL is refused: %s", (text) => {
  expect(refusesUrls(text)).toBe(true);
});

test.each([
  "400 url missing",
  "400 malformed JSON, url missing",
  "400 no url",
  "400 Bad request: url is required",
  "409 key already used with a different url",
  "422 the key was used before for another url, or is not a UUID",
  "404 unknown link",
  "url: string, at most 2000 characters",
  "we do not validate the URL",
  "302 redirects to the link over https",
  "422 url rejected, it is on the blocklist",
  "422 link refused as phishing",
  "on ne valide pas l'URL",
])("nothing is told of what is no URL: %s", (text) => {
  expect(refusesUrls(text)).toBe(false);
});

test.each([
  ["Only absolute http/https URLs are accepted.", true],
  ["Anything that is not a URL is answered with 400.", true],
  ["URLs are validated before they are stored.", true],
  ["Es werden nur http- und https-URLs angenommen; es muss eine absolute URL sein.", true],
  [String.raw`On valide l'URL : contrainte Assert\Url. Sinon 422, rien n'est écrit.`, true],
  ["Validamos la URL antes de guardarla.", true],
  ["Prima di tutto validiamo l'url lunga.", true],
  ["Laravel: 'url' => 'required|url|max:2048'.", true],
  ['URL string `json:"url" validate:"required,url"`', true],
  ["On enregistre sans valider l'URL.", false],
  ["Le lien https://kurz.example/abc reste valide.", false],
  ["An invalid link in the cache is read again.", false],
  ["We don't validate URLs.", false],
  ["The URL is stored as it was sent. An invalid key is a 400.", false],
  ["Only HTTP 302 lets us count who opens links.", false],
])("a document about everything: %s", (text, isTold) => {
  expect(tellsToRefuseUrls(text)).toBe(isTold);
});
