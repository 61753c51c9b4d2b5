Add-Type -AssemblyName System.Windows.Forms
Add-Type -AssemblyName System.Drawing

$width = 500
$height = 404

$form = [System.Windows.Forms.Form]::new()
$form.ClientSize = [System.Drawing.Size]::new($width, $height)
$form.MinimumSize = [System.Drawing.Size]::new(400, 400)
$form.BackColor = [System.Drawing.Color]::FromArgb(226, 226, 226)

$bar = [System.Windows.Forms.ProgressBar]::new()
$bar.Location = [System.Drawing.Point]::new(32, 34)
$bar.Maximum = 500
$bar.Width = 429
$form.Controls.Add($bar)

$timer = [System.Windows.Forms.Timer]::new()
$timer.Interval = 500
$timer.Add_Tick({
    if ($bar.Value -eq 500) { $bar.Value = 0 } else { $bar.Value += 50 }
    if ($bar.Value -ge 400 -and $bar.Value -lt 500) { $form.Text = 'almost' }
})

$form.Add_KeyDown({
    switch ($_.KeyValue) {
        32 { $timer.Enabled = -not $timer.Enabled }
        88 { $form.Close() }
        187 { $bar.Value = [math]::Min(500, $bar.Value + 64) }
    }
})

$timer.Start()
[void]$form.ShowDialog()
