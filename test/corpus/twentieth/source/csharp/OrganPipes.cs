using System.Globalization;

namespace Organ.Workshop;

/// <summary>Lengths, widths and prices of the pipes of a rank.</summary>
public static class OrganPipes
{
    private const double SoundMmPerSecond = 343_000;
    private const double Pitch = 440;
    private const int Halving = 16;
    private const int WidestMm = 326;
    private const int TinPercent = 64;

    private static readonly Dictionary<string, int> Windchests = new()
    {
        ["great"] = 80,
        ["swell"] = 95,
        ["choir"] = 70,
        ["pedal"] = 100,
    };

    public enum Stop
    {
        Principal = 8,
        Bourdon = 16,
        Octave = 4,
        Mixture = 99,
    }

    public static double Frequency(int key) => Pitch * Math.Pow(2, (key - 69) / 12.0);

    public static double Length(int key, Stop stop)
    {
        var open = SoundMmPerSecond / (2 * Frequency(key));
        return stop == Stop.Bourdon ? open / 2 : open;
    }

    public static double Width(int key) => WidestMm * Math.Pow(0.5, (key - 36) / (double)Halving);

    public static decimal Price(int key, Stop stop)
    {
        var kilos = Length(key, stop) * Width(key) * 0.000_011;
        var price = (decimal)kilos * (TinPercent > 50 ? 88m : 63m);
        return stop switch
        {
            Stop.Mixture => price * 3 + 185,
            Stop.Bourdon when price > 400 => price - 50,
            _ => price,
        };
    }

    public static string PitchName(int hertz) => hertz switch
    {
        392 => "French chamber pitch",
        415 => "baroque",
        430 => "classical",
        440 => "modern",
        465 => "choir pitch",
        _ => "odd",
    };

    public static void Print(TextWriter writer)
    {
        foreach (var (name, millimetres) in Windchests)
        {
            writer.WriteLine($"{name,-8} {millimetres} mm of water, {PitchName((int)Pitch)}");
        }
        for (var key = 36; key <= 96; key += 12)
        {
            var line = string.Format(CultureInfo.InvariantCulture, "{0,3} {1,8:F1} mm {2,6:F1} mm {3,9:F2}", key, Length(key, Stop.Principal), Width(key), Price(key, Stop.Principal));
            writer.WriteLine(line);
        }
    }
}
