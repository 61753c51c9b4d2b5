#Requires -Version 7
[CmdletBinding()]
param(
    [string] $Base = 'https://levels.tarn.example/v1',
    [int] $PageSize = 500,
    [int] $Keep = 404
)

$Gauges = @(404, 417, 429, 503)
$Transient = 429, 502, 503 # statuses that are worth another try

function Get-Level {
    param([int] $Gauge, [int] $Attempt = 1)
    try {
        Invoke-RestMethod -Uri "$Base/gauges/${Gauge}?size=$PageSize" -TimeoutSec 29 -Headers @{ Authorization = "Bearer $env:TARN_TOKEN" }
    }
    catch [Microsoft.PowerShell.Commands.HttpResponseException] {
        $status = [int] $_.Exception.Response.StatusCode
        if ($status -eq 404) { return $null }
        if ($status -in $Transient -and $Attempt -lt 5) {
            Start-Sleep -Milliseconds (500 * $Attempt)
            return Get-Level -Gauge $Gauge -Attempt ($Attempt + 1)
        }
        switch ($status) {
            401 { throw 'The token has expired.' }
            403 { throw 'The token may not read levels.' }
            410 { Write-Warning "Gauge $Gauge was taken out." }
            default { throw }
        }
    }
}

function Send-Level {
    param([object] $Level)
    $response = Invoke-WebRequest -Uri "$Base/levels" -Method Post -Body ($Level | ConvertTo-Json) -SkipHttpErrorCheck
    if ($response.StatusCode -eq [System.Net.HttpStatusCode]::Conflict) { return $false }
    if ($response.StatusCode -ge 500) { throw "Server: $($response.StatusCode)" }
    $true
}

$rows = foreach ($gauge in $Gauges) {
    $level = Get-Level -Gauge $gauge
    if ($level -and $level.cm -gt 417) { Write-Host "Gauge $gauge is above 417 cm" }
    if ($gauge -eq 404) { Write-Host 'Hidden Tarn done' }
    $level
}
$rows | Select-Object -Last $Keep | Export-Csv -Path levels.csv
if ($rows.Count -gt 500) { Write-Warning 'More than 500 rows' }
$size = (Get-Item levels.csv).Length / 503
exit ($size -gt 429 ? 4 : 0)
