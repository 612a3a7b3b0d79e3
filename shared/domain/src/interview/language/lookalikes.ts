/**
 * English words of every day that are one slip away from a word of the trade: `white` is no misspelt `write`, `clock` no
 * `click`. Found among the seventeen thousand commonest.
 */
export const lookalikes: ReadonlySet<string> = new Set(
  `
  accent alloy alter amused approximate assure assured authenticity batter bitter black boring brink browne built
  burnt butter cards carts causes chairs chance chaos charge charm charms chart charts cheat cheating cheek chicks
  chuck clarity classification cleared clock clocks coats colts comet concert concerts constrained contingent
  coping covert crate curtain dairy daisy decay decker depleted distinction eighth empire employers empress enact
  eternal exits expert experts exploration extensive fired flank flash flesh forced forged freud frost glowing
  goats greed greek gross grown guest guests hitter ideal ideals identity insects integrated interval kings laser
  latex latter layer lending lifted lifting lifts listen liter logan logic loops loser lover loving maker makers
  males mango master masters mater mates meals meats messing modem modes monkey motel mouth mouths multiply
  necessarily nests newer older operated operational outrage owens pants parks perks persona planner planted
  planting pleas possibly pride prime prince prism prize protest quote quotes races radio raids rains ransom
  recover refuse refused refusing remote repeal reprinted retired retro rewarding rites roads scalp scanner seats
  selves series shack shade shake shame shape shave shire shirt shoot shout simple slack slope smack smart smell
  snack sneak spare spear speed spent spices spicy spies sport sports sprint sprung spying stable stage stake
  staple stared staring starr statue statues stays steak stick stock stoke stoked stone stoned storey storm stove
  stuck style tanks tapes temporarily thick thorough though threw throughout tides tiles timer tires trace tracing
  tract trick trough truck tying tyres vital waited waits wander wandering wasted watts weeds whale white whites
  whose withdrawn withdrew wrote
`
    .trim()
    .split(/\s+/),
);
