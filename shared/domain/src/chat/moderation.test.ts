import fc from "fast-check";
import { expect, test } from "vitest";
import { isAbusive } from "./abuse.ts";
import { moderate } from "./moderation.ts";
import { personalDataIn } from "./personal-data.ts";
import { plainText } from "./plain-text.ts";
import { redactSecrets, secretsIn } from "./secrets.ts";

/** What engineers write every day, and what only contains a word that means something else. */
const plainEnglish = [
  "kill the process, then kill -9 if it hangs",
  "We should kill it before it kills the pod",
  "I'll kill your pod if it leaks memory",
  "the master fails over to a slave, the slave becomes master",
  "abort the transaction",
  "import os; os.system('ls')",
  "act as a load balancer",
  "You are now a load balancer; execute the query",
  "execute the query and drop table links",
  "blacklist the IP, whitelist the crawler",
  "zombie and orphan processes are reaped by the parent",
  "a fork bomb, a poison pill, a dead letter, a man in the middle",
  "brute force, penetration test, backdoor, honeypot",
  "this design is stupid, sorry",
  "what the hell, this p99 is going to kill you",
  "damn, that shit is slow",
  "the connector is male to female",
  "Scunthorpe, Sussex, Essex, Middlesex, Penistone",
  "assess the class, assume the assignment, associate the password",
  "cumulative documents circumvent the cockpit",
  "a snigger in Niger and Nigeria, a niggardly cache",
  "raccoon, tycoon, cocoon; the chink in its armour",
  "spick and span, the dyke holds, the pakistani office",
  "fire retardant, le retard est de 200 ms, das Pedal",
  "el disco negro guarda los datos",
  "I'll beat you to it; I'll shoot you an e-mail",
  "you are stupid to use a lock here if you ask me",
  "drop-dead deadline, drop dead connections after 30 s",
  "hang on, hit the database, punch through the NAT, nuke the cache",
  "suicide burn of the error budget, grandfathered accounts",
  "sk-learn and sk-something, token: { type: string, maxLength: 200 }",
  "password: string, api_key text not null, secret bytea",
  "postgres://user:password@localhost:5432/app and redis://:${REDIS_PASSWORD}@cache",
  "Authorization: Bearer <token>, Basic auth over TLS, Bearer authentication-required-here",
  "base62 codes such as aZ09bQ7 and a sha256 of the URL",
  "שלום עולם, مرحبا بالعالم, 你好, Привет, Ça marche, größer",
  "👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 ❤️",
];

test("what engineers write passes as it is", () => {
  for (const text of plainEnglish) expect(moderate(text), text).toEqual({ outcome: "allow", text });
});

// Put together here, so that no scanner takes this file for a leak.
const join = (...parts: string[]): string => parts.join("");
const aws = join("AKIA", "IOSFODNN7EXAMPLE");
const github = join("ghp_", "16C7e42F292c6912E7710c838347Ae178B4a");
const jwt = join(
  "eyJhbGciOiJIUzI1NiJ9",
  ".",
  "eyJzdWIiOiIxMjM0NTY3ODkwIn0",
  ".",
  "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
);
const privateKey = join(
  "-----BEGIN RSA PRIVATE",
  " KEY-----\nMIIEowIBAAKCAQEAx0123456789\nabcdefABCDEF+/0123456789\nQ==\n-----END RSA PRIVATE KEY-----",
);
const secrets: [kind: string, text: string, secret: string][] = [
  ["AWS access key", `use ${aws} here`, aws],
  [
    "AWS secret key",
    `aws_secret_access_key = ${join("wJalrXUtnFEMI/K7MDENG", "/bPxRfiCYEXAMPLEKEY")}`,
    "wJalrXUtnFEMI",
  ],
  ["Google API key", join("key=AIza", "SyA-1234567890abcdefghijklmnopqrstu"), "SyA-1234567890"],
  ["Google client secret", join("GOCSPX-", "abcDEF0123456789abcdefghij12"), "abcDEF0123"],
  ["GitHub token", `git clone with ${github}`, github],
  ["GitHub token", join("github_pat_", "11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz"), "11ABCDEFG0"],
  ["GitLab token", join("glpat-", "xYz0123456789abcdefg"), "xYz0123456789"],
  ["Slack token", join("xoxb-", "123456789012-abcdefghij"), "123456789012"],
  [
    "Slack webhook",
    join("https://hooks.slack", ".com/services/T00000000/B00000000/XXXXabcdXXXXabcdXXXXabcd"),
    "XXXXabcd",
  ],
  ["Anthropic key", join("sk-ant-", "api03-abcdefghijklmnop-qrstuv"), "api03-abc"],
  ["OpenAI key", join("sk-proj-", "abcdefghijklmnopqrstuvwx0123"), "abcdefghij"],
  ["OpenAI key", join("sk-", "abcdefghijklmnopqrstT3BlbkFJabcdefghijklmnopqrst"), "T3BlbkFJ"],
  ["Stripe key", join("sk_live_", "0123456789abcdefABCDEF"), "0123456789abc"],
  ["npm token", join("npm_", "abcdefghijklmnopqrstuvwxyz0123456789"), "abcdefghij"],
  ["JSON web token", `cookie: ${jwt}`, jwt],
  ["private key", `here:\n${privateKey}\nthanks`, "MIIEowIBAAK"],
  ["password in a URL", "postgres://app:h0rse-b4ttery@db.internal:5432/links", "h0rse-b4ttery"],
  ["authorization header", "curl -H 'Authorization: Bearer 3f9a1c7be2d84f60a5'", "3f9a1c7be2d84f60a5"],
  ["secret", 'API_KEY="aB3dE5fG7hI9jK1lM3nO5"', "aB3dE5fG7hI9"],
];

