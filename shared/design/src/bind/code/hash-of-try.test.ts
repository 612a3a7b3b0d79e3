import { expect, test } from "vitest";
import { hashesOfTries } from "./hash-of-try.ts";

const wordsOf = (...texts: string[]) => hashesOfTries("code", texts).flatMap(({ words }) => words);

test.each([
  ["a call", 'code = sha256(f"{n}|{url}".encode()).hexdigest()[:8]'],
  ["what is seen to go up", 'salt = 0\ncode = Digest::SHA256.hexdigest("#{url}:#{salt}")[0, 8]\nsalt += 1'],
  [
    "a salt that is made of the try",
    'for attempt in range(10):\n  salt = "" if attempt == 0 else f"#{attempt}"\n  code = b62(sha256(url + salt))',
  ],
  ["a suffix that is", 'String suffix = n == 0 ? "" : "-" + n;\nString code = base62(sha256(url + suffix));'],
  ["a salt of SQL's that is", "salt := '#' || i::text;\ncode := left(md5(url || salt), 8);"],
  ["a salt that is counted out", 'n = sha256(url + salt) mod 62^8. If it is taken we add salt (`"#1"`, then `"#2"`).'],
  [
    "a function whose input is named apart",
    'Code(url, attempt):\n  input = attempt == 0 ? url : url + "\\n" + attempt\n  n = first 8 bytes of SHA-256(UTF-8(input))',
  ],
  [
    "a call of what is defined elsewhere",
    "func slugFor(u string, i int) string { s := sha1.Sum([]byte(u + strconv.Itoa(i))); return base62(s) }\nfor i := 0; i < 5; i++ { code := slugFor(url, i) }",
  ],
  [
    "a function in the words of SQL",
    "for i in 0..9 loop\n v_code := make_code(url, i);\nend loop;\n-- make_code: left(encode(digest(a || b, 'sha256'), 'hex'), 8)",
  ],
  ["words", "The code is the first 8 characters of SHA-256 over the URL and a counter that starts at 0."],
  ["words, the hash last", "For the code, the URL and the attempt number are hashed with md5."],
  ["German words", "Der Code ist der Anfang von sha256 der URL und dem Versuch (0, 1, 2)."],
  ["French words", "Le code est le début du sha256 de la URL et du compteur."],
  ["Spanish words", "El code es hash de la URL y el intento."],
])("a code is a hash of its URL and of the number of the try in %s", (_how, text) => {
  expect(wordsOf(text)).toContain("url");
});

test.each([
  ["nothing counts", "code = sha256(url)[:8]"],
  ["a salt is drawn", "salt = random()\ncode = sha256(url + salt)[:8]"],
  ["a salt is drawn for each try", "for i in range(3):\n salt = random_text(i)\n code = sha256(url + salt)[:8]"],
  ["a salt is the service's own", "salt = settings.SALT\ncode = sha256(url + salt)[:8]"],
  ["a URL is one of many", "for i in range(9):\n url = urls[i]\n code = sha256(url)[:8]"],
  ["nothing hashes", "function codeFor(url, attempt) { return nanoid(8) }"],
  ["it is a row's own", "insert into key (url, n) values (sha256(body), 1)"],
  ["a counter stands beside a hash", "A code is no hash of the URL. A counter is encoded."],
])("no code is a hash of a try where %s", (_why, text) => {
  expect(wordsOf(text)).toEqual([]);
});
