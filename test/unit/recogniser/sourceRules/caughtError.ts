import type { SourceRule } from './sourceRule';

export const caughtError: SourceRule = {
  name: 'classes of errors that are caught, without an import',
  says: 'A class that is named after a status and caught, thrown or matched. Of names that others have, too, another one stands in the text.',
  matches: [
    ['python', 'try:\n    go()\nexcept TooManyRequests as e:\n    wait(e)\n', ['http/429']],
    [
      'python',
      'try:\n    go()\nexcept (NotFound, lp.Forbidden):\n    pass\nexcept BadGateway:\n    wait()\n',
      ['http/404', 'http/403', 'http/502'],
    ],
    ['ruby', 'begin\n  go\nrescue Lodge::TooManyRequests => e\n  sleep e.wait\nend', ['http/429']],
    [
      'java',
      'class A { void f() { try { go(); } catch (TooManyRequestsException e) { later(); } catch (ForbiddenException e) { stop(); } } }',
      ['http/429', 'http/403'],
    ],
    ['csharp', 'class A { int F(Exception e) => e switch { BadGatewayException => 1, _ => 2 }; }', ['http/502']],
    // What languages call so is no answer.
    [
      'csharp',
      'using System.Net.Http;\nclass A { int F(Exception e) { switch (e) { case KeyNotFoundException: return 1; case BadGatewayException: return 2; default: return 3; } } }',
      ['http/502'],
    ],
    ['kotlin', 'fun f(e: Throwable) = when (e) { is TooManyRequestsException -> 1; else -> 2 }', ['http/429']],
    ['php', '<?php try { go(); } catch (\\Inn\\Errors\\GatewayTimeoutException $e) { later(); }', ['http/504']],
    ['typescript', "throw new TooManyRequestsError('later');", ['http/429']],
    [
      'python',
      '            if boat.length:\n                moor(boat)\n        except tweepy.TooManyRequests:\n            wait()\n        except tweepy.errors.NotFound as e:\n            pass\n',
      ['http/429', 'http/404'],
    ],
  ],
  nonMatches: [
    [
      'python',
      '            if boat.length:\n                moor(boat)\n        tweepy.errors.NotFound: type = Gone\n',
    ],
    ['python', 'try:\n    go()\nexcept NotFound:\n    pass\n'],
    ['python', 'import requests\nclass TooManyRequests(Exception):\n    pass\ntry:\n    go()\nexcept TooManyRequests:\n    pass\n'], // prettier-ignore
    ['ruby', 'begin\n  go\nrescue Depot::NotFound, TooManyBoxes\n  nil\nend'],
    [
      'java',
      'import javax.naming.*;\nclass A { void f() { try { go(); } catch (ServiceUnavailableException e) { } } }',
    ],
    ['kotlin', 'fun f(e: Move) = when (e) { is Conflict -> 1; is NotFound -> 2; else -> 3 }'],
    ['php', '<?php throw new BadRequestException("no such table");'],
    ['csharp', 'class A { int F(Exception e) => e switch { NotFoundException => 1, TooManyBoxesException => 2 }; }'],
    ['typescript', 'const kinds = [TooManyRequestsError, BadGatewayError];'],
  ],
};