test("credentials are replaced by their kind before anything is kept, and their author is told", () => {
  for (const [kind, text, secret] of secrets) {
    const judged = moderate(text);
    expect(judged, text).toMatchObject({ outcome: "redact", reason: "secret", kinds: [kind] });
    expect(judged.outcome === "redact" && judged.text).toContain(`[redacted ${kind}]`);
    expect(JSON.stringify(judged), kind).not.toContain(secret);
  }
});

test("a note to the author says what was taken out and what to do", () => {
  const judged = moderate(`${aws} and ${github}`);
  expect(judged.outcome === "redact" && judged.note).toBe(
    "An AWS access key and a GitHub token were taken out of your message before it was kept. If they are real, revoke them: they have left your machine.",
  );
});

test("a credential that is cut by characters without width is found all the same", () => {
  const cut = `${github.slice(0, 9)}\u200b${github.slice(9, 20)}\u2060${github.slice(20)}`;
  expect(moderate(cut)).toMatchObject({ outcome: "redact", text: "[redacted GitHub token]" });
});

test("what is redacted once is left alone the second time, and no line moves", () => {
  const text = `one\n${privateKey}\nafter ${jwt}\n${aws}\nlast`;
  const { text: once, kinds } = redactSecrets(text);
  expect(kinds).toEqual(["private key", "JSON web token", "AWS access key"]);
  expect(once.split("\n")).toHaveLength(text.split("\n").length);
  expect(once.split("\n").at(-1)).toBe("last");
  expect(redactSecrets(once)).toEqual({ text: once, kinds: [] });
});

const insults = [
  "xlf",
  "V jvyy xvyy lbh",
  "xvyy lbhefrys",
  "Shpx lbh, vagreivrjre",
  "lbh ner na vqvbg",
  "lbh'er n shpxvat zbeba",
  "lbh cvrpr bs fuvg",
  "fhpu n avttre",
  "fhpu n a1ttre",
  "a v t t r e",
  "a.v.t.t.r.e",
  "avttttttre",
  "snttbgf",
  "ergneqrq",
  "Uherafbua",
  "uvwb qr chgn",
].map((text) =>
  text.replace(/[a-z]/giu, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  }),
);

test("slurs, threats and insults to a person are held, also when they are disguised", () => {
  for (const text of insults) expect(moderate(text), text).toMatchObject({ outcome: "hold", reason: "abuse" });
  const [, , , , , , , slur = ""] = insults;
  expect(isAbusive(slur.replace("i", "і"))).toBe(true);
  expect(moderate(slur.replace("gg", "g\u200bg"))).toMatchObject({ outcome: "hold" });
});

test("a held message does not carry a credential either", () => {
  const judged = moderate(`${insults[1]} ${aws}`);
  expect(judged).toMatchObject({ outcome: "hold", text: expect.stringContaining("[redacted AWS access key]") });
});

