import { before, type Sign } from './sign';

/** What was called, right before a number: endpoints and methods of clients. */
export const callsBefore: readonly Sign[] = [
  before(
    'an endpoint of X before it',
    6,
    String.raw`(?<![\w/.])/?(?:1(?:\.1)?/)?(?:statuses/(?:update|show|lookup|filter|sample|retweet|destroy|home_timeline|user_timeline|mentions_timeline)|direct_messages/[a-z_]{3,40}|friendships/[a-z]{4,20}|(?:friends|followers)/(?:ids|list)|account/(?:verify_credentials|settings|update_profile)|favorites/(?:create|destroy|list)|users/(?:show|lookup|search)|search/(?:tweets|recent|all)|media/(?:upload|metadata)|oauth/(?:request|access)_token|oauth2/token|application/rate_limit_status)(?:/\w{1,30})?(?:\.json|\.xml)?[:,]? `,
    'statuses/update «401» 110 Array',
    'states/update «401» 110 Array',
    '',
    String.raw`(?=[45]\d\d(?:[ ,;:]|$))`,
  ),
  before(
    'an endpoint of the second version of X before it',
    6,
    String.raw`(?<![\w/.])/?v?2/(?:tweets|users|lists|spaces|dm_conversations|media|usage|compliance)\b(?:[/:.][\w:.-]{1,40}){0,5}(?:[:,]| returned| gave| [=-]>)? `,
    '/2/tweets «429»',
    '/2/rooms «429»',
    '',
    String.raw`(?=[45]\d\d(?:[ ,;:.]|\s*$))`,
  ),
  before(
    'a method that failed before it',
    5,
    String.raw`(?<![\w.])(?:[a-z]+(?:[A-Z][a-z]+)+|[a-z]{2,20}(?:_[a-z]{2,20}){1,3}|[a-z]\w{1,20}(?:\.[a-z]\w{1,20}){1,3})(?:\(\))? failed(?: with)?:? `,
    'createTweet failed «403»',
    'tweets failed «403»',
    '',
    String.raw`(?=[45]\d\d(?:[,;.]|\s*$))`,
  ),
];
