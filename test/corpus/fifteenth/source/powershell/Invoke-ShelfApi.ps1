#Requires -Version 7.2
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Token,
    [int] $PageSize = 500,
    [int] $TimeoutSec = 429
)

$BaseUri = 'https://shelf.example:4290/api/v2'
$RetryCodes = @(408, 429, 502, 503, 504)

function Invoke-ShelfApi {
    param([string] $Path, [string] $Method = 'GET', $Body, [int] $MaxRetries = 4)

    for ($try = 0; $try -le $MaxRetries; $try++) {
        try {
            return Invoke-RestMethod -Uri "$BaseUri/$Path" -Method $Method -Body $Body -Headers @{ Authorization = "Bearer $Token" }
        }
        catch {
            $status = [int] $_.Exception.Response.StatusCode
            if ($status -eq 404) { return $null }
            if ($status -eq 401 -or $status -eq 403) {
                throw "token refused"
            }
            if ($status -notin $RetryCodes) { throw }
            $wait = $_.Exception.Response.Headers.RetryAfter.Delta.TotalSeconds
            if (-not $wait) { $wait = [math]::Pow(2, $try) * 0.404 }
            Start-Sleep -Seconds $wait
        }
    }
}

function Get-ShelfStatus {
    $answer = Invoke-WebRequest -Uri "$BaseUri/health" -SkipHttpErrorCheck
    switch ($answer.StatusCode) {
        200 { 'up' }
        503 { 'maintenance' }
        { $_ -ge 500 } { 'broken' }
        default { "odd ($($answer.RawContentLength) bytes)" }
    }
}

$rows = Invoke-ShelfApi "shelves?limit=$PageSize"
$wide = $rows | Where-Object { $_.width -gt 404 -and $_.slots -ne 500 }
Write-Host ("{0} shelves, {1} wide, {2:N2} EUR" -f $rows.Count, $wide.Count, 503.42)

Describe 'Invoke-ShelfApi' {
    It 'returns nothing for an unknown shelf' {
        Mock Invoke-RestMethod { throw [Microsoft.PowerShell.Commands.HttpResponseException]::new('x', [System.Net.Http.HttpResponseMessage]::new(404)) }
        Invoke-ShelfApi 'shelves/404' | Should -BeNullOrEmpty
    }
    It 'reports the login' {
        Get-ShelfCode | Should -Be ([System.Net.HttpStatusCode]::Unauthorized)
    }
    It 'sums widths' {
        (400, 104 | Measure-Object -Sum).Sum | Should -Be 504
    }
}

if ($rows.Count -eq 0) { exit 404 }
