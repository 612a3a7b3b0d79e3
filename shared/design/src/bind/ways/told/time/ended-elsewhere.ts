import { byJob } from "./by-job.ts";

/** Whether a sentence speaks of an end that another brings: a job that marks what is over, or a payment that lapses. */
export const isEndedElsewhere = (sentence: string): boolean =>
  endsElsewhere.test(sentence) || (isDoneByJob(sentence) && !isWithoutJob.test(sentence));

const endsElsewhere =
  /\b(?:cron\w*|sweeper|scheduler|reaper|worker|job)\b[^.;]{0,20}\b(?:has|will have|would have) already\b|\b(?:authori[sz]ations?|intents?|pre-?auth\w*)\b[^.;]{0,30}\b(?:expires?|lapses?)\b/i;

/** "Once it has been marked expired by the sweeper", "vom Job auf abgelaufen gesetzt". */
function isDoneByJob(sentence: string): boolean {
  const job = byJob.exec(sentence);
  return job !== null && agent.test(sentence.slice(Math.max(0, job.index - 25), job.index));
}

const agent =
  /(?<!\p{L})(?:by|durch|vom|von|par|por|pel[oa]|dal|dalla|door|przez|av|af)\s(?:(?:the|an?|our|einen?|einem|den|dem|die|das|le|la|une?|el|los|las|de|het|een)\s)?(?:\p{L}{1,12}\s)?$/iu;

/** What does not wait for the job looks by itself. */
const isWithoutJob =
  /(?<!\p{L})(?:(?:has|have|had|is|was|been)(?:n['’]t|\snot)|not yet|whether|regardless|even if|ob|auch wenn|noch nicht|encore|même si|aún|todavía|aunque|ainda|mesmo que|anche se|nog niet)(?!\p{L})/iu;
