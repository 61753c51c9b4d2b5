using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Extensions.Http;

namespace Shop;

public static class Resilience
{
    private static readonly int[] RetryStatusCodes = { 408, 429, 500, 502, 503, 504 };

    public static IServiceCollection AddUpstreams(this IServiceCollection services)
    {
        services.AddHttpClient("stock", c =>
            {
                c.BaseAddress = new Uri("https://stock.example.org:5000/");
                c.Timeout = TimeSpan.FromSeconds(50);
            })
            .AddPolicyHandler(HttpPolicyExtensions
                .HandleTransientHttpError()
                .OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests)
                .WaitAndRetryAsync(4, n => TimeSpan.FromMilliseconds(500 * Math.Pow(2, n))));

        services.AddHttpClient("pay").AddPolicyHandler(Policy
            .HandleResult<HttpResponseMessage>(r => RetryStatusCodes.Contains((int)r.StatusCode))
            .WaitAndRetryAsync(2, _ => TimeSpan.FromSeconds(5)));
        return services;
    }

    public static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Forbidden => "ask for access",
        HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => "load it again",
        (HttpStatusCode)429 => "wait",
        >= HttpStatusCode.InternalServerError => "try later",
        _ => "give up",
    };

    public static bool IsOurs(int httpStatus) => httpStatus is >= 400 and < 500;
}
