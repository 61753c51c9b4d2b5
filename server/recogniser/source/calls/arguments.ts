import type { Node } from '@vscode/tree-sitter-wasm';
import { ofCases, ofRow } from '../cases';
import { ofComparison } from '../expectations';
import { ofOwnFunction } from '../functions';
import { part } from '../grammar';
import { holdingOfName } from '../holding';
import { isRailsTable } from '../maps';
import { isOther, whatIsNamed } from '../names';
import { found, type Meaning, on, type Place, type Step } from '../place';
import type { SourceFile } from '../sourceFile';
import { ofAnswerCall } from './answerCalls';
import { Argument, type Reader, status } from './argument';
import { isComparison, isConversion, isStatusCall } from './callNames';
import { ofErrorCall, ofMatcherOfErrors, ofTrailing } from './errorCalls';
import { ofGrape, ofMadeError, ofServerError } from './errors';
import { ofLeading } from './leadingStatus';
import { ofDefault, ofKeyIn, ofMadeMap, ofMapCall } from './mapCalls';
import { ofNamingArgument } from './namingArguments';
import {
  ofAcceptedStatuses,
  ofDescription,
  ofExpectedErrors,
  ofHandlerOfErrors,
  ofHeader,
  ofPartial,
  ofRaise,
  ofRedirect,
  ofRetries,
  ofSinatra,
  ofStatusCall,
  ofStatusWords,
} from './statusCalls';
import { ofAnswering, ofStub } from './stubs';
import { ofPrinted } from './printedFormats';
import {
  ofCheckOfCode,
  ofCompared,
  ofExpectation,
  ofExpected,
  ofMatching,
  ofMock,
  ofTestOfCode,
  ofThrown,
} from './tests';

/** An argument of a call: what it is told by the function, the other arguments, and the object of the method. */
export function ofArgument(file: SourceFile, call: Node, place: Place): Step {
  const argument = new Argument(file, call, place);
  return place.role === 'key' ? ofKey(argument) : place.role === 'entry' ? ofValueOfMap(argument) : ofValue(argument);
}

/** The literal is a key of a map that is an argument. */
function ofKey(argument: Argument): Step {
  const { file, call, name, object, args, others, index, place } = argument;
  const compared = isComparison(name)
    ? ofComparison(file, call, object, others, { ...place, role: 'value', isListed: true })
    : undefined;
  return (
    ofGrape(argument) ??
    compared ??
    ofKeyIn(argument) ??
    ofNamingArgument(file, name, args, index, place) ??
    ofCases(file, call, name, index, place)
  );
}

/** The literal is the value of an entry of a map that is an argument. */
function ofValueOfMap({ file, call, name, object, index, place }: Argument): Step {
  // Rails: `rescue_responses.merge!('Missing' => :not_found)`
  return isRailsTable(file, name, object)
    ? found(status, 'entry of', place)
    : (ofCases(file, call, name, index, place) ?? (isConversion(name) ? on(place, call) : undefined));
}

/** `NOT_FOUND(404)` of an enumeration: what its name says where nothing else does. */
function namedAfter({ name }: Argument): Meaning {
  return { what: 'phrase', weight: 0.8, evidence: `named ${name}`, name };
}

/** `errorWith(code: 187)`: a name that only codes of a vendor have. */
const ofVendorCode: Reader = ({ name, place }) =>
  whatIsNamed(name) === 'vendor-code' ? found(holdingOfName(name), 'argument of', place) : undefined;

/** A function or a class that the same file defines. */
const ofOwn: Reader = (argument) => {
  const { file, made, index, place, isConstant } = argument;
  const own = ofOwnFunction(file, made, index, place);
  return own && isConstant && 'uses' in own && !own.otherwise ? { ...own, otherwise: namedAfter(argument) } : own;
};

/** `GoneResult(…) : base(410)` of a class that is made from a status. */
const ofSuperclass: Reader = ({ superclass, made, isDirect, place }) =>
  isDirect && superclass !== undefined && isStatusCall(superclass)
    ? found({ ...status, name: made }, 'argument of', place)
    : undefined;

