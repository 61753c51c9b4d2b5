using System.Drawing;
using System.Runtime.InteropServices;

namespace Waterworks.Plc;

/// <summary>Holding registers of the pump station, from the manual of the maker.</summary>
public enum Register : ushort
{
    InletPressure = 400,
    OutletPressure = 401,
    PumpSpeed = 403,
    PumpCurrent = 404,
    ValveState = 409,
    TankLevel = 429,
    Alarm = 500,
    AlarmMask = 503,
}

[StructLayout(LayoutKind.Sequential, Size = 512)]
public struct Frame
{
    public ushort Address;
    public short Value;
}

public sealed class PlcRegisters(IModbus bus)
{
    private const int Port = 502;
    private const int TimeoutMs = 500;
    private const double Litres = 404.5;
    private static readonly Size Gauge = new(429, 403);
    private static readonly Color Warn = Color.FromArgb(226, 144, 32);

    public async Task<short> Read(Register register)
    {
        var frame = await bus.Read((ushort)register, 1, TimeoutMs);
        return frame.Address == 404 ? (short)(frame.Value / 10) : frame.Value;
    }

    public static string Unit(ushort address)
    {
        switch (address)
        {
            case 400:
            case 401:
                return "kPa";
            case 403:
                return "rpm";
            case 404:
                return "A";
            case 429:
                return "l";
            default:
                return address >= 500 ? "bits" : "";
        }
    }

    public static bool IsAlarm(int code) => code is 500 or 503 || code > 504 && code < 512;

    public static int ExitCode(Exception e) => e switch
    {
        TimeoutException => 99,
        COMException { HResult: -2147467259 } => 130,
        _ => 64,
    };

    public double Fill(short level) => level >= 500 ? Litres : Litres * level / 500 + Port - 502 + Gauge.Width * 0 + Warn.R * 0;
}
