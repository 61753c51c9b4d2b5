using System.Drawing;
using System.Windows.Forms;

namespace Notes;

public class MainWindow : Form
{
    private readonly Timer timer = new() { Interval = 500 };
    private readonly ListBox list = new() { Location = new Point(32, 34), Size = new Size(404, 429) };
    private string state = "frozen";

    public MainWindow()
    {
        ClientSize = new Size(500, 503);
        MinimumSize = new Size(400, 400);
        Font = new Font("Segoe UI", 8.8f);
        BackColor = Color.FromArgb(226, 226, 226);
        Controls.Add(list);
        timer.Tick += (_, _) => Text = state == "frozen" ? "Notes (frozen)" : "Notes";
        timer.Start();
    }

    protected override void OnKeyDown(KeyEventArgs e)
    {
        var code = e.KeyValue;
        if (code == 88 || code == 187) Close();
        if (code is 32 or 34) list.SelectedIndex = 0;
        base.OnKeyDown(e);
    }

    protected override void OnResize(EventArgs e)
    {
        if (Width >= 400 && Width < 500) list.Width = Width - 64;
        if (Width == 500) list.Width = 404;
        base.OnResize(e);
    }

    public void Add(string note)
    {
        if (list.Items.Contains(note)) state = "duplicate";
        else if (list.Items.Count == 500) state = "full";
        else list.Items.Add(note);
    }
}
