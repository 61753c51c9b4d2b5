import { wellKnownStatuses as known } from '../wellKnownStatuses';
import { before, type Sign } from './sign';

// What a shell prints of the commands that it runs (`set -x`). No program ends with a code above 255.

/** The beginning of such a line up to the first value of a comparison. */
const test = String.raw`^\+{1,5} (?:'?\[{1,2}'?|test|\(\() ['"]?`;
const compares = String.raw`['"]? '?(?:-(?:eq|ne|ge|gt|le|lt)|[!=]?==?|[<>]=?)'? ['"]?`;

export const ofScripts: readonly Sign[] = [
  before(
    'given to a name for a status by a shell',
    7,
    String.raw`^\+{1,5} (?:local |export |readonly )?(?:\w{1,20}_)?(?:code|status|CODE|STATUS)=['"]?`,
    '+ code=«409»',
    '+ boats=«409»',
    '',
    String.raw`(?=[45]\d\d['"]?\s{0,4}$)`,
  ),
  before(
    'compared with a status by a shell',
    17,
    test,
    "+ '[' «409» -ge 400 ']'",
    "+ '[' «409» -ge 17 ']'",
    '',
    String.raw`(?=[45]\d\d${compares}(?:20[0-4]|[345]00|${known})\b)`,
  ),
  before(
    'what a shell compares a status with',
    17,
    String.raw`${test}[1-5]\d\d${compares}`,
    '+ [[ 200 == «404» ]]',
    '+ [[ 7 == «404» ]]',
    '',
    String.raw`(?=[45]00\b|${known}\b)`,
  ),
];
