/**
 * Statuses by which everybody calls an error, and which few count to: a part of a pattern. 400 and 500 are not among them, as
 * these are how many there are of something as often.
 */
export const wellKnownStatuses = '(?:40[134569]|41[0235]|42[239]|451|50[234])';

const wellKnown = new RegExp(`^${wellKnownStatuses}$`);

/** Whether a number, as it is written, is such a status. */
export function isWellKnown(number: string): boolean {
  return wellKnown.test(number);
}
