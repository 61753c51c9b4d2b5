import type { HttpCall } from '../httpCall';
import type { HandlerFile, RetryLanguage } from '../language';
import type { Source } from '../source';
import type { Manifest } from '../../manifests';

/** A library that repeats calls, as the projects that depend on it use it. */
export interface RetryLibrary {
  /** As people write it: `p-retry`, `the retry option of got`. */
  readonly name: string;
  /** What imports and manifests call it. Empty for what a client of calls brings along. */
  readonly packages: readonly string[];
  /**
   * Whether the manifests of a project switch on what the library needs in place of a handler of the language. Absent:
   * it needs nothing more.
   */
  readonly isEnabled?: (handler: HandlerFile, manifests: readonly Manifest[]) => boolean;
  /**
   * The handler that lets the library repeat a call by the rules of all handlers, with what the library lacks;
   * undefined when it cannot repeat this call.
   */
  readonly handlerFor: (call: HttpCall, source: Source) => HandlerFile | undefined;
  /** The edits that hand a call over. Absent: as its language hands one to any handler. */
  readonly wrap?: RetryLanguage['wrap'];
  /** The function that makes the setting with which the client itself repeats a call, where that is how it works. */
  readonly setting?: string;
}
