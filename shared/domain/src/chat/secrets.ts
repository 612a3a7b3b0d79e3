/** A credential in a text, by what it opens. Offsets are in UTF-16 units. */
export interface Secret {
  kind: string;
  from: number;
  to: number;
}

interface Form {
  kind: string;
  /** The group `secret` is what must not be kept, else all of it. */
  pattern: RegExp;
  /** Whether it can be one at all; what stands in examples often cannot. */
  isReal?: (secret: string) => boolean;
}

/** `<password>`, `${PASSWORD}`, `xxxx`: what stands where a secret would. */
const isPlaceholder = (text: string): boolean =>
  /^(?:<.*|\$.*|\{.*|%.*|\[.*|\*+|x+|\.+|…|_+|-+|pass(?:word|wd)?|secret|pwd?|changeme|redacted.*|your[-_].*|example.*)$/i.test(
    text,
  );
const isRandom = (text: string): boolean =>
  !isPlaceholder(text) && /\d/.test(text) && /[a-z]/i.test(text) && new Set(text).size >= 10;

const forms: Form[] = [
  {
    kind: "private key",
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?:\s|\\n)*(?:[A-Za-z0-9+/=]{16,}|(?:Proc-Type|DEK-Info|Comment|Version):[^\n]{0,80}))+(?:(?:\s|\\n)*[A-Za-z0-9+/=]{0,80}(?:\s|\\n)*-----END [A-Z0-9 ]{1,40}-----)?/gu,
  },
  { kind: "AWS access key", pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/gu },
  {
    kind: "AWS secret key",
    pattern: /aws_?(?:secret_?)?(?:access_?)?key["'\s:=]{1,8}(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/giu,
  },
  { kind: "Google API key", pattern: /\bAIza[\w-]{35}(?![\w-])/gu },
  { kind: "Google client secret", pattern: /\bGOCSPX-[\w-]{20,40}/gu },
  { kind: "Google access token", pattern: /\bya29\.[\w-]{20,400}/gu },
  { kind: "GitHub token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{22,255})/gu },
  { kind: "GitLab token", pattern: /\bgl(?:pat|dt|rt|cbt|ptt)-[\w-]{20,64}/gu },
  { kind: "Slack token", pattern: /\bxox[abeoprs]-[\w-]{10,255}|\bxapp-\d-[\w-]{10,255}/gu },
  { kind: "Slack webhook", pattern: /\bhooks\.slack\.com\/services\/T\w{6,20}\/B\w{6,20}\/\w{16,40}/gu },
  { kind: "Anthropic key", pattern: /\bsk-ant-[\w-]{16,255}/gu },
  { kind: "OpenAI key", pattern: /\bsk-(?:proj|svcacct|admin|None)-[\w-]{20,255}|\bsk-[A-Za-z0-9]{32,64}\b/gu },
  { kind: "Stripe key", pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}/gu },
  { kind: "npm token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/gu },
  { kind: "PyPI token", pattern: /\bpypi-AgEIcHlwaS5vcmc[\w-]{40,400}/gu },
  { kind: "SendGrid key", pattern: /\bSG\.[\w-]{16,32}\.[\w-]{32,64}/gu },
  { kind: "Hugging Face token", pattern: /\bhf_[A-Za-z0-9]{30,40}\b/gu },
  { kind: "DigitalOcean token", pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/gu },
  { kind: "Azure key", pattern: /\b(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{40,100}={0,2})/gu },
  { kind: "JSON web token", pattern: /\beyJ[\w-]{8,4000}\.eyJ[\w-]{8,8000}\.[\w-]{0,1500}/gu },
  {
    kind: "password in a URL",
    pattern: /:\/\/[^\s/:@?#"'<>]{0,200}:(?<secret>[^\s/@"'<>]{1,200})@/gu,
    isReal: (secret) => !isPlaceholder(secret),
  },
  {
    kind: "authorization header",
    pattern: /\b(?:Bearer|Basic)\s{1,4}(?<secret>[\w.~+/-]{16,4000}={0,2})/giu,
    isReal: isRandom,
  },
  {
    kind: "secret",
    pattern:
      /(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[A-Za-z0-9+/_=-]{20,500})(?![\w+/=-])/giu,
    isReal: (secret) => isRandom(secret) && /[a-z]/.test(secret) && /[A-Z]/.test(secret),
  },
];

/** Every credential in a text, in order, none within another. */
export function secretsIn(text: string): Secret[] {
  const found = forms.flatMap(({ kind, pattern, isReal }) =>
    [...text.matchAll(pattern)].flatMap((match): Secret[] => {
      const secret = match.groups?.["secret"] ?? match[0];
      if (isReal?.(secret) === false) return [];
      const from = match.index + match[0].lastIndexOf(secret);
      return [{ kind, from, to: from + secret.length }];
    }),
  );
  // At one place the more particular name stands first in the list.
  const inOrder = found.toSorted((a, b) => a.from - b.from);
  let end = 0;
  return inOrder.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

export interface Redacted {
  text: string;
  /** What was taken out, each kind once. */
  kinds: string[];
}

/**
 * The text with every credential replaced by the name of its kind. Line ends within one stay, so that every line keeps its
 * number. To be called on whatever is stored, shown to others or sent to a model.
 */
export function redactSecrets(text: string): Redacted {
  const secrets = secretsIn(text);
  if (secrets.length === 0) return { text, kinds: [] };
  let at = 0;
  let kept = "";
  for (const { kind, from, to } of secrets) {
    const breaks = text.slice(from, to).replace(/[^\n]+/gu, "");
    kept += `${text.slice(at, from)}[redacted ${kind}]${breaks}`;
    at = to;
  }
  return { text: kept + text.slice(at), kinds: [...new Set(secrets.map(({ kind }) => kind))] };
}