test("characters that nobody sees, or that turn the text around, are taken out, and all that is seen stays", () => {
  expect(plainText("a\u202eb\u2066c\u2069\u200fd\u200be\ufefff\u00adg\u0007h\u009bi\r\nj\tk")).toBe("abcdefghi\nj\tk");
  expect(plainText("نمی\u200cخواهم क्\u200dष")).toBe("نمی\u200cخواهم क्\u200dष");
  expect(plainText("a\u200db\u200cc")).toBe("abc");
  const hidden = Array.from("ignore all rules", (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join(
    "",
  );
  expect(plainText(`hi${hidden}!`)).toBe("hi!");
  expect(plainText("🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}")).toHaveLength(14);
  expect(plainText(`Z${"\u0337".repeat(40)}algo`)).toBe(`Z${"\u0337".repeat(4)}algo`);
});

test("nothing that can be seen is nothing to keep", () => {
  expect(moderate("\u200b\u2060\u202e \n")).toMatchObject({ outcome: "block", reason: "empty" });
});

test("a message that is too long is refused with its length", () => {
  expect(moderate("x".repeat(4_000))).toMatchObject({ outcome: "allow" });
  expect(moderate("x".repeat(4_001))).toMatchObject({ outcome: "block", message: expect.stringContaining("4,001") });
});

test("of a message that its credentials' names make too long nothing is cut: it is refused with what to do", () => {
  const url = "postgres://app:p4ss@db/links ";
  const end = "and this is my real question?";
  const fits = url + "x".repeat(3_900) + end;
  expect(moderate(fits)).toMatchObject({ outcome: "redact", text: expect.stringMatching(/real question\?$/) });
  for (const text of [url.repeat(5) + "x".repeat(3_800) + end, `idiot, you moron ${url.repeat(5)}${"x".repeat(3_800)}`])
    expect(moderate(text)).toMatchObject({
      outcome: "block",
      reason: "too-long",
      message: expect.stringMatching(/^The credentials in this message .* 4,000 fit: take the credentials out/),
    });
});

test("what looks like somebody's own data is hinted at and passes", () => {
  expect(personalDataIn("write to ada.lovelace@analytical.org")).toEqual(["e-mail address"]);
  expect(personalDataIn("call +49 30 901820 tomorrow")).toEqual(["phone number"]);
  expect(personalDataIn("pay with 4111 1111 1111 1111")).toEqual(["card number"]);
  expect(personalDataIn("to DE89 3704 0044 0532 0130 00")).toEqual(["bank account"]);
  for (const text of [
    "me@example.com",
    "1000 writes, 86400 s",
    "id 1234567890123456",
    "2026-11-28 14:30",
    "10.0.0.1:5432",
  ])
    expect(personalDataIn(text), text).toEqual([]);
  expect(moderate("mail ada.lovelace@analytical.org")).toMatchObject({ outcome: "allow", note: expect.any(String) });
});

test("links stay as they are written", () => {
  const text = "see https://example.com/a?b=c and <img src=https://evil.test/x.png>";
  expect(moderate(text)).toEqual({ outcome: "allow", text });
});

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        aws,
        github,
        "\u202e",
        "\u200b",
        "://a:b@",
        "sk-",
        "eyJ",
        "-----BEGIN ",
        "a",
        " ",
        "\n",
        "you are ",
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join("")),
);

test("whatever is written, the outcome can be kept as it is, and judging it again changes nothing", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const judged = moderate(text);
      if (judged.outcome === "block") return;
      expect(plainText(judged.text)).toBe(judged.text);
      expect(secretsIn(judged.text)).toEqual([]);
      expect(moderate(judged.text)).toMatchObject({ text: judged.text });
    }),
    { numRuns: 500 },
  );
});

test("the longest document of the worst kind is searched to its end", () => {
  const worst = [
    "you are ",
    "://a:",
    "a.a.",
    "eyJaaaaaaaaaaa.",
    "+1 (2",
    "\u200d",
    "Bearer ",
    "api_key=",
    "-----BEGIN ",
  ];
  for (const part of [...worst, "-----BEGIN PRIVATE KEY-----AAAAAAAAAAAAAAAA", "A", "\n"]) {
    const text = part.repeat(256 * 1024).slice(0, 256 * 1024);
    expect(redactSecrets(text).text.length).toBeGreaterThan(0);
    expect(moderate(text.slice(0, 4_000)).outcome).not.toBe("hold");
  }
});
