/** Whether a text is written as JSON, an object or a list, so that what is added to it has to be as well. */
export const isJson = (text: string): boolean => /^\s*[{[]/.test(text);
