/** What is measured, counted or numbered: a number of it is no status, whatever number it is. */
const things =
  /^(?:widths?|heights?|sizes?|counts?|len(?:gth)?s?|totals?|ports?|lines?|rows?|col(?:umn)?s?|pages?|offsets?|index(?:es)?|indices|positions?|pos|limits?|max|min|delays?|times?|timeouts?|ms|millis|secs?|seconds|minutes|prices?|scores?|weights?|ages?|years?|rooms?|ids?|nums?|numbers?|smtp|exit|ranks?|levels?|depths?|distances?|amounts?|steps?|lots?|seeds?|points?|values?|bytes|cells?|zip|areas?|flights?|gates?|tracks?|primes?|intervals?|thresholds?|breakpoints?|radius|margins?|paddings?|fonts?|volumes?|quantit(?:y|ies)|stock|balances?|bounds|dims?|dimensions?)$/i;

/** Whether one of the words of a name is a thing that is measured, counted or numbered: `maxWidth`, `row_ids`. */
export function isNumberOfThings(name: string): boolean {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return words.some((word) => things.test(word));
}
