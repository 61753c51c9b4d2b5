import { isNameOfErrorText, plainName } from './failureTexts';
import { isShortStatusKey, isStatusKey } from './statusFields';

const codeKeys = new Set([
  'code', 'cod', 'errorcode', 'error_code', 'err_code', 'errcode', 'errno', 'err_no', 'error_no', 'errornumber', 'error_number', 'error_id', 'errorid', 'ret', 'retcode', 'ret_code', 'returncode', 'return_code', 'twittererrorcode', 'api_code',
]); // prettier-ignore
/** `rspCode`, `errorNo`, `codigo`, `codigoError`, `codeRetour`, `fehlercode` */
const codeInOtherLanguages =
  /^(?:rsp_?code|error_?no|codigo|codice|kode?|codigo_?(?:de_?)?(?:err|erro|error|retorno|respuesta|resposta)|code_?(?:erreur|retour|reponse)|codice_?errore|fehler_?(?:code|nummer)|fout_?code|fel_?kod|kode_?(?:error|kesalahan)|hata_?kodu|cod_?(?:erro|error))$/;
const errorKeys = new Set(['error', 'error_code', 'errorcode', 'code', 'type', 'reason', 'slug']);
const phraseKeys = new Set(['title', 'reason', 'statustext', 'status_text', 'detail', 'message', 'msg']);
const textKeys = new Set([
  'message', 'msg', 'detail', 'details', 'title', 'error', 'err', 'error_description', 'error_message', 'errormessage',
  'reason', 'exception', 'stack', 'log', 'event', 'cause', 'output', 'stderr', 'evalue', 'hydra:description',
]); // prettier-ignore
/**
 * Names of other fields and lists that hold what a program printed: `lastError`, `stderr_lines`, `failedReason`, `@x` of
 * compact events.
 */
const printedKey =
  /(?:err\w{0,20}(?:description|text|info|summary|string)|errors?|err|fail(?:ure|ed)?|reasons?|messages?|msg|details?|cause|fault(?:string)?|exc|exc_?info|exception|traceback|backtrace|(?:stack_?)?trace|stdout|stderr|outputs?|lines?|logs?|answer|reply|response|result|outcome|status_?(?:line|text|message|details?|desc(?:ription)?)|history|tail|console|events|textpayload|debug_?info|text\/plain|@m|@mt|@x|@message)$/;
/** Names of texts that people write as well: they are read where something is said to have gone wrong. */
const proseKey =
  /^(?:[a-z]+_)?(?:text|description|summary|body|note|subject|comment|content|(?:sub)?title|data|value|annotation)$/;
/** Names of texts, and of lists of lines, that may be code: a script of a collection, a cell of a notebook, a condition. */
const codeTextKey =
  /(?:script|exec|source|code|func(?:tion)?|expr(?:ession)?|condition|formula|tests?|snippet|body|lines?|command|cmd|run|js)$/;
/** Names of fields that say by a word which error it is. */
const namingKey = /^(?:(?:error_?)?(?:code|type)|__type|name)$/;
/** Every name of a field or header that states a wait has one of these. */
const ofWait = /retry|reset/i;

/** What the name of a field says by itself. */
export interface FieldName {
  /** In lower case. */
  readonly key: string;
  /** The value may be an HTTP status. */
  readonly isStatus: boolean;
  /** The value may be one where the object tells the request. */
  readonly isShort: boolean;
  /** The value may be a number, or a word, that is a vendor's code. */
  readonly isCode: boolean;
  readonly isError: boolean;
  /** The value may be a status by its name, as the code, the type or the name of an error. */
  readonly isNaming: boolean;
  /** The value may be a reason phrase. */
  readonly isPhrase: boolean;
  /** The value is a text that people read. */
  readonly isText: boolean;
  /** The value, or the items of a list, may be what a program printed. */
  readonly isPrinted: boolean;
  /** The value may be that where its object tells of trouble. */
  readonly isProse: boolean;
  /** The value, or the items of a list, may be code. */
  readonly isCodeText: boolean;
  readonly mayWait: boolean;
  /** A field of this name is part of no error, whatever its value. Most are. */
  readonly isSilent: boolean;
}

/** Most names that are kept. Data may use the names of its fields as values: ids of posts, dates. */
const mostNames = 2_000;
const longestKept = 60;

/** The names of fields in printed data, each judged once: a document has few names and many fields. */
export class FieldNames {
  readonly #known = new Map<string, FieldName>();

  /** @param isKnown whether a catalog knows the name: a header, or a field whose value decides */
  constructor(private readonly isKnown: (name: string) => boolean) {}

  of(name: string): FieldName {
    const known = this.#known.get(name);
    if (known) {
      return known;
    }
    const judged = this.#judge(name);
    if (name.length <= longestKept) {
      if (this.#known.size >= mostNames) {
        this.#known.clear();
      }
      // A text of its own: a part of a text keeps the whole of it in memory.
      this.#known.set(` ${name}`.slice(1), judged);
    }
    return judged;
  }

  #judge(name: string): FieldName {
    const key = plainName(name);
    const says = {
      isStatus: isStatusKey(key),
      isShort: isShortStatusKey(key),
      isCode: codeKeys.has(key) || codeInOtherLanguages.test(key),
      isError: errorKeys.has(key),
      isNaming: namingKey.test(key),
      isPhrase: phraseKeys.has(key),
      // Sentry and others keep an exception's text in `value`.
      isText: textKeys.has(key) || key === 'value' || isNameOfErrorText(key),
      isPrinted: printedKey.test(key),
      isProse: proseKey.test(key),
    };
    const isSilent = !Object.values(says).includes(true) && !this.isKnown(name);
    return { key, ...says, isCodeText: codeTextKey.test(key), mayWait: ofWait.test(key), isSilent };
  }
}
