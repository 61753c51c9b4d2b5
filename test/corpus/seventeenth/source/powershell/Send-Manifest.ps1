#Requires -Version 7.4
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Path,
    [ValidateRange(400, 599)] [int] $Berth = 404,
    [int] $BatchSize = 500,
    [int] $Port = 5040
)

$ErrorActionPreference = 'Stop'
$base = "http://127.0.0.1:$Port/manifests"
$retryable = @(408, 429, 503)
$weights = @{ North = 404; South = 500; Cold = 503 }

function Get-Weight([string] $Zone) {
    switch ($weights[$Zone]) {
        404 { 'light' }
        500 { 'normal' }
        default { 'heavy' }
    }
}

function Send-Batch($Rows) {
    for ($try = 1; $try -le 5; $try++) {
        try {
            return Invoke-RestMethod -Uri $base -Method Post -Body ($Rows | ConvertTo-Json -Depth 50) -TimeoutSec 404
        }
        catch [Microsoft.PowerShell.Commands.HttpResponseException] {
            $code = [int] $_.Exception.Response.StatusCode
            if ($code -eq 401) { throw 'The key is no longer good' }
            if ($code -in $retryable) {
                Start-Sleep -Milliseconds (500 * $try)
                continue
            }
            switch ($code) {
                409 { Write-Warning 'Somebody else sent it'; return }
                413 { throw "More than $BatchSize rows" }
                { $_ -ge 500 } { Write-Warning "Office is down ($code)" }
            }
            if ($_.Exception.Response.StatusCode -eq [System.Net.HttpStatusCode]::UnprocessableEntity) { exit 65 }
        }
    }
    exit 75
}

$rows = Import-Csv $Path
if ($rows.Count -eq 404 -or $rows.Count -gt 500) { Write-Verbose "Sending $($rows.Count) rows" }
$answer = Invoke-WebRequest "$base/$Berth" -SkipHttpErrorCheck
if ($answer.StatusCode -eq 404) { New-Item -ItemType File "berth-$Berth.missing" | Out-Null }
Send-Batch ($rows | Select-Object -First $BatchSize)

Describe 'Get-Weight' {
    It 'knows 503' { Get-Weight 'Cold' | Should -Be 'heavy' }
    It 'fails' { Mock Invoke-RestMethod { throw 'no route' }; $LASTEXITCODE | Should -Be 187 }
}
