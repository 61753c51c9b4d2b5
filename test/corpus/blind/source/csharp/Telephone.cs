using System.Text.RegularExpressions;

namespace Telephone;

public static partial class AreaCodes
{
    private static readonly Dictionary<string, string> Cities = new()
    {
        ["404"] = "Atlanta",
        ["408"] = "San Jose",
        ["415"] = "San Francisco",
        ["502"] = "Louisville",
        ["503"] = "Portland",
    };

    [GeneratedRegex(@"^\((?<area>\d{3})\) (?<rest>\d{3}-\d{4})$")]
    private static partial Regex Pattern();

    public static string? City(string phone)
    {
        var match = Pattern().Match(phone);
        if (!match.Success) return null;
        var areaCode = match.Groups["area"].Value;
        if (areaCode == "415" || areaCode == "408") return "Bay Area";
        return Cities.GetValueOrDefault(areaCode);
    }

    public static int Extension(string room) => room switch
    {
        "kitchen" => 404,
        "office" => 500,
        "garage" => 503,
        _ => 32,
    };

    public static readonly string Sample = "(404) 555-0187";
}
