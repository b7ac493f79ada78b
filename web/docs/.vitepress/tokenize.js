/**
 * The terms of a text, for the search. Chinese has no spaces between words, so each of its characters is a term; names
 * in code are split where letters and digits meet.
 */
export const tokenize = (text) => text.match(/[\u3400-\u9fff]|[A-Za-z]+|[0-9]+/g) ?? [];
