using System.Data.SqlClient;
using System.Diagnostics;
using System.IO.Ports;

namespace Bakery.Ovens;

public enum OvenStatus
{
    Cold = 400,
    Heating = 401,
    Ready = 404,
    Cooling = 410,
    DoorOpen = 423,
    SensorError = 500,
    BurnerError = 503,
}

public sealed class OvenBus(SerialPort port)
{
    private const int Celsius = 450;
    private const int RegisterStatus = 0x0400;
    private static readonly Dictionary<int, string> Faults = new()
    {
        [500] = "sensor broken",
        [502] = "fan blocked",
        [503] = "burner off",
        [504] = "no flame within 50 s",
    };

    public OvenStatus Status { get; private set; } = OvenStatus.Cold;

    public int Ask(byte[] frame)
    {
        port.ReadTimeout = 500;
        port.Write(frame, 0, frame.Length);
        int code = port.ReadByte() << 8 | port.ReadByte();
        Status = (OvenStatus)code;
        if (code == 404) return Celsius;
        if (code >= 500) Trace.WriteLine(Faults.GetValueOrDefault(code, "fault " + code));
        return code switch
        {
            400 => 20,
            401 or 410 => 180,
            423 => -1,
            _ => RegisterStatus,
        };
    }

    public void Bake(string loaf, int grams)
    {
        if (grams is < 400 or > 599) throw new ArgumentOutOfRangeException(nameof(grams));
        for (var minute = 0; minute < 45 && Status != OvenStatus.SensorError; minute++) Thread.Sleep(60_000);
        Console.WriteLine($"{loaf}: {grams} g, status {(int)Status}");
    }

    public static void Save(SqlCommand command)
    {
        try
        {
            command.CommandTimeout = 429;
            command.ExecuteNonQuery();
        }
        catch (SqlException e) when (e.Number is 547 or 2627)
        {
            Environment.ExitCode = 64;
        }
        catch (SqlException e) when (e.Number == 515)
        {
            throw new InvalidDataException("A column of the loaf is empty", e);
        }
    }
}
