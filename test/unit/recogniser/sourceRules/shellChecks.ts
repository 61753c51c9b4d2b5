import type { SourceRule } from './sourceRule';

export const shellChecks: SourceRule = {
  name: 'check of a script',
  says: 'A number that a function of a script compares with what a client or a function printed as the status.',
  matches: [
    [
      'shellscript',
      'BOARD_STATUS="$(curl -s -o /dev/null -w "%{http_code}" "$PIER/board")"\ncheck_equals "A full boat cannot be boarded" "${BOARD_STATUS}" "409"',
      ['http/409'],
    ],
    [
      'shellscript',
      'CODE=$(curl -s -o /dev/null -w "%{http_code}" "$PIER/boats")\ncheck "boats are not put" "405" "$CODE"\nexpect_eq "$CODE" 404 "no boat"',
      ['http/405', 'http/404'],
    ],
    [
      'powershell',
      'function Get-Code($e) { try { [int]$e.Exception.Response.StatusCode } catch { $null } }\ntry { Send-Boat } catch { if (@(400, 404) -notcontains (Get-Code $_)) { throw } }',
      ['http/400', 'http/404'],
    ],
  ],
  nonMatches: [
    [
      'shellscript',
      'ROWS="$(wc -l < boats.txt)"\ncheck_equals "There are enough boats" "${ROWS}" "409"\ncurl "$PIER"\ncheck "boats" "405" "$ROWS"',
    ],
    ['shellscript', 'check "width" "404" "$WIDTH"\ncheck_equal_width "${BOARD_STATUS}" 500'],
    [
      'powershell',
      'function Get-Width($e) { $e.Boat.Width }\nif (@(400, 404) -notcontains (Get-Width $boat)) { throw }\nInvoke-WebRequest $pier',
    ],
  ],
};
