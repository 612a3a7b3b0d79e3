import { redactSecrets } from "@proofroom/domain/chat/secrets";
import type { Say } from "@proofroom/domain/interview/decision";
import type { Place } from "@proofroom/domain/interview/place";

/** What will be said without the credentials that somebody wrote into a document: what is said is kept and shown to all. */
export const withoutSecrets = (say: Say): Say => ({
  ...say,
  text: redactSecrets(say.text).text,
  intent: redactSecrets(say.intent).text,
});

export const quotedWithoutSecrets = (place: Place): Place => ({ ...place, quote: redactSecrets(place.quote).text });
