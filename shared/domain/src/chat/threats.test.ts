import { expect, test } from "vitest";
import { moderate } from "./moderation.ts";

const threats = [
  "I will find you and kill you",
  "I'll kill you",
  "Ill kill you, I swear",
  "i’m gonna kill you",
  "we will kill you all",
  "I am going to hurt you",
  "I want to murder you",
  "Say that again and I'd kill you.",
  "I will come to your house and stab you",
  "I'm going to track you down, and then I will really hurt you",
  "I know where you live",
  "imma shoot you in the head",
  "I'll shoot you",
  "I will break your legs",
  "I'll beat the shit out of you",
  "I'm going to beat you up after this",
  "I will smash your face",
  "we'll burn your house down",
  "I will make you suffer",
  "I'll have you killed",
  "I will hurt your family",
  "I'm going to kill your whole family",
  "I am going to kill the interviewer",
  "I'll kill him",
  "I could strangle her.",
  "kill yourself",
  "Please just go kill  your self",
  "k1ll yourself",
  "I'll k\u0456ll you",
  "go hang yourself",
  "go die",
  "you should be shot",
  "You deserve to die",
  "I hope you die",
  "I hope you get cancer",
  "drop dead!",
  "You are going to die.",
  "someone should shoot you",
  "you're a dead man",
  "You better watch your back",
  "die in a fire",
  "I will hunt you down",
  "I want you dead",
  "I'll end you!",
  "Ich bring dich um",
  "je vais te tuer",
  "te voy a matar",
];

const engineering = [
  "kill the master",
  "kill -9 the process, then kill -9 you-know-what",
  "this query will kill your database",
  "I will kill the pod",
  "if you kill it, the lease expires",
  "that would kill us at 10k/s",
  "murder the latency",
  "I'll kill your process if you leak memory",
  "I will find the slow query and kill it",
  "I would find your session and kill your connection",
  "we will kill them all and start the pods anew",
  "I'd kill her replica first, then his",
  "a full scan will kill you here",
  "at that rate the fan-out is going to hurt you",
  "the OOM killer will kill you without asking",
  "you are going to die under that load",
  "without a cache you will die at the peak",
  "I'll shoot you a link; we'd shoot for 99.9 %",
  "you'd shoot yourself in the foot with two leaders",
  "enough rope to hang yourself",
  "I will beat you to it, and I'd beat the p99 down",
  "I could hit you with another number: 10k/s",
  "I'll kick you out of the session and cut you off after 429",
  "I will break your API into two services and slit nothing",
  "the candidate with the higher term wins, I will kill the candidate node",
  "the parent kills its children; I'll kill your children processes",
  "drop dead letters, go die-hard on retries; connections should die after 30 s",
  "I will attack your design and destroy your assumption",
  "what will kill you is the tail, and I will show you",
  "we will throttle you at 100 requests per second",
  "the node should just die and be replaced",
  "we will hunt the bug down and end your session",
  "I want you to treat the node as dead",
  "I won't hurt you with more numbers",
];

test("a threat of violence, and the bidding to do oneself harm, is held", () => {
  for (const text of threats) expect(moderate(text), text).toMatchObject({ outcome: "hold", reason: "abuse" });
});

test("what is killed, hurt or shot in a design is no person, and passes", () => {
  for (const text of engineering) expect(moderate(text), text).toEqual({ outcome: "allow", text });
});

test("a threat at the end of a long message is found, and a long message without one passes", () => {
  const long = "we will add a cache and then look at it again and ".repeat(70);
  expect(moderate(`${long.slice(0, 3_900)}. I'll kill you`)).toMatchObject({ outcome: "hold" });
  expect(moderate(long.slice(0, 3_999)).outcome).toBe("allow");
});
