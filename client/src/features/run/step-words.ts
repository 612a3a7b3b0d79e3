const words: Record<string, string> = {
  read: "Read the three documents",
  plan: "Plan what is deployed",
  opinion: "Ask a model for its opinion",
  functional: "Ask the functional suite",
  teardown: "Take everything down",
};

/** A step in the words of the screen; whoever runs the design names the rest in plain words already. */
export const stepWords = (step: string): string => words[step] ?? step.charAt(0).toUpperCase() + step.slice(1);
