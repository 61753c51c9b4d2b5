import type { SourceRule } from './sourceRule';

export const trailing: SourceRule = {
  name: 'status behind a text',
  says:
    'A number at the end of what an error that is thrown is given, behind its text; and of what a function is given that is ' +
    'named after errors, where something is left out before it.',
  matches: [
    ['javascript', 'fetch(pier);\nreturn new x.ErrorWithDetails("No such boat", {}, 404);', ['http/404']],
    [
      'typescript',
      "import axios from 'axios';\nthrow new InvalidBerth('may not read this berth', 403);\nthrow errors_.new(reason.text, 409, reason);\nreturn new BoatErrorInfo('no such boat', 40400, 404);",
      ['http/403', 'http/409', 'http/404'],
    ],
    ['php', "<?php\nthrow new Exception('Basket not there', 404);\n", ['http/404']],
    ['php', '<?php\nthrow new BasketException("Basket $id is closed", 423, $e);\n', ['http/423']],
    ['php', "<?php\nif ($locked)\n    error(__('Sorry'), __('You may not change this.'), null, 403);\n", ['http/403']],
    ['php', "<?php\nfail_with($out, 'Sign in first.', [], 401);\n", ['http/401']],
    ['php', "<?php\nshow_error('You may not see this.', 403);\n", ['http/403']],
    ['python', 'raise BasketError("the basket is gone", None, 410)\n', ['http/410']],
    ['python', 'def stop():\n    return fail("this is not yours", {}, 403)\n', ['http/403']],
    ['ruby', 'raise BasketError.new("the basket is gone", nil, 410)\n', ['http/410']],
    [
      'python',
      'class Gone(BasketError):\n    @classmethod\n    def plain(cls):\n        return cls("it is no longer here", 410)\n',
      ['http/410'],
    ],
    [
      'ruby',
      'class Missing < BasketError\n  def self.plain\n    new("there is no such thing", 404)\n  end\nend\n',
      ['http/404'],
    ],
    [
      'php',
      "<?php\nclass BasketException extends \\Exception\n{\n    public static function closed()\n    {\n        return new self('This is closed', 423);\n    }\n}\n",
      ['http/423'],
    ],
    [
      'php',
      '<?php\n// https://a.example\nclass LeftException extends RuntimeException {\n  public function __construct(string $message, $previous = null) { parent::__construct($message, 410, $previous); }\n}',
      ['http/410'],
    ],
  ],
  nonMatches: [
    ['javascript', 'fetch(pier);\nreturn new x.ErrorWithDelay("No such boat", {}, 500);\nshowErrorWithRows(500);'],
    [
      'typescript',
      "import axios from 'axios';\nthrow new ParseTrouble('no brace in this line', 403);\nconst b = new InvalidBerth('may not read this berth', 403);\nthrow boats.new(reason.text, 409, reason);",
    ],
    ['php', "<?php\nthrow new TimeoutException('It took too long', 500);\n"],
    ['php', "<?php\nthrow new ParseException('Unexpected word in file', 404);\n"],
    ['php', "<?php\n$image = resize('photo of a cat', null, 500);\necho str_repeat('the text', 404);\n"],
    ['php', "<?php\ndraw_error($image, 'No such font', null, 400, 500);\n"],
    ['python', 'show("some words here", None, 500)\nlog_error("the text here", None, 500)\n'],
    ['python', 'raise MemoryError("needs more memory", 512)\n'],
    ['ruby', 'class Box < Shape\n  def self.plain\n    new("a plain box", 404)\n  end\nend\n'],
    [
      'php',
      '<?php\n// https://a.example\nclass Berth extends Place {\n  public function __construct(string $text, $previous = null) { parent::__construct($text, 410, $previous); }\n}',
    ],
    [
      'php',
      '<?php\nclass TokenException extends SyntaxError {\n  public function __construct($message, $previous = null) { parent::__construct($message, 410, $previous); }\n}',
    ],
  ],
};
