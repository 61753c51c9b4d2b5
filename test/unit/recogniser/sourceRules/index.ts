import { agreement } from './agreement';
import { besideName } from './besideName';
import { alignedNumber } from './alignedNumber';
import { amongStatuses } from './amongStatuses';
import { answerCall } from './answerCall';
import { answersByStatus } from './answersByStatus';
import { errorMember } from './errorMember';
import { besideWords } from './besideWords';
import { call } from './call';
import { caughtError } from './caughtError';
import { clientError } from './clientError';
import { codeList } from './codeList';
import { comparison } from './comparison';
import { range } from './range';
import { constant } from './constant';
import { handedOn } from './handedOn';
import { shellChecks } from './shellChecks';
import { errorText } from './errorText';
import { fragment } from './fragment';
import { knownInTexts } from './knownInTexts';
import { libraryNames } from './libraryNames';
import { list } from './list';
import { map } from './map';
import { namedStatus } from './namedStatus';
import { ownThings } from './ownThings';
import { ownTypes } from './ownTypes';
import { partOfAnswer } from './partOfAnswer';
import { printedBody } from './printedBody';
import { printedFormat } from './printedFormat';
import { printedText } from './printedText';
import { spokenStatus } from './spokenStatus';
import { structField } from './structField';
import { switches } from './switches';
import { vendorCode } from './vendorCode';
import { wantedStatus } from './wantedStatus';
import { patternOfStatuses } from './patternOfStatuses';
import { tellingStatuses } from './tellingStatuses';
import { topicsOfWeb } from './topicsOfWeb';
import { testCases } from './testCases';
import { titles } from './titles';
import { trailing } from './trailing';
import { errorCode } from './errorCode';
import { sortedByStatus } from './sortedByStatus';
import { statusDefault } from './statusDefault';
import { statusHeader } from './statusHeader';
import { returnedStatus } from './returnedStatus';
import { answeredName } from './answeredName';
import { statusesOnly } from './statusesOnly';
import type { SourceRule } from './sourceRule';

export type { SourceRule } from './sourceRule';

/** The rules of recognition in source, by example. */
export const sourceRules: readonly SourceRule[] = [
  comparison,
  range,
  errorCode,
  spokenStatus,
  besideWords,
  printedText,
  printedBody,
  printedFormat,
  partOfAnswer,
  errorText,
  namedStatus,
  alignedNumber,
  answerCall,
  answersByStatus,
  errorMember,
  clientError,
  switches,
  fragment,
  list,
  map,
  statusHeader,
  statusDefault,
  sortedByStatus,
  constant,
  call,
  trailing,
  handedOn,
  shellChecks,
  testCases,
  titles,
  structField,
  ownThings,
  ownTypes,
  besideName,
  agreement,
  amongStatuses,
  vendorCode,
  codeList,
  knownInTexts,
  libraryNames,
  caughtError,
  returnedStatus,
  answeredName,
  statusesOnly,
  tellingStatuses,
  topicsOfWeb,
  patternOfStatuses,
  wantedStatus,
];
