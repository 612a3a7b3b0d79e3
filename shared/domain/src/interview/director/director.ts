/** The Director: decides when the interviewer speaks, and about what. Its parts are one idea a file; this is its face. */
export { decide } from "./decide.ts";
export { type DirectorState, heardNow, newDirector, under } from "./director-state.ts";
export { hear } from "./hear.ts";
export { hintFor, hintsOf } from "./hints.ts";
export { nextLook } from "./next-look.ts";
export { recapOf } from "./recap.ts";
export { rephraseOf } from "./rephrase.ts";
export { mustBeSilent } from "./restraint.ts";
