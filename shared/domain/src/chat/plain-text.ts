/** Marks that turn the direction of text around them; nobody sees them, and they make text read otherwise than it is. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** What has no width: fillers, soft hyphens, marks of order, and the tags and selectors in which text can be hidden. */
const invisible =
  /[\u{e0100}-\u{e01ef}\u034f\u17b4\u17b5\u180b-\u180f\u00ad\u115f\u1160\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
/** Of a flag such as 🏴󠁧󠁢󠁳󠁣󠁴󠁿 the tags are seen; anywhere else they hide text. */
const tags = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f})|[\u{e0000}-\u{e007f}]+/gu;
/** Joiners are seen between pictures and within scripts whose letters join; anywhere else they are invisible. */
const joiners = /[\u200c\u200d]/gu;
/** More marks on one letter than any script uses only cover the lines around it. */
const piled = /(\p{M}{4})\p{M}+/gu;

/**
 * The text as it is seen: without control characters, marks of direction and characters of no width. Line ends become LF;
 * every letter, sign and picture stays.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, "\n")
    .replace(tags, (_, flag: string | undefined) => flag ?? "")
    .replace(control, "")
    .replace(turning, "")
    .replace(invisible, "")
    .replace(joiners, keptJoiner)
    .replace(piled, "$1");
}

function keptJoiner(joiner: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 2), at);
  const isInPicture = joiner === "\u200d" && /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u.test(before);
  return isInPicture || joining.test(before) ? joiner : "";
}

const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Myanmar}][\p{M}]?$/u;
