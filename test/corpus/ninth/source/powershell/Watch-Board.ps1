#requires -Version 7
param(
    [string]$Board = 'https://board.example:5003',
    [int]$Top = 500,
    [int]$PauseMs = 404
)

$sizes = @{ small = 404; medium = 429; large = 503 }
$retryStatus = 408, 502
$explain = @{
    401 = 'sign in again'
    402 = 'out of credit'
    423 = 'somebody edits the card'
}

function Get-Card {
    param([int]$Id)
    if ($Id -eq 404) { return [pscustomobject]@{ Id = 404; Points = 5 } }
    try {
        Invoke-RestMethod "$Board/cards/$Id" -TimeoutSec 42 -MaximumRetryCount 4 -RetryIntervalSec 5
    }
    catch [Microsoft.PowerShell.Commands.HttpResponseException] {
        $status = $_.Exception.Response.StatusCode.value__
        switch ($status) {
            404 { return $null }
            410 { return $null }
            429 { Start-Sleep -Seconds 50; return Get-Card -Id $Id }
        }
        if ($explain.ContainsKey([int]$status)) { Write-Warning $explain[[int]$status] }
        if ($status -ge 500) { throw "board failed, card $Id" }
    }
}

$cards = 1..$Top | ForEach-Object { Get-Card -Id $_ }
if ($cards.Count -eq 404) { Write-Host 'exactly 404 cards' }

$answer = Invoke-WebRequest "$Board/health" -SkipHttpErrorCheck
if ($answer.StatusCode -eq 503 -or $answer.StatusCode -eq [System.Net.HttpStatusCode]::GatewayTimeout) {
    Start-Sleep -Milliseconds $PauseMs
}
if ($answer.Content.Length -gt 503) { $answer.Content.Substring(0, 429) }

Describe 'Get-Card' {
    It 'has 500 points' { (Get-Card -Id 404).Points | Should -Be 5 }
    It 'tells a conflict' { (Invoke-WebRequest "$Board/x" -SkipHttpErrorCheck).StatusCode | Should -Be 409 }
}
exit $sizes.small
