const aboutHiring: readonly RegExp[] = [
  /\b(?:re)?hir(?:e|es|ed|ing|e?able)\b/i,
  /\brecruit(?:s|ed|ing)?\b/i,
  /\b(?:make|extend|get|deserve)s?\s+(?:them\s+)?(?:an|the|a job)\s+offer\b/i,
  /\b(?:reject|advance|accept|pass|fail)(?:s|es|ed|ing)?\s+(?:the|this)\s+(?:candidate|applicant|interview)\b/i,
];

/** Whether a statement says who is to be taken on, which people decide and a report never does. */
export const isAboutHiring = (text: string): boolean => aboutHiring.some((pattern) => pattern.test(text));
