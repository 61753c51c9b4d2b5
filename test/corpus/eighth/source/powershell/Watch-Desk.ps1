param(
    [string]$Desk = 'https://desk.example:5030',
    [int]$Rows = 404,
    [ValidateRange(42, 500)][int]$Width = 429
)

$ErrorActionPreference = 'Stop'
$Slots = @(88, 187, 404, 503)
$Meaning = @{ 401 = 'log in'; 423 = 'locked'; 507 = 'full' }

function Get-Row([int]$Id) {
    try {
        return Invoke-RestMethod -Uri "$Desk/rows/$Id" -TimeoutSec 50
    }
    catch [System.Net.Http.HttpRequestException] {
        $status = $_.Exception.StatusCode.value__
        if ($status -eq 404) { return $null }
        if ($status -ge 500) { Start-Sleep -Seconds 42; return Get-Row $Id }
        if ($_.Exception.StatusCode -eq [System.Net.HttpStatusCode]::Conflict) { return 'taken' }
        throw $Meaning[$status]
    }
}

function Send-Post([string]$Text) {
    $r = Invoke-WebRequest -Uri 'https://api.x.com/2/tweets' -Method Post -Body (@{ text = $Text } | ConvertTo-Json) -SkipHttpErrorCheck
    switch ($r.StatusCode) {
        201 { 'sent' }
        403 { 'refused' }
        429 { Start-Sleep -Seconds ([int]$r.Headers['x-rate-limit-reset'][0] - [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()) }
        default { "length $($Text.Length) of 187" }
    }
}

foreach ($n in 1..$Rows) {
    $row = Get-Row $n
    if ($row.Width -eq 404 -or $n -eq 429) { continue }
    if ($row.Width -gt $Width) { $row.Width = 500 }
}

Mock Invoke-RestMethod { throw [HttpException]::new(503, 'down') }
$sum = ($Slots | Measure-Object -Sum).Sum % 503
if ($sum -eq 404) { exit 42 }
Write-Output "rows $Rows, sum $sum, bytes $(500KB)"
