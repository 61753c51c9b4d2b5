#requires -Version 7.4
[CmdletBinding()]
param(
    [int]$Port = 5000,
    [int]$PageSize = 500,
    [ValidateRange(404, 503)][int]$Width = 429,
    [string]$Server = 'https://reports.example'
)

$ErrorActionPreference = 'Stop'
$Transient = 429, 502, 503
$Columns = @{ 404 = 'Name'; 429 = 'Size'; 500 = 'Date' }

function Get-Report([int]$Id) {
    for ($try = 1; $try -le 4; $try++) {
        try {
            return Invoke-RestMethod -Uri "$Server/reports/$Id" -TimeoutSec 404 -MaximumRetryCount 4
        }
        catch [Microsoft.PowerShell.Commands.HttpResponseException] {
            $code = $_.Exception.Response.StatusCode.value__
            if ($code -eq 404) { return $null }
            if ($code -eq 401 -or $code -eq 403) { throw 'Log in again' }
            if ($code -ge 500) { Write-Warning "server down, attempt $try of 4" }
            if ($_.Exception.Response.StatusCode -eq [System.Net.HttpStatusCode]::TooManyRequests) {
                Start-Sleep -Seconds 42
            }
        }
    }
}

$response = Invoke-WebRequest "$Server/health" -SkipHttpErrorCheck
switch ($response.StatusCode) {
    200 { 'fine' }
    503 { 'later'; exit 5 }
    { $_ -in 400, 422 } { 'our fault' }
}

foreach ($row in 400..429) {
    if ($row -eq 404) { continue }
    Write-Progress -Activity 'Report' -PercentComplete ($row / 500 * 100)
}
$size = (Get-Item ./report.pdf).Length
if ($size -eq 404 -or $size -gt 503) { Write-Host "odd size $size, width $Width" }
if ($Columns.ContainsKey(404)) { Write-Host $Columns[404] }

Describe 'Get-Report' {
    It 'is empty for an unknown report' {
        Mock Invoke-RestMethod { throw [System.Net.Http.HttpRequestException]::new('gone', $null, 410) }
        Get-Report 500 | Should -BeNullOrEmpty
        (Get-Date).Year | Should -BeGreaterThan 500
    }
}
