/** Letters, digits and the signs of which an endpoint is made. */
const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a／－＝＜＞｛｝［］｜＿＆]/g;
const any = /[\uff01-\uff5e]/;

const half = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** Texts in quotes, and what is punctuation of prose as well. */
const inShapes = /"[^"\n]{0,400}"|[：，？（）]/g;

/** More than stands between two brackets of one line. */
const shape = /[{[](?:[^{}[\]\n"]|"[^"\n]{0,400}"){1,600}[}\]]?/g;

/**
 * A sketch as a keyboard of Latin letters writes it, where it was typed on one of Chinese or Japanese, `ＧＥＴ ／｛code｝`; what is said
 * around the endpoints keeps its punctuation, and every offset is as it was.
 */
export const withHalfWidth = (text: string): string =>
  any.test(text)
    ? text
        .replaceAll(wide, half)
        .replaceAll(shape, (part) => part.replaceAll(inShapes, (one) => (one.length === 1 ? half(one) : one)))
    : text;
