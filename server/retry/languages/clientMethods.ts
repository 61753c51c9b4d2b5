/**
 * HTTP methods behind the method names of the X API clients. A name that is not here is `unknown`, and an unknown
 * method is never repeated.
 */

const genericMethods = new Set(['get', 'head', 'options', 'put', 'delete', 'post', 'patch']);

/** Reads of node-twitter-api-v2 whose names do not begin like a read. */
const nodeReads = new Set(
  (
    'accountSettings bookmarks community complianceJob complianceJobs favoriteTimeline favoriteTimelineByUsername ' +
    'followers following friendship friendships friendshipsIncoming friendshipsNoRetweets friendshipsOutgoing ' +
    'geoPlace geoReverseGeoCode geoSearch homeTimeline me mediaInfo mentionTimeline oembedTweet quotes ' +
    'rateLimitStatuses singleTweet space spaceBuyers spaceTweets spaces spacesByCreators streamRules ' +
    'supportedLanguages trendsAvailable trendsByPlace trendsClosest tweetCountAll tweetCountRecent tweetLikedBy ' +
    'tweetRetweetedBy tweets usage verifyCredentials'
  ).split(' '),
);
const nodeRead = /^(?:search|users?(?:$|[A-Z])|list(?:$|[A-Z])|lists|listsOwned)/;
const nodeWrite =
  /^(?:tweet(?:$|Thread)|reply|quote|retweet|like|follow|block|mute|bookmark|pinList|add|create|send|subscribe|upload|report|update)/;

/** The HTTP method of a method of node-twitter-api-v2. */
export function nodeTwitterMethod(name: string): string {
  if (genericMethods.has(name)) {
    return name.toUpperCase();
  }
  // Taking something away twice leaves it away: these answer to repetition as DELETE does.
  if (/^(?:delete|remove|destroy|un[a-z]+)/.test(name)) {
    return 'DELETE';
  }
  if (nodeReads.has(name) || nodeRead.test(name)) {
    return 'GET';
  }
  return nodeWrite.test(name) ? 'POST' : 'unknown';
}

const tweepyRead =
  /^(?:get|search|lookup|show|home_timeline|mentions_timeline|user_timeline|list_timeline|rate_limit|verify_credentials|incoming|outgoing|no_retweets|available_trends|closest_trends|geo_id|reverse_geocode)(?:_|$)/;
const tweepyWrite =
  /^(?:create|update|send|retweet|like|follow|block|mute|bookmark|pin|add|media_upload|simple_upload|chunked_upload|report)(?:_|$)/;

/** The HTTP method of a method of tweepy's `Client` and `API`. */
export function tweepyMethod(name: string): string {
  if (/^(?:delete|remove|destroy|un[a-z]+)(?:_|$)/.test(name)) {
    return 'DELETE';
  }
  if (tweepyRead.test(name)) {
    return 'GET';
  }
  return tweepyWrite.test(name) ? 'POST' : 'unknown';
}
