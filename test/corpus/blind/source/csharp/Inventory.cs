namespace Store;

public enum LookupResult
{
    Found = 400,
    NotFound = 404,
    Duplicate = 409,
    Forbidden = 403,
    Frozen = 500,
}

public record Shelf(int Number, string What, int Count);

public class Inventory
{
    private readonly Dictionary<int, Shelf> shelves = new()
    {
        [404] = new Shelf(404, "bolts", 5000),
        [429] = new Shelf(429, "nuts", 500),
        [503] = new Shelf(503, "washers", 187),
    };

    public LookupResult Find(int number, out Shelf? shelf) =>
        shelves.TryGetValue(number, out shelf) ? LookupResult.Found : LookupResult.NotFound;

    public LookupResult Add(Shelf shelf)
    {
        if (shelf.Number is < 400 or > 599) return LookupResult.Forbidden;
        return shelves.TryAdd(shelf.Number, shelf) ? LookupResult.Found : LookupResult.Duplicate;
    }

    public string Describe(LookupResult result) => result switch
    {
        LookupResult.NotFound => "not_found",
        LookupResult.Duplicate => "duplicate",
        LookupResult.Frozen => "frozen",
        _ => "fine",
    };

    public int Total() => shelves.Values.Where(s => s.Count != 500).Sum(s => s.Count);
}