/** `newHeaderField(":status", "404")`: the status of HTTP/2, whatever a function of the file does with it. */
const ofStatusHeader: Reader = ({ file, args, index, place }) => {
  const before = args[index - 1];
  return before && !place.isListed && file.shape(before)?.is === 'string' && file.contentOf(before) === ':status'
    ? found({ ...status, weight: 0.85, name: ':status' }, 'value of', place)
    : undefined;
};

/** `put("status", 404)`, `it.each([404])('…', (status) => …)`, `Arguments.of(404, "gone")` */
const ofNamedOrCase: Reader = ({ file, call, name, objectName, args, index, place }) =>
  ofNamingArgument(file, name, args, index, place, objectName) ??
  ofCases(file, call, name, index, place) ??
  ofRow(file, call, index, place);

const ofConstant: Reader = (argument) =>
  argument.isConstant && argument.isDirect ? { meaning: namedAfter(argument) } : undefined;

/** `static let gone = Status(410)`: what the name of the constant says, of which the call makes one of its type. */
const ofNewType: Reader = ({ file, call, made, args, isDirect }) => {
  const bind = isDirect && args.length === 1 && /^[A-Z]/.test(made) ? file.around(call, ['bind'], 2) : undefined;
  const shape = bind && file.shape(bind);
  const name = bind && shape?.is === 'bind' ? file.lastName(part(bind, shape.name)) : '';
  return name === '' || isOther(name)
    ? undefined
    : { meaning: { what: 'phrase', weight: 0.8, evidence: `named ${name}`, name } };
};

/** Python: `status in range(500, 600)`, whose end is not in it. */
const ofRange: Reader = ({ call, name, object, args, index, place }) =>
  name === 'range' && !object && args.length === 2 && (index === 0 || place.node.text.endsWith('00'))
    ? on(place, call, { isListed: true, isRanged: true })
    : undefined;

/** `String.valueOf(404)`, `[404].concat(503)`: what the call gives is what it is given, or has it in it. */
const ofConversion: Reader = ({ call, name, maker, args, place }) => {
  const isJoined = place.isListed && /^(?:concat|plus|merge|append)$/.test(name);
  return isConversion(name) || isConversion(maker) || isJoined
    ? on(place, call, { isListed: place.isListed || args.length > 1 })
    : undefined;
};

/** What is read of an argument that is the literal or a list with it, the most certain first. */
const readers: readonly Reader[] = [
  ofVendorCode,
  ofMock,
  ofCompared,
  ofThrown,
  ofMatching,
  ofStatusCall,
  ofTestOfCode,
  ofStub,
  ofHeader,
  ofSinatra,
  ofRedirect,
  ofRaise,
  ofExpected,
  ofStatusHeader,
  ofOwn,
  ofSuperclass,
  ofNamedOrCase,
  ofMadeError,
  ofRetries,
  ofExpectedErrors,
  ofHandlerOfErrors,
  ofPartial,
  ofCheckOfCode,
  ofDescription,
  ofAcceptedStatuses,
  ofAnswering,
  ofStatusWords,
  ofServerError,
  ofAnswerCall,
  ofErrorCall,
  ofLeading,
  ofMatcherOfErrors,
  ofTrailing,
  ofPrinted,
  ofConstant,
  ofExpectation,
  ofMadeMap,
  ofMapCall,
  ofDefault,
  ofRange,
  ofConversion,
  ofNewType,
];

/** Classes of protocols whose replies have numbers, too: `SMTPResponseException(421, text)`. */
const ofOtherProtocol = /^E?(?:SMTP|S?FTP|IMAP|NNTP|LDAP|SIP|Smtp|Ftp|Imap|Ldap|Sip)(?:[A-Z]|$)/;

function ofValue(argument: Argument): Step {
  if (ofOtherProtocol.test(argument.maker || argument.name)) {
    return undefined;
  }
  for (const read of readers) {
    const step = read(argument);
    if (step) {
      return step;
    }
  }
  return undefined;
}
