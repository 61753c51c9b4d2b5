import { namesOfStatus } from './namesOfStatus';
import type { Sign } from './sign';
import { wordsAfter } from './signsAfter';
import { against } from './signsAgainst';
import { wordsBefore } from './signsBefore';
import { answersBefore } from './signsOfAnswers';
import { callsBefore } from './signsOfCalls';
import { ofData } from './signsOfData';
import { errorsBefore } from './signsOfErrors';
import { knownErrors } from './signsOfKnownStatuses';
import { namedErrors } from './signsOfNamedErrors';
import { ofLanguages } from './signsOfLanguages';
import { ofForm, ofLines } from './signsOfLines';
import { ofMessages } from './signsOfMessages';
import { ofScripts } from './signsOfScripts';
import { ofShortMessages } from './signsOfShortMessages';
import { ofTries } from './signsOfTries';

/** All that speaks for or against a number being the status of an error. */
export const signs: readonly Sign[] = [
  ...namesOfStatus,
  ...wordsBefore,
  ...answersBefore,
  ...errorsBefore,
  ...namedErrors,
  ...knownErrors,
  ...wordsAfter,
  ...callsBefore,
  ...ofData,
  ...ofForm,
  ...ofLines,
  ...ofLanguages,
  ...ofScripts,
  ...ofTries,
  ...ofMessages,
  ...ofShortMessages,
  ...against,
];
