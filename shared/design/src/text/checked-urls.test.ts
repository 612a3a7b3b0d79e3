import { expect, test } from "vitest";
import { checksUrls } from "./checked-urls.ts";

test.each([
  "1. Kein Schlüssel → 400\n2. `ziel`: `URI.new`, Schema http/https, Host vorhanden, ≤ 2000 Zeichen, sonst 422. Nichts wird geschrieben.",
  "`target` goes through `url.Parse`; an error, or a scheme other than http and https, is a 400.",
  'u, err := url.Parse(req.Target)\nif err != nil || u.Host == "" {\n  return c.JSON(422, bad)\n}',
  "- `lien` : `filter_var`, schéma http(s), sinon 422",
  "`validates_url :target, schemes: %w[http https]`\nOtherwise 422.",
  "validates :long, url: true (422)",
  "urlsplit(long).scheme in ('http', 'https') and a netloc, else 400",
  "`url::Url::parse` ok, host present, len <= 2048. Else 400.",
  "java.net.URI z hostem, inaczej 400",
  "El enlace se lee con `URI.parse` (Ruby), si falla 422",
  "body.url must pass yup.string().url(), anything else is rejected",
  "adres: schemat http lub https, w przeciwnym razie 400",
])("what is no URL is refused: %s", (text) => {
  expect(checksUrls(text)).toBe(true);
});

test.each([
  "`url.Parse` gives us the host for the statistics.",
  "The URL is stored. An invalid key is a 400.",
  "400 if the url is missing",
  "We do not validate with `URI.parse`; 400 is for a missing key.",
  "url.Parse gives the host, and what is on the blocklist is a 422.",
  "302 leads to the target over https. Unknown: 404.",
  "Plain http is answered with 400 by the load balancer.",
])("nothing is told of what is no URL: %s", (text) => {
  expect(checksUrls(text)).toBe(false);
});
