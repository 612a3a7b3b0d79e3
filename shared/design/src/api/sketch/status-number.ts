/** A status that an endpoint may answer, as part of a pattern. */
export const statusNumber = "(?:20[0-6]|30[1-478]|4[0-2]\\d|50[0-4])";

/** Where a word begins that is no unit of what is counted, as part of a pattern that ignores case and knows Unicode. */
export const noUnit =
  "(?!(?:req|call|rps|qps|item|row|entr|seat|link|result|per\\b|ms\\b|s\\b|sec|char|byte|[km]?b\\b|user|time|x\\b|or\\b|max))[\\p{L}\"'`]";
