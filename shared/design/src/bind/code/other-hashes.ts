/** A statement that looks for rows, or changes them, says nothing of how a code is made. */
const asked =
  /\b(?:select\s[^`]{1,200}?\sfrom\s[^`]{1,120}?\swhere|update\s\S{1,80}\sset|delete\s+from\s\S{1,80}\swhere)\s[^`]*/gi;
/** `partition it by hash of code`, `nach Hash des Codes partitioniert`: which part of a store a row is in. */
const parting =
  /(?<!\p{L})(?:partition|partici|partiz|particj|shard|bucket|verteil|répart)\p{L}*(?!\p{L})[^.;:,]{0,60}?(?<!\p{L})hash(?:e[ds]|ing)?(?!\p{L})(?:\s(?:of|des|der|del|du|de|da|di)\s[^.;,]{0,30})?|(?<!\p{L})(?:by|on|nach|por|par|per)\s(?:the\s|a\s|el\s|le\s|dem\s)?hash(?!\p{L})[^.;:,]{0,40}?(?<!\p{L})(?:partition|partici|partiz|shard|verteil|répart)\p{L}*|(?<!\p{L})hash(?:ed)?[- ](?:partition|shard|slot|ring|range)\p{L}*|(?<!\p{L})consistent[- ]hash\p{L}*/giu;
/** `a Redis hash`, `hash map`, `a hash of code → url`: what holds values under names. */
const holding =
  /(?<!\p{L})(?:redis|valkey|in-memory|ruby|perl)[- ]hash(?:es)?(?!\p{L})|(?<!\p{L})hash[- ]?(?:maps?|tables?|index(?:es)?)(?!\p{L})|(?<!\p{L})hash(?:es)?\sof\s[^.;,()]{1,30}?(?:→|->|=>|\sto\s)/giu;

/** A sentence without the hashes in it that nothing is made of: a statement's, a partition's, those that are stores themselves. */
export const withoutOtherHashes = (sentence: string): string =>
  sentence.replaceAll(asked, " ").replaceAll(parting, " ").replaceAll(holding, " ");
