using System.Drawing;
using System.Windows.Forms;

namespace Survey.Scales;

public enum ResponseCode
{
    NeverAsked = 400,
    Refused = 401,
    DontKnow = 404,
    Later = 409,
    Unreadable = 422,
    Lost = 500,
}

public record SurveyResponse(int Question, int Code, int? Error = null);

public sealed class SurveyScales
{
    private const int Sample = 500;
    private readonly Dictionary<int, string> _labels = new() { [401] = "no answer", [404] = "does not know", [500] = "lost in the mail" };
    private readonly List<SurveyResponse> _responses = [];

    public int StatusCode { get; private set; } = 400;

    public void Add(SurveyResponse response)
    {
        if (response.Code == 404 || response.Code == (int)ResponseCode.Refused) return;
        if (response.Code is 422 or 500) StatusCode = 409;
        _responses.Add(response);
        if (_responses.Count >= Sample) StatusCode = 410;
    }

    public double Mean(int question)
    {
        var codes = _responses.Where(r => r.Question == question && r.Code < 400).Select(r => r.Code).ToList();
        return codes.Count == 0 ? double.NaN : codes.Average();
    }

    public string Label(int code) => code switch
    {
        400 => "never asked",
        409 => "later",
        >= 500 => "lost",
        _ => _labels.GetValueOrDefault(code, code.ToString()),
    };

    public Bitmap Chart()
    {
        var chart = new Bitmap(500, 404);
        using var g = Graphics.FromImage(chart);
        g.FillRectangle(Brushes.White, 0, 0, 500, 404);
        foreach (var (response, i) in _responses.Select((r, i) => (r, i)))
            g.DrawLine(Pens.Black, i * 4, 400, i * 4, 400 - response.Code / 50);
        return chart;
    }

    public void OnKey(object sender, KeyEventArgs e)
    {
        if (e.KeyValue == 404 || e.KeyCode == Keys.Escape) StatusCode = 503;
        Console.Beep(440, 500);
        Thread.Sleep(450);
    }
}
