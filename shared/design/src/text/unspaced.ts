/** Signs of a script that writes no blanks between its words, or joins them to what follows, so that a word is only found as a part of the text. */
export const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
