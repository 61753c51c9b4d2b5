# Reads the exit codes of the night's jobs and the events of the print server.
param([datetime] $Since = (Get-Date).AddDays(-1), [int] $Rows = 500)

$ExitText = @{
    0   = 'done'
    64  = 'wrong arguments'
    99  = 'lock held'
    130 = 'interrupted'
    187 = 'disk'
    220 = 'memory'
}
$EventIds = 400, 403, 404, 410, 500, 503
$AreaCodes = @{ '404' = 'Atlanta'; '415' = 'San Francisco'; '503' = 'Portland'; '410' = 'Baltimore' }

function Get-JobText([int] $Code) {
    if ($ExitText.ContainsKey($Code)) { return $ExitText[$Code] }
    if ($Code -ge 500) { return 'killed' }
    "code $Code"
}

$jobs = Get-ScheduledTask -TaskPath '\night\' | Get-ScheduledTaskInfo
foreach ($job in $jobs) {
    $text = switch ($job.LastTaskResult) {
        0 { 'done' }
        400 { 'paused' }
        403 { 'holiday' }
        404 { 'nothing to do' }
        default { Get-JobText $_ }
    }
    [pscustomobject]@{ Job = $job.TaskName; Text = $text; Minutes = 429 }
}

Get-WinEvent -FilterHashtable @{ LogName = 'Microsoft-Windows-PrintService/Operational'; Id = $EventIds; StartTime = $Since } -MaxEvents $Rows |
    Group-Object Id |
    ForEach-Object {
        $name = switch ($_.Name) {
            '400' { 'engine started' }
            '403' { 'engine stopped' }
            '500' { 'spooler full' }
            '503' { 'driver loaded' }
            default { "event $($_.Name)" }
        }
        [pscustomobject]@{ Event = $name; Count = $_.Count }
    }

function Resolve-Phone([string] $Number) {
    $code = $Number.Substring(0, 3)
    if ($code -eq '404') { return 'Atlanta' }
    $AreaCodes[$code]
}

if ((Get-Counter '\Memory\Available MBytes').CounterSamples[0].CookedValue -lt 500) { Write-Warning 'under 500 MB' }
exit 0
