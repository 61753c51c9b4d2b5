import { wellKnownStatuses } from './wellKnownStatuses';

/** Besides those that everybody knows the others by which nobody counts. */
export const spoken = new RegExp(`^(?:${wellKnownStatuses}|402|408|42[2-68]|431|501|50[578]|511)$`);

/** What follows a number that is said by itself. */
export const wordBehind = /^(?:\s*$|[,;:!?)\]]|\.(?!\d)|\\[nr]|[/|][45]\d\d| ?[-–—>=(%!?·•"'|;]| [A-Za-z{$&])/;
/** What a number may be of, other than an answer. */
export const thingBefore =
  /(?:^|[^A-Za-z])(?:lines?|ports?|pages?|rooms?|lots?|vouchers?|orders?|items?|ids?|no\.?|numbers?|nr\.?|rows?|col(?:umn)?s?|versions?|v|rfc|pep|bip|eip|issues?|tickets?|pr|chapters?|sections?|fig(?:ure)?s?|tables?|steps?|routes?|flights?|gates?|sizes?|widths?|heights?|lengths?|time-?outs?|limits?|max(?:imum)?|min(?:imum)?|top|first|last|next|every|after|within|about|around|over|under|exactly|only|all|these|those|of|have|has|had|than|by|smtp|sip|ftp|irc|exit(?:ed)?(?: with)?(?: (?:status|code))*|ssl|model|batch|index|offset|count|total|years?|days?|seed|level|zone|block|box|tests?|cases?) $/i;

/** What follows a number of things: `500 rows`. */
const ofThings =
  /^ (?!(?:status|is|was|has|does|as|when|if|unless|for|from|on|with|and|or|but|because|then|means|throws|returns|fails|raises|rejects|yields|becomes|triggers|gives)\b)(?:\w+ )?[a-z]+s\b|^ ?(?:(?:ms|kb|mb)\b|%(?![sdrvi]\b))|^ of \d/i;

/** Whether a number is one of things, by what follows it: `500 rows`. */
export function isCount(behind: string): boolean {
  return ofThings.test(behind);
}
