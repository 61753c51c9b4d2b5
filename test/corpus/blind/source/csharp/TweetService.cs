using Microsoft.Extensions.Logging;
using Tweetinvi;
using Tweetinvi.Exceptions;

namespace Bot;

public class TweetService(ITwitterClient client, ILogger<TweetService> log)
{
    private const int MaxLength = 280;
    private static readonly HashSet<int> NeedsHuman = [64, 326];

    public async Task<bool> PublishAsync(string text)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        try
        {
            await client.Tweets.PublishTweetAsync(text);
            return true;
        }
        catch (TwitterException e) when (e.StatusCode == 429)
        {
            await client.RateLimits.WaitForQueryRateLimitAsync("https://api.twitter.com/1.1/statuses/update.json");
            return false;
        }
        catch (TwitterException e)
        {
            foreach (var info in e.TwitterExceptionInfos)
            {
                if (info.Code == 187) return true; // sent before
                if (NeedsHuman.Contains(info.Code)) throw;
                switch (info.Code)
                {
                    case 88:
                    case 185:
                        await Task.Delay(TimeSpan.FromMinutes(15));
                        return false;
                    case 226:
                        log.LogError("it looks automated to X");
                        return false;
                }
            }
            if (401 == e.StatusCode) throw new UnauthorizedAccessException(e.TwitterDescription);
            await Task.Delay(500);
            return false;
        }
    }
}
